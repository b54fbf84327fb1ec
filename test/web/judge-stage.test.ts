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
if (why !== undefined) console.warn(`skipped: a judge at the pitches: ${why}`);

const judge = 'giam-khao-1@hoi-dong.example.vn';
const round = { editionId: 'kon-tum-2022', roundId: 'so-khao' };

describe.skipIf(why !== undefined)('a judge at the pitches, on a phone', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];
  let order: readonly { readonly entryId: string; readonly title: string }[];

  const organiser = () =>
    client({
      origin: system.origin,
      token: async () => await system.token('ban-to-chuc-1@so-khcn.example.vn'),
    });
  const moves = async (at: number, state: 'presenting' | 'questions' | 'done') => {
    const entryId = order[at]?.entryId ?? '';
    await organiser().call(routes.moveOn, { path: round, body: { entryId, state } });
  };
  const points = (name: string) => page.getByRole('textbox', { name, exact: true });

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    await pitchSeededRound(system);
    await openSeededRound(system);
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('waits for the draw, then sees who speaks and how long still', async () => {
    await page.goto(`${system.origin}/editions/kon-tum-2022/judge`);
    await signInOnPage(page, system, judge);
    await page.getByRole('link', { name: /Theo dõi phần trình bày/ }).click();
    await page.getByText('Chưa bốc thăm thứ tự trình bày').waitFor();
    ({ order } = (await organiser().call(routes.drawRunningOrder, { path: round, body: {} })).body);
    await page.getByText('Chưa có đội nào trên sân khấu.').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(order.length);
    await moves(0, 'presenting');
    await page.getByRole('heading', { name: order[0]?.title ?? '' }).waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^0[01]:\d\d$/);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test('is one tap from the sheet, which has parts and tells what no judge gives', async () => {
    await page.getByRole('button', { name: 'Không có, mở hồ sơ' }).click();
    await page.getByRole('link', { name: 'Chấm điểm' }).click();
    await page.getByRole('heading', { name: 'Phiếu chấm điểm' }).waitFor();
    await points('Tính mới').fill('8,5');
    await points('Công nghệ').fill('9');
    await page.getByText('Đã lưu: 8,5').waitFor();
    await expect.poll(async () => await page.locator('.total').textContent()).toMatch(/17,5$/);
    const given = page.locator('.given');
    expect(await given.getByRole('listitem').allTextContents()).toEqual([
      'Hồ sơ đầy đủ tối đa 5 điểm',
      'Bình chọn tối đa 5 điểm',
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test('loses no key that was typed right before leaving', async () => {
    await points('Công nghệ').fill('9,5');
    await page.getByRole('link', { name: /Phần trình bày/ }).click();
    await page.getByRole('link', { name: 'Chấm điểm' }).click();
    await page.getByText('Đã lưu: 9,5').waitFor();
  });

  test('reads earlier versions of the sheet', async () => {
    await page.getByText('Các lần sửa phiếu này').click();
    const revisions = page.locator('.revisions').getByRole('listitem');
    await revisions.first().waitFor();
    expect(await revisions.last().textContent()).toMatch(/đang chấm.*Tính mới: 8,5/);
  });

  test('follows on: questions, over time, the next one', async () => {
    await page.getByRole('link', { name: /Phần trình bày/ }).click();
    await moves(0, 'questions');
    await page.getByText('đang trả lời câu hỏi').first().waitFor();
    system.advance(90_000);
    await page.getByText('Quá giờ').waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^\+00:[2-5]\d$/);
    await moves(0, 'done');
    await moves(1, 'presenting');
    await page.getByRole('heading', { name: order[1]?.title ?? '' }).waitFor();
    await page.getByText('Thời gian còn lại').waitFor();
  });

  test('a reason that is typed for one entry is never sent for the next', async () => {
    await page.getByRole('button', { name: 'Có xung đột' }).click();
    const reason = page.getByRole('group').or(page.locator('.declare')).getByRole('textbox');
    await reason.fill('Cùng nhóm nghiên cứu');
    await moves(1, 'done');
    await moves(2, 'presenting');
    await page.getByRole('heading', { name: order[2]?.title ?? '' }).waitFor();
    await page.getByRole('button', { name: 'Không có, mở hồ sơ' }).waitFor();
    expect(await reason.count()).toBe(0);
  });

  test('signs in again in the middle of work without losing a mark', async () => {
    await page.getByRole('button', { name: 'Không có, mở hồ sơ' }).click();
    await page.getByRole('link', { name: 'Chấm điểm' }).click();
    await points('Tính mới').waitFor();
    // The session ends: the API and the token endpoint say no, the provider has forgotten the browser.
    const problem = {
      type: '/problems/unauthenticated',
      title: 'Nobody is signed in',
      status: 401,
      detail: 'Sign in.',
      code: 'unauthenticated',
      requestId: '00000000-0000-4000-8000-000000000000',
      serverTime: new Date().toISOString(),
    };
    await page.route('**/api/**', (route) => route.fulfill({ status: 401, json: problem }));
    await page.route('**/token', (route) =>
      route.fulfill({ status: 400, json: { error: 'invalid_grant' } }),
    );
    await page.context().clearCookies();
    await points('Tính mới').fill('7,5');
    await page.getByText('Phiên đăng nhập đã hết: chưa lưu.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    // Another page is not open to nobody; this one is not left for it, and what is typed stays.
    await page.getByRole('link', { name: /Phần trình bày/ }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unrouteAll();
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click(),
    ]);
    await tab.locator('input[name=email]').fill(judge);
    await tab.locator('button').first().click();
    await tab.locator('input[name=code]').waitFor();
    const [mail] = await system.mails(judge);
    await tab.locator('input[name=code]').fill(/\d{6}/.exec(mail?.text ?? '')?.[0] ?? '');
    const closed = tab.waitForEvent('close');
    await tab.locator('button').first().click();
    await closed;
    await page.getByRole('link', { name: 'Chấm điểm' }).click();
    await page.getByText('Đã lưu: 7,5').waitFor();
  });

  test('states what they know and how much they can read', async () => {
    await page.goto(`${system.origin}/editions/kon-tum-2022/judge/me`);
    await page.getByRole('heading', { name: 'Thông tin của tôi' }).waitFor();
    await page.getByLabel('Nơi công tác').fill('Trường Đại học Kon Tum');
    await page.getByLabel('Số hồ sơ nhiều nhất có thể đọc').fill('12');
    await page.getByLabel('Điện thoại').fill('123');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('combobox').last().selectOption({ label: 'không muốn đọc' });
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Số điện thoại chưa đúng.').waitFor();
    await page.getByLabel('Điện thoại').fill('0912 345 670');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.reload();
    await page.getByLabel('Nơi công tác').waitFor();
    expect(await page.getByLabel('Số hồ sơ nhiều nhất có thể đọc').inputValue()).toBe('12');
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
  });

  test('saw no error but those that were made', () => {
    expect(faults.filter((fault) => !/40[014]|422/.test(fault))).toEqual([]);
  });
});
