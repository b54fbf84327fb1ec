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
import { closeSeededFinal, organiser } from '../support/closed-seeded-round.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: the vote of the public: ${why}`);

const path = { editionId: 'kon-tum-2022' };

describe.skipIf(why !== undefined)('an organiser records what the public voted', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    await addAudiencePrize(system);
    await closeSeededFinal(system);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
    await page.goto(`${system.origin}/editions/kon-tum-2022/desk/rounds/chung-ket/result`);
    await signInOnPage(page, system, organiser);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('whole, with its paper: it stands among the decisions', async () => {
    await page.locator('summary', { hasText: 'Ghi kết quả bình chọn' }).click();
    const form = page.locator('details[open]');
    const votes = form.getByRole('textbox', { name: /^Số phiếu: / });
    await votes.first().fill('ba');
    await form.getByText('Số chưa đúng.').waitFor();
    await votes.first().fill('120');
    await votes.nth(1).fill('95');
    const send = form.getByRole('button', { name: 'Ghi kết quả bình chọn của công chúng' });
    expect(await send.isDisabled()).toBe(true);
    await form.getByRole('textbox', { name: 'Lý do' }).fill('Biên bản kiểm phiếu.');
    await form.getByRole('textbox', { name: 'Số văn bản' }).fill('16/BB-KP');
    expect(await accessibilityFaults(page)).toEqual([]);
    await send.click();
    await page.getByRole('cell', { name: /Giải khán giả · .*: 120 · .*: 95/ }).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test('counted anew, it begins with what stands: one number is corrected, the others stay', async () => {
    const form = page.locator('details[open]');
    const votes = form.getByRole('textbox', { name: /^Số phiếu: / });
    await form.getByText('đã ghi: 120').waitFor();
    expect([await votes.first().inputValue(), await votes.nth(1).inputValue()]).toEqual([
      '120',
      '95',
    ]);
    await votes.nth(1).fill('96');
    await form.getByRole('textbox', { name: 'Lý do' }).fill('Kiểm lại.');
    await form.getByRole('textbox', { name: 'Số văn bản' }).fill('17/BB-KP');
    await form.getByRole('button', { name: 'Ghi kết quả bình chọn của công chúng' }).click();
    await page.getByRole('cell', { name: /Giải khán giả · .*: 120 · .*: 96/ }).waitFor();
    await form.getByText('đã ghi: 96').waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test('saw no error', () => {
    expect(faults).toEqual([]);
  });
});

/** A prize that the public votes about, beside the others of the seed. */
async function addAudiencePrize(system: System): Promise<void> {
  const organiser = client({
    origin: system.origin,
    token: async () => await system.token('ban-to-chuc-1@so-khcn.example.vn'),
  });
  const { body, etag = '' } = await organiser.call(routes.getEdition, { path });
  const prize = {
    id: 'khan-gia',
    name: { vi: 'Giải khán giả', en: 'Audience prize' },
    quantity: 1,
    amountVnd: 1_000_000,
    given: 'publicVote' as const,
  };
  await organiser.call(routes.changePlan, {
    path,
    body: {
      plan: { ...body.plan, prizes: [...body.plan.prizes, prize] },
      reason: 'Thêm giải khán giả',
      documentNumber: '91/QĐ-BTC',
    },
    ifMatch: etag,
  });
}
