import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import { writeDate } from '../../web/src/ui/typed-date.ts';
import { faultsOf, pageFaults, startChromium, whyNoChromium } from '../support/chromium.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: the desk of the organisers: ${why}`);

const day = 86_400_000;
const editionId = 'kon-tum-2022';

describe.skipIf(why !== undefined)('an organiser at the desk, from the list to the mails', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const tab = (name: string) =>
    page.getByRole('navigation').getByRole('link', { name, exact: true });
  const confirm = async (name: string | RegExp) => {
    await button(name).click();
    await page.locator('fieldset.confirm').getByRole('button', { name }).click();
  };
  const expectGoodPage = async () => {
    expect(await pageFaults(page)).toEqual([]);
  };
  const titles = async () => await page.locator('.lines a').allTextContents();

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    system.advance(31 * day);
    await system.settled();
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('sees from the account what waits, how many entries there are and where the rounds stand', async () => {
    await page.goto(`${system.origin}/me`);
    await signInOnPage(page, system, 'ban-to-chuc-1@so-khcn.example.vn');
    await page.getByRole('link', { name: /Bàn làm việc/ }).click();
    await page.getByRole('link', { name: '4 hồ sơ chờ sơ loại' }).waitFor();
    await page.getByRole('link', { name: /Vòng sơ khảo.*Chưa mở chấm/ }).waitFor();
    await page.locator('.numbers').getByText('6').waitFor();
    await expectGoodPage();
  });

  test('finds entries without typing accents, and by filters that stand in the address', async () => {
    await page.getByRole('link', { name: '2 hồ sơ còn thiếu thành phần' }).click();
    await page.getByText('Đang xem 2 hồ sơ').waitFor();
    await button('Bỏ lọc').click();
    await page.getByText('Đang xem 6 hồ sơ').waitFor();
    await page.getByRole('textbox', { name: /Tìm theo mã/ }).fill('SAM ngoc');
    await button('Tìm').click();
    await page.getByText('Đang xem 1 hồ sơ').waitFor();
    expect(await titles()).toEqual(['Trà túi lọc từ lá Sâm Ngọc Linh']);
    await page.reload();
    await page.getByText('Đang xem 1 hồ sơ').waitFor();
    await page.getByLabel('Loại chủ thể').selectOption({ label: 'Hợp tác xã' });
    await page.getByText('Không có hồ sơ nào khớp.').waitFor();
    await button('Bỏ lọc').click();
    await page.getByText('Đang xem 6 hồ sơ').waitFor();
    await expectGoodPage();
  });

  test('exports the list: the workbook is written, then fetched by its link', async () => {
    await button('Xuất danh sách Excel').click();
    const link = page.getByRole('link', { name: 'Tải tệp về' });
    await link.waitFor();
    await page.getByText(/6 hồ sơ, \d/).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  test('reads an entry, its file and its history, and asks for a supplement', async () => {
    await page.getByRole('link', { name: /Sâm Ngọc Linh/ }).click();
    await page.getByRole('heading', { name: 'Sơ loại' }).waitFor();
    await page.getByText('+84900000001').waitFor();
    await button(/^Mở: /).click();
    await page.getByRole('img', { name: 'Trang 1 trên 1' }).waitFor();
    await page.getByText('Đề nghị thí sinh bổ sung').click();
    await page.getByRole('checkbox', { name: 'Tóm tắt' }).check();
    await page.getByLabel(/Nội dung đề nghị/).fill('Nêu rõ nguồn lá sâm.');
    await page.getByLabel('Hạn', { exact: true }).fill('01/01/2022 17:00');
    await button('Gửi đề nghị').click();
    await page.getByText('Phải muộn hơn bây giờ.').waitFor();
    await page.getByLabel('Hạn', { exact: true }).fill(localIn(2));
    await button('Gửi đề nghị').click();
    await page.getByText(/Đang mở đến/).waitFor();
    await page.getByText('Xem ai đã làm gì').click();
    await page.getByText(/^Đề nghị bổ sung: Tóm tắt · đến/).waitFor();
    await page.getByText('Nguyễn Văn An').waitFor();
    await expectGoodPage();
  });

  test('tries a screening of many: what is in the way is named, and left out; the rest is recorded', async () => {
    await tab('Hồ sơ').click();
    await button('Chọn tất cả hồ sơ đã nộp đang xem').click();
    await button('Xem trước').click();
    await page.getByText('Đang chờ thí sinh bổ sung.').waitFor();
    expect(await page.getByRole('cell', { name: 'Hợp lệ', exact: true }).count()).toBe(3);
    await expectGoodPage();
    await button('Bỏ chọn các hồ sơ vướng').click();
    await page.getByText('Đã chọn 3 hồ sơ').waitFor();
    await button('Xem trước').click();
    await confirm('Ghi nhận 3 kết luận');
    await expect.poll(async () => await page.getByText('Hợp lệ', { exact: true }).count()).toBe(4);
  });

  test('closes the supplement and finds that entry not eligible, with a reason', async () => {
    await page.getByRole('link', { name: /Sâm Ngọc Linh/ }).click();
    await confirm('Thôi đề nghị bổ sung');
    await page.getByText(/Đang mở đến/).waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'Không hợp lệ' }).check();
    expect(await button('Ghi ý kiến').isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Đã đạt giải ở cuộc thi khác' }).check();
    await page.getByLabel(/Ghi rõ/).fill('Giải nhì năm 2021.');
    await button('Ghi ý kiến').click();
    await page.getByText(/Kết luận: Không hợp lệ/).waitFor();
    await page.getByText('Đã đạt giải ở cuộc thi khác: Giải nhì năm 2021.').first().waitFor();
  });

  test('admits a draft late by a decision', async () => {
    await tab('Hồ sơ').click();
    await page.getByRole('link', { name: /Măng Đen/ }).click();
    await page.getByLabel('Hạn', { exact: true }).fill(localIn(1));
    await page.getByLabel('Lý do').fill('Mất điện toàn xã.');
    await button('Cho nộp muộn').click();
    await page.getByText('Cần điền.').waitFor();
    await page.getByLabel('Số quyết định').fill('95/QĐ-BTC');
    await button('Cho nộp muộn').click();
    await page.getByText(/Được nộp đến .* theo 95\/QĐ-BTC/).waitFor();
  });

  test('admits somebody late who never began', async () => {
    await tab('Hồ sơ').click();
    await page.getByText('Cho người chưa có hồ sơ nộp muộn').click();
    await page.getByLabel('Địa chỉ thư của người nộp').fill('muon@example.vn');
    await page.getByLabel('Hạn', { exact: true }).fill(localIn(1));
    await page.getByLabel('Lý do').fill('Ốm nằm viện.');
    await page.getByLabel('Số quyết định').fill('96/QĐ-BTC');
    await button('Cho nộp muộn').click();
    await page.getByText(/muon@example.vn được lập và nộp hồ sơ đến/).waitFor();
  });

  test('reads a held mail, changes it, is told of another change, and lets all go', async () => {
    await system.settled();
    await tab('Thư').click();
    await page.getByText('Đang xem 4 thư').waitFor();
    await expectGoodPage();
    await page.locator('.lines a').first().click();
    const text = page.getByLabel('Nội dung');
    await text.fill(`${await text.inputValue()}\n\nTrân trọng.`);
    await page.getByText('Lưu nội dung vừa sửa trước khi cho gửi').waitFor();
    await button('Lưu nội dung').click();
    await page.getByText('Đã lưu.').waitFor();
    const mailId = page.url().split('/').at(-1) ?? '';
    const other = client({
      origin: system.origin,
      token: async () => await system.token('thu-ky@example.vn'),
    });
    const path = { editionId, mailId };
    const { body, etag = '' } = await other.call(routes.getMail, { path });
    await other.call(routes.changeMail, {
      path,
      body: { subject: 'Tiêu đề của thư ký', text: body.text },
      ifMatch: etag,
    });
    await text.fill('Bản của tôi');
    await button('Lưu nội dung').click();
    await page.getByText('Người khác vừa sửa thư này.').waitFor();
    expect(await text.inputValue()).toBe('Bản của tôi');
    await button('Lấy bản mới').click();
    await expect
      .poll(async () => await page.getByLabel('Tiêu đề').inputValue())
      .toBe('Tiêu đề của thư ký');
    await expectGoodPage();
    await page.getByRole('link', { name: /Danh sách thư/ }).click();
    await button('Chọn tất cả thư đang giữ').click();
    await confirm('Cho gửi 4 thư');
    await page.getByText('Không có thư nào đang giữ').waitFor();
  });

  test('invites somebody, sends the mail again, takes it back, and takes a role', async () => {
    await tab('Nhân sự').click();
    await page.getByLabel('Họ và tên').fill('Đinh Thị Lan');
    await page.getByLabel('Địa chỉ thư điện tử').fill('lan');
    await button('Gửi lời mời').click();
    await page.getByText('Địa chỉ thư chưa đúng.').waitFor();
    await page.getByLabel('Địa chỉ thư điện tử').fill('lan@hoi-dong.example.vn');
    await button('Gửi lời mời').click();
    await page.getByText('Đã gửi lời mời đến lan@hoi-dong.example.vn').waitFor();
    await system.settled();
    await button('Gửi lại thư mời Đinh Thị Lan').click();
    await page.getByText('Đã gửi lại thư mời.').waitFor();
    await expectGoodPage();
    await confirm('Hủy lời mời Đinh Thị Lan');
    await page.getByText('Giám khảo · đã hủy').waitFor();
    await confirm('Gỡ vai trò của A Khoa');
    await page.getByText('Không còn vai trò').waitFor();
    expect(await button('Gỡ vai trò của Nguyễn Văn An').count()).toBe(0);
  });

  test('turns others away: whoever only takes part has no desk', async () => {
    const context = await browser.newContext();
    const stranger = await context.newPage();
    await stranger.goto(`${system.origin}/editions/${editionId}/desk/entries`);
    await signInOnPage(stranger, system, 'startup-1@example.vn');
    await stranger.getByText('Trang này dành cho Ban Tổ chức').waitFor();
    await context.close();
  });

  test('saw no error but the refusals it asked for', () => {
    expect(faults.filter((fault) => !/status of (?:412|422)/.test(fault))).toEqual([]);
  });
});

/** A wall time of the contest, as it is typed, so many days after the system's now, which is 31 days ahead. */
function localIn(days: number): string {
  const at = new Date(Date.now() + (31 + days) * day + 7 * 3_600_000);
  return writeDate(at.toISOString().slice(0, 16));
}
