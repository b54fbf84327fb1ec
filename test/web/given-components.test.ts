import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import {
  accessibilityFaults,
  faultsOf,
  sidewaysScroll,
  startChromium,
  whyNoChromium,
} from '../support/chromium.ts';
import { openSeededRound } from '../support/opened-round.ts';
import { pitchSeededRound } from '../support/pitched-plan.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: points that no judge gives: ${why}`);

const organiser = 'ban-to-chuc-1@so-khcn.example.vn';
const round = { editionId: 'kon-tum-2022', roundId: 'so-khao' };

describe.skipIf(why !== undefined)('an organiser enters what no judge gives', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];

  const stored = async () => {
    const calls = client({
      origin: system.origin,
      token: async () => await system.token(organiser),
    });
    const { items } = (await calls.call(routes.listComponents, { path: round })).body;
    return items
      .map(({ points, votes, version }) => ({ points, votes, version }))
      .toSorted((a, b) => (a.votes ?? 0) - (b.votes ?? 0));
  };
  const points = () => page.getByRole('textbox', { name: 'Hồ sơ đầy đủ' });
  const votes = () => page.getByRole('textbox', { name: 'Bình chọn (số phiếu)' });

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    await pitchSeededRound(system);
    await openSeededRound(system);
    await system.settled();
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
    await page.goto(`${system.origin}/editions/kon-tum-2022/desk/rounds/so-khao`);
    await signInOnPage(page, system, organiser);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('is told of a number that cannot be, and saves points and votes together', async () => {
    await page.getByText('Điểm không do giám khảo chấm', { exact: true }).click();
    await points().first().fill('6');
    await page.getByText('Số chưa đúng.').waitFor();
    expect(await page.getByRole('button', { name: 'Ghi 1 hồ sơ' }).isDisabled()).toBe(true);
    await points().first().fill('4,5');
    await votes().first().fill('7');
    await votes().nth(1).fill('12');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi 2 hồ sơ' }).click();
    await page.getByText('Đã ghi 2 hồ sơ.').waitFor();
    expect(await stored()).toEqual([
      { points: { 'ho-so-day-du': '4.5' }, votes: 7, version: 1 },
      { points: {}, votes: 12, version: 1 },
    ]);
    await page.getByText('đã ghi: 4,5').waitFor();
  });

  test('corrects with a reason; what was given cannot be emptied', async () => {
    await votes().first().fill('');
    await page.getByLabel('Lý do sửa').fill('Đếm lại.');
    await page.getByRole('button', { name: 'Ghi 1 hồ sơ' }).click();
    await page.getByText('Cần điền.').waitFor();
    await votes().first().fill('9');
    await page.getByRole('button', { name: 'Ghi 1 hồ sơ' }).click();
    await page.getByText('đã ghi: 9').waitFor();
    expect((await stored())[0]).toEqual({
      points: { 'ho-so-day-du': '4.5' },
      votes: 9,
      version: 2,
    });
  });

  test('fits a phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect([await sidewaysScroll(page), await accessibilityFaults(page)]).toEqual([0, []]);
  });

  test('saw no error but the refusal it asked for', () => {
    expect(faults.filter((fault) => !/status of 422/.test(fault))).toEqual([]);
  });
});
