import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePdf } from '../../lib/platform/host/sample-pdf.ts';
import type { System } from '../../lib/platform/host/system.ts';
import {
  accessibilityFaults,
  faultsOf,
  sidewaysScroll,
  startChromium,
  whyNoChromium,
} from '../support/chromium.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: the pages of a startup: ${why}`);

describe.skipIf(why !== undefined)('a startup on a phone', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];

  const box = (name: string) => page.getByRole('textbox', { name });

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('begins an entry, writes it, adds a file, hands it in and keeps the receipt', async () => {
    await page.goto(system.origin);
    await page.getByRole('link', { name: /^Cuộc thi .*Kon Tum/ }).click();
    await page.getByRole('link', { name: 'Đăng ký dự thi' }).click();
    await signInOnPage(page, system, 'nong-dan@example.vn');

    await page.getByRole('button', { name: 'Bắt đầu hồ sơ' }).click();
    await page.getByText('Cần điền.').first().waitFor();
    await page.getByLabel('Tên hồ sơ dự thi').fill('Cà phê xứ lạnh Đăk Glei');
    await page.getByLabel('Bảng thi').selectOption({ label: 'Ý tưởng' });
    await page.getByRole('button', { name: 'Bắt đầu hồ sơ' }).click();
    await page.getByRole('heading', { name: 'Cà phê xứ lạnh Đăk Glei' }).waitFor();
    expect(await page.getByRole('button', { name: 'Nộp hồ sơ' }).isDisabled()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);

    await page.getByLabel('Lĩnh vực').selectOption({ index: 1 });
    await box('Tóm tắt').fill('Rang xay cà phê chè ở độ cao 1.200 m.');
    await box('Giới thiệu công khai').fill('Cà phê của người Giẻ Triêng.');
    await page.getByLabel('Loại chủ thể').selectOption({ label: 'Cá nhân' });
    await box('Họ và tên').first().fill('Y Blô');
    await box('Điện thoại').fill('0912 345 679');
    await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Quảng Ngãi' });
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ index: 1 });
    await box('Số nhà, đường, thôn').fill('Thôn Đăk Ra');
    await page.getByRole('button', { name: 'Thêm thành viên' }).click();
    await box('Họ và tên').nth(1).fill('Y Blô');
    await page.getByRole('button', { name: 'Thêm người cố vấn' }).click();
    await box('Họ tên người cố vấn').fill('Trần Văn Cố');
    await box('Địa chỉ thư điện tử').first().fill('co-van@example.vn');
    for (const tick of await page.getByRole('checkbox').all()) await tick.check();
    await page.setInputFiles('input[type=file] >> nth=0', {
      name: 'thuyết minh.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(samplePdf('Cà phê xứ lạnh')),
    });
    await page.getByText('thuyết minh.pdf').waitFor();
    await page.getByText('Hồ sơ đã đủ, có thể nộp.').waitFor();
    await page.getByText('Đã lưu.').waitFor();

    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await page.getByText('Giấy xác nhận đã nhận hồ sơ').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test('finds everything again after a reload, without a password', async () => {
    await page.reload();
    await page.getByText('Giấy xác nhận đã nhận hồ sơ').waitFor();
    expect(await box('Họ và tên').first().inputValue()).toBe('Y Blô');
    expect(await box('Họ tên người cố vấn').inputValue()).toBe('Trần Văn Cố');
    // That somebody was signed in, and no token.
    expect(await page.evaluate('({ ...localStorage })')).toEqual({
      language: 'vi',
      'signed-in': 'yes',
    });
  });

  test('loses nothing when the network goes away in the middle, and is told', async () => {
    await page.context().setOffline(true);
    await box('Giới thiệu công khai').fill('Cà phê của núi Ngọc Linh.');
    await page.getByText('Mất mạng').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Đã lưu.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Cà phê xứ lạnh Đăk Glei' }).waitFor();
    expect(await box('Giới thiệu công khai').inputValue()).toBe('Cà phê của núi Ngọc Linh.');
  });

  test('saw no error but those of the cut network and of the empty form', () => {
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|422/.test(fault))).toEqual([]);
  });
});
