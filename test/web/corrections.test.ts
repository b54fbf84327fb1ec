import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDateAt } from '../../lib/contest/local-time.ts';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import { writeDate } from '../../web/src/ui/typed-date.ts';
import {
  accessibilityFaults,
  faultsOf,
  pageFaults,
  startChromium,
  whyNoChromium,
} from '../support/chromium.ts';
import { organiser } from '../support/closed-seeded-round.ts';
import { pageWorlds } from '../support/page-worlds.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: corrections of what is public: ${why}`);

const edition = '/editions/kon-tum-play';

describe.skipIf(why !== undefined)('what is public is put right', () => {
  let browser: Browser;
  let system: System;
  let found: { readonly [name: string]: string };
  let first: Page;
  let second: Page;
  let anybody: Page;
  let today: string;
  const faults: (readonly string[])[] = [];

  const open = async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults.push(faultsOf(page, system.origin));
    return page;
  };
  const expectGoodPage = async (page: Page) => {
    expect(await pageFaults(page)).toEqual([]);
  };
  const confirm = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('group').getByRole('button', { name, exact: true }).click();
  };
  const goes = async (page: Page, path: string, heading: string) => {
    await page.goto(system.origin + path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };

  beforeAll(async () => {
    [browser, { system, found }] = await Promise.all([startChromium(), pageWorlds.played()]);
    const calls = client({
      origin: system.origin,
      token: async () => await system.token(organiser),
    });
    const path = { editionId: 'kon-tum-play' };
    const { serverTime } = (await calls.call(routes.getEdition, { path })).body;
    today = localDateAt(serverTime, 'Asia/Ho_Chi_Minh');
    first = await open();
    second = await open();
    anybody = await open();
    await first.goto(`${system.origin}${edition}/desk/publication`);
    await signInOnPage(first, system, organiser);
    await second.goto(`${system.origin}${edition}/desk/publication`);
    await signInOnPage(second, system, 'ban-to-chuc-2@so-khcn.example.vn');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('a comment is shown as it was put, for a reason; another is not shown', async () => {
    await first.getByRole('link', { name: 'Duyệt nhận xét: Vòng chung kết' }).click();
    const card = first.locator('article.panel').filter({ hasText: 'Chưa xem xét' });
    await card.first().waitFor();
    const left = await card.count();
    const changes = async (decision: string) => {
      await card.first().getByText('Quyết định về nhận xét này').click();
      await card.first().getByLabel('Quyết định').selectOption({ label: decision });
    };
    const save = card.first().getByRole('button', { name: 'Lưu quyết định' });
    await changes('Hiện bản sửa');
    const text = card.first().getByLabel('Bản sửa để thí sinh đọc');
    expect(await text.inputValue()).toBe('Đã đọc hồ sơ.');
    await text.fill('Hồ sơ rõ ràng.');
    expect(await save.isDisabled()).toBe(true);
    await card.first().getByLabel('Lý do').fill('Nêu tên người khác.');
    await expectGoodPage(first);
    await save.click();
    await first.getByText('Hồ sơ rõ ràng.').waitFor();
    await expect.poll(async () => await card.count()).toBe(left - 1);
    await changes('Không hiện');
    await card.first().getByLabel('Lý do').fill('Không phù hợp.');
    await save.click();
    await expect.poll(async () => await card.count()).toBe(left - 2);
    await first.locator('.state', { hasText: 'Không hiện' }).waitFor();
    await expectGoodPage(first);
  });

  test('a certificate is revoked, and whoever checks it reads why', async () => {
    await goes(first, `${edition}/desk/publication`, 'Công bố kết quả');
    const row = first.locator('.certificates > li').filter({
      has: first.locator(`a[href="/certificates/${found['certificate']}"]`),
    });
    await row.getByRole('button', { name: 'Thu hồi giấy' }).click();
    const sure = row.getByRole('group').getByRole('button', { name: 'Thu hồi giấy' });
    await row.getByLabel('Lý do (mọi người đọc được)').fill('Ghi sai tên.');
    expect(await sure.isDisabled()).toBe(true);
    await row.getByLabel('Số văn bản').fill('31/QĐ-BTC');
    await expectGoodPage(first);
    await sure.click();
    await row.getByText('Đã thu hồi').waitFor();
    await row.getByText('31/QĐ-BTC: Ghi sai tên.').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    await expectGoodPage(first);
    await system.settled();
    await anybody.goto(`${system.origin}${edition}/check`);
    await anybody.getByLabel('Mã giấy chứng nhận').fill(found['certificate'] ?? '');
    await anybody.getByRole('button', { name: 'Kiểm tra' }).first().click();
    await anybody.getByText('Giấy chứng nhận đã bị thu hồi.').waitFor();
    await anybody.getByText('Ghi sai tên.').waitFor();
    await anybody.getByText('31/QĐ-BTC').waitFor();
    expect(await accessibilityFaults(anybody)).toEqual([]);
  });

  test('a result is decided about and approved anew by one organiser', async () => {
    await goes(first, `${edition}/desk/rounds/chung-ket/result`, 'Kết quả vòng thi');
    await first.getByText('Ghi một quyết định mới').click();
    const form = first.locator('details', { hasText: 'Ghi một quyết định mới' });
    await form.getByLabel('Nội dung').selectOption({ label: 'Rút một quyết định đã ghi' });
    await form.getByLabel('Số của quyết định bị rút').fill('1');
    await form.getByLabel('Lý do').fill('Thí sinh từ chối giải.');
    await form.getByLabel('Số văn bản').fill('32/BB-BTC');
    await form.getByRole('button', { name: 'Ghi quyết định' }).click();
    await first.getByText('Việc duyệt trước đó đã mất hiệu lực; cần duyệt lại.').waitFor();
    await confirm(first, 'Duyệt kết quả này');
    await first.getByRole('link', { name: 'Sang bước biên bản và công bố' }).click();
    await first.locator('summary', { hasText: 'Công bố bản đính chính' }).click();
    // Whoever approved cannot correct.
    await first.getByText('Tài khoản này đã duyệt kết quả').waitFor();
    await expectGoodPage(first);
  });

  test('the other one corrects what is published; everybody reads why', async () => {
    await goes(second, `${edition}/desk/publication`, 'Công bố kết quả');
    const minutes = second.getByRole('button', { name: 'Ghi nhận biên bản' });
    await second.getByRole('textbox', { name: 'Số văn bản' }).first().fill('33/BB-HĐGK');
    await second.getByLabel('Ngày ký').fill('31/01/2099');
    await second.getByRole('textbox', { name: 'Chủ tọa' }).fill('Nguyễn Thị Hồng Đào');
    await second.getByRole('textbox', { name: 'Thư ký' }).fill('Y Blô');
    await minutes.click();
    await second.getByText(/^Không được sau hôm nay\. \(\d\d\/\d\d\/\d{4}\)/).waitFor();
    await second.getByLabel('Ngày ký').fill(writeDate(today));
    await minutes.click();
    await second.getByText('Biên bản 33/BB-HĐGK').waitFor();
    await second.locator('summary', { hasText: 'Công bố bản đính chính' }).click();
    const part = second.locator('details[open]');
    await part.getByRole('region', { name: 'Công chúng sẽ thấy đúng như sau' }).waitFor();
    for (const [name, value] of [
      ['Lý do (mọi người đọc được)', 'Thí sinh từ chối giải'],
      ['Số văn bản', '125/QĐ-UBND'],
      ['Trích yếu', 'Về việc đính chính kết quả'],
      ['Chức vụ người ký', 'CHỦ TỊCH'],
      ['Họ tên người ký', 'Lê Ngọc Tuấn'],
    ] as const) {
      await part.getByRole('textbox', { name }).fill(value);
    }
    await part.getByLabel('Ngày ban hành').fill(writeDate(today));
    await expectGoodPage(second);
    await confirm(second, 'Công bố bản đính chính');
    await second.getByText('Bản 2,').waitFor();
    await second.getByText('Bản 1,').waitFor();
    await expectGoodPage(second);
    await system.settled();
    await anybody.goto(`${system.origin}/results/kon-tum-play/index.html`);
    await anybody.getByText('Thí sinh từ chối giải').waitFor();
    expect(await anybody.getByText('Giải Triển vọng').count()).toBe(0);
    await anybody.getByRole('link', { name: /1$/ }).click();
    await anybody.getByText('Giải Triển vọng').first().waitFor();
    expect(await accessibilityFaults(anybody)).toEqual([]);
  });

  test('saw no error but the refusals that were asked for', () => {
    expect(faults.flat().filter((fault) => !/status of (?:404|409|422)/.test(fault))).toEqual([]);
  });
});
