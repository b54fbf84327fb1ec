import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { System } from '../../lib/platform/host/system.ts';
import {
  accessibilityFaults,
  faultsOf,
  sidewaysScroll,
  startChromium,
  whyNoChromium,
} from '../support/chromium.ts';
import { openSeededRound } from '../support/opened-round.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: the pages of a judge: ${why}`);

describe.skipIf(why !== undefined)('a judge at a laptop', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    await openSeededRound(system);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  const points = () => page.getByRole('textbox').and(page.locator('.stepper input'));

  test('sees who is behind an entry, declares, and only then opens it', async () => {
    await page.goto(`${system.origin}/me`);
    await signInOnPage(page, system, 'giam-khao-1@hoi-dong.example.vn');
    await page.getByRole('link', { name: /Bàn giám khảo/ }).click();
    await page.getByText(/Đã nộp 0 trên \d+ phiếu/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const first = page.getByRole('listitem').filter({ hasText: 'xung đột lợi ích' }).first();
    expect(await first.getByRole('link').count()).toBe(0);
    await first.getByRole('button', { name: 'Không có, mở hồ sơ' }).click();
    await page.getByRole('link', { name: 'Chấm điểm' }).click();
    await page.getByRole('heading', { name: 'Phiếu chấm điểm' }).waitFor();
  });

  test('reads the dossier in the page', async () => {
    await page.getByRole('button', { name: 'Mở', exact: true }).first().click();
    await page.getByRole('img', { name: 'Trang 1 trên 1' }).waitFor();
    await expect
      .poll(async () => await page.locator('.pdf .hidden').first().textContent())
      .toMatch(/\w/);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('asks for a new link where one is no longer good', async () => {
    await page.route('**/files/**', (route) => route.fulfill({ status: 403, body: 'too late' }));
    await page.getByRole('button', { name: 'Mở', exact: true }).first().click();
    await page.getByRole('alert').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Mở lại' }).click();
    await page.getByRole('img', { name: 'Trang 1 trên 1' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('gives points with a comma and by arrow keys, sees what is stored, and what cannot be', async () => {
    await points().nth(0).fill('18,5');
    await page.getByText('Đã lưu: 18,5').waitFor();
    await points().nth(1).press('ArrowUp');
    await page.getByText('Đã lưu: 0,5').waitFor();
    await points().nth(1).fill('20,5');
    await page.getByText('Tối đa 20 điểm.').waitFor();
    await points().nth(1).fill('7,3');
    await page.getByText('Mỗi bước 0,5 điểm.').waitFor();
    expect(await page.getByRole('button', { name: 'Nộp phiếu' }).isDisabled()).toBe(true);
  });

  test('loses nothing to a cut network, and doubles nothing', async () => {
    await page.context().setOffline(true);
    await points().nth(1).fill('15');
    await page.getByText('Mất mạng').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Đã lưu: 15', { exact: true }).waitFor();
  });

  test('is told when another tab was faster, and loses neither', async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByText('Đã lưu: 15', { exact: true }).waitFor();
    await other.locator('.stepper input').nth(2).fill('10');
    await other.getByText('Đã lưu: 10', { exact: true }).waitFor();
    await other.close();
    await points().nth(2).fill('11');
    await page.getByText('đã được sửa ở nơi khác').waitFor();
    expect(await points().nth(2).inputValue()).toBe('11');
    await page.getByRole('button', { name: /lấy bản mới/ }).click();
    await page.getByText('Đã lưu: 10', { exact: true }).waitFor();
  });

  test('hands the sheet in; it is locked', async () => {
    for (const input of await points().all()) await input.fill('5');
    await page
      .getByRole('textbox', { name: 'Nhận xét gửi thí sinh' })
      .fill('Cần nêu rõ thị trường.');
    await page.getByRole('button', { name: 'Nộp phiếu' }).click();
    await page.getByText('Phiếu đã nộp và được khóa.').waitFor();
    expect(await points().first().isDisabled()).toBe(true);
    expect(await page.locator('.total').textContent()).toMatch(/35$/);
    await page.getByRole('link', { name: /Bàn giám khảo/ }).click();
    await page.getByText(/Đã nộp 1 trên \d+ phiếu/).waitFor();
  });

  test('works on a phone of 320 pixels as well', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('link', { name: 'Xem phiếu' }).click();
    await page.getByRole('heading', { name: 'Phiếu chấm điểm' }).waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('saw no error but those of the cut network and of the two tabs', () => {
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|40[34]|412/.test(fault))).toEqual(
      [],
    );
  });
});
