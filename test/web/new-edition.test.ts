import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { System } from '../../lib/platform/host/system.ts';
import { faultsOf, pageFaults, startChromium, whyNoChromium } from '../support/chromium.ts';
import { exampleWirePlan } from '../support/example-plan.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: setting an edition up: ${why}`);

describe.skipIf(why !== undefined)('an administrator sets editions up', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];

  const field = (name: string | RegExp) => page.getByRole('textbox', { name }).first();
  const create = (at: 0 | 1) => page.getByRole('button', { name: 'Tạo cuộc thi' }).nth(at);
  const expectGoodPage = async () => {
    expect(await pageFaults(page)).toEqual([]);
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test("like last year's, every date moved, and lands on its desk", async () => {
    await page.goto(`${system.origin}/me`);
    await signInOnPage(page, system, 'quan-tri@example.vn');
    await page.getByRole('link', { name: 'Tạo cuộc thi mới' }).click();
    await page.getByLabel('Lấy lại từ').selectOption({ index: 1 });
    await field('Tên (tiếng Việt)').fill('Cuộc thi Khởi nghiệp tỉnh Quảng Ngãi năm 2028');
    await field('Tên (tiếng Anh)').fill('Quang Ngai Startup Contest 2028');
    await field(/Mã cuộc thi/).fill('Quảng Ngãi');
    await field('Phần đầu mã hồ sơ').fill('QN28');
    await field('Số văn bản của thể lệ').fill('15/QĐ-SKHCN');
    await field('Ngày ban hành').fill('02/01/2028');
    await field('Hết hạn nộp hồ sơ').fill('31/05/2028 17:00');
    await expectGoodPage();
    await create(0).click();
    // An id is an address: no letters with marks.
    await page.locator('.field.wrong', { hasText: 'Mã cuộc thi' }).waitFor();
    await field(/Mã cuộc thi/).fill('quang-ngai-2028');
    await create(0).click();
    await page.waitForURL(`${system.origin}/editions/quang-ngai-2028/desk`);
    await page.getByText('Cuộc thi Khởi nghiệp tỉnh Quảng Ngãi năm 2028').first().waitFor();
    await page.goto(`${system.origin}/editions/quang-ngai-2028`);
    await page.getByText('17:00 31/05/2028').first().waitFor();
  });

  test('from a file: told what is no plan, and where a plan is wrong', async () => {
    await page.goto(`${system.origin}/new-edition`);
    const file = page.getByLabel('Tệp kế hoạch (JSON)');
    const given = (name: string, text: string) => ({
      ...{ name, mimeType: 'application/json', buffer: Buffer.from(text) },
    });
    await file.setInputFiles(given('a.json', 'không phải JSON'));
    await page.getByText('Tệp này không phải là kế hoạch').waitFor();
    const { name, prizes, ...rest } = exampleWirePlan();
    const [first, ...others] = prizes;
    const wrong = {
      ...rest,
      name: { ...name, en: '' },
      prizes: [{ ...first, quantity: 0 }, ...others],
    };
    await file.setInputFiles(given('b.json', JSON.stringify(wrong)));
    await page.getByText('Tệp này không phải là kế hoạch').waitFor({ state: 'detached' });
    await page.locator('.section > summary', { hasText: 'Giải thưởng' }).click();
    await page.locator('summary', { hasText: 'Giải Nhất' }).waitFor();
    await page
      .getByRole('textbox', { name: /Mã cuộc thi/ })
      .last()
      .fill('tu-tep');
    await create(1).click();
    const problems = page.getByRole('alert').filter({ hasText: '2 chỗ chưa đúng' });
    await problems.getByRole('button', { name: /Giải Nhất/ }).click();
    const focused = page.locator(':focus');
    expect(await focused.inputValue()).toBe('0');
    await focused.fill('1');
    await problems.getByRole('button', { name: /^Tên/ }).click();
    await page.locator(':focus').fill('Contest from a file');
    await expectGoodPage();
    await create(1).click();
    await page.waitForURL(`${system.origin}/editions/tu-tep/desk`);
  });

  test('every version is there to be read in whole', async () => {
    await page.goto(`${system.origin}/editions/tu-tep/rules`);
    await page.getByRole('link', { name: 'Bản 1' }).click();
    await page.getByRole('heading', { name: 'Giải thưởng' }).waitFor();
    await page.getByText('Giải Nhất').waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Hết hạn nộp hồ sơ');
    expect(text).toContain('30.000.000');
    // Neither codes of the system nor names of its fields.
    expect(text).not.toMatch(/y-tuong|headToHead|submissionsCloseAt|undefined|\[object/);
    await expectGoodPage();
  });

  test('whoever is no administrator is told so', async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await other.goto(`${system.origin}/new-edition`);
    await signInOnPage(other, system, 'ban-to-chuc-1@so-khcn.example.vn');
    await other.getByText('Chỉ quản trị hệ thống tạo cuộc thi mới.').waitFor();
    expect(await other.getByRole('button', { name: 'Tạo cuộc thi' }).count()).toBe(0);
    await context.close();
  });

  test('nothing failed on the way, and nothing was fetched from elsewhere', () => {
    expect(faults.filter((fault) => !/status of 4(?:00|22)/.test(fault))).toEqual([]);
  });
});
