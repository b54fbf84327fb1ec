import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import { writeDate } from '../../web/src/ui/typed-date.ts';
import { faultsOf, pageFaults, startChromium, whyNoChromium } from '../support/chromium.ts';
import { joinAsJudge } from '../support/contested-rounds.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: the desk of a round: ${why}`);

const day = 86_400_000;
const path = { editionId: 'kon-tum-2022' };

describe.skipIf(why !== undefined)('an organiser at the desk of a round', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const confirm = async (name: string | RegExp) => {
    await button(name).click();
    await page.locator('fieldset.confirm').getByRole('button', { name }).click();
  };
  const expectGoodPage = async () => {
    expect(await pageFaults(page)).toEqual([]);
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    system.advance(31 * day);
    await findAllEligible(system);
    await joinAsJudge(system, { email: 'giam-khao-4@hoi-dong.example.vn', name: 'Lê Văn Em' });
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
    await page.goto(`${system.origin}/editions/kon-tum-2022/desk/rounds/so-khao`);
    await signInOnPage(page, system, 'ban-to-chuc-1@so-khcn.example.vn');
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('is told that nothing can be opened yet, and sets the panel with its chair', async () => {
    await confirm('Mở chấm điểm');
    await page.getByText('Chưa giao hồ sơ nào cho giám khảo.').waitFor();
    await page.getByRole('checkbox', { name: 'Lê Văn Em' }).uncheck();
    await page.getByLabel('Chủ trì').selectOption({ label: 'Y Hạnh' });
    await button('Lập hội đồng').click();
    await page.getByText('Chưa lập hội đồng').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('4 hồ sơ hợp lệ, 3 giám khảo.').waitFor();
    expect(await page.getByLabel('Chủ trì').locator('option:checked').textContent()).toBe('Y Hạnh');
  });

  test('asks for what cannot be, and reads why', async () => {
    await page.getByText('Mong muốn', { exact: true }).click();
    await page.getByLabel('Nhiều nhất: Phạm Văn Dũng').fill('1');
    await button('Đề xuất phân công').click();
    await page.getByText('Thiếu 3 lượt đọc, do số hồ sơ giám khảo nhận.').waitFor();
    await page.getByText('Phạm Văn Dũng chỉ còn 1 chỗ.').waitFor();
    await expectGoodPage();
    await page.getByLabel('Nhiều nhất: Phạm Văn Dũng').fill('');
  });

  test('asks again, changes the board by hand and gives what is on it', async () => {
    await page.getByLabel('Số giám khảo mỗi hồ sơ').fill('2');
    await button('Đề xuất phân công').click();
    await page.getByText('Giao thêm 8 lượt đọc.').waitFor();
    await page.getByText('Bảng phân công').click();
    const boxes = page.locator('.board').getByRole('checkbox');
    await expect.poll(async () => await boxes.count()).toBe(12);
    for (const box of await boxes.all()) await box.check();
    await page.getByText('Phạm Văn Dũng: 4').waitFor();
    await expectGoodPage();
    await boxes.first().uncheck();
    await confirm('Giao 11 lượt đọc');
    await page.getByText('Đã giao 11 lượt đọc.').waitFor();
    await page.getByText('0/11 phiếu đã nộp').waitFor();
  });

  test('sees who reads what, and takes a task back with a reason', async () => {
    await page.getByText('Ai đang đọc hồ sơ nào', { exact: true }).click();
    const standing = page.locator('.standing');
    const tasks = standing.getByRole('checkbox');
    await expect.poll(async () => await tasks.count()).toBe(11);
    await page.getByLabel('Chỉ của giám khảo').selectOption({ label: 'A Khoa' });
    const ofOne = standing.getByRole('checkbox', { name: 'A Khoa: chưa chấm' });
    await expect.poll(async () => await tasks.count()).toBe(await ofOne.count());
    const [before, button_] = [await ofOne.count(), button('Thu hồi lượt đọc')];
    expect(await button_.isDisabled()).toBe(true);
    await ofOne.last().check();
    await page.locator('details', { has: standing }).getByLabel('Lý do').fill('Giao nhầm.');
    await expectGoodPage();
    await confirm('Thu hồi lượt đọc');
    await page.getByText('Đã thu hồi 1 lượt đọc').waitFor();
    await page.getByText('0/10 phiếu đã nộp').waitFor();
    await expect.poll(async () => await ofOne.count()).toBe(before - 1);
  });

  test('opens scoring and follows it by judge and by entry', async () => {
    await confirm('Mở chấm điểm');
    await page.getByText('Đang chấm', { exact: true }).waitFor();
    await page.getByText('Theo hồ sơ', { exact: true }).click();
    await page.getByText('0/2 phiếu đã nộp · thiếu 3').first().waitFor();
    await expectGoodPage();
  });

  test('sees whom a reminder would reach, and sends it', async () => {
    await button('Xem ai sẽ được nhắc').click();
    await page.getByText(/Y Hạnh: còn \d phiếu/).waitFor();
    await confirm('Nhắc giám khảo');
    await page.getByText('Đã nhắc 3 giám khảo.').waitFor();
  });

  test('lets it close later by a decision, never earlier', async () => {
    await page.getByText('Gia hạn chấm', { exact: true }).click();
    const until = page.getByLabel('Hạn', { exact: true });
    const form = page.locator('form', { has: until });
    await until.fill(localIn(2));
    await form.getByLabel('Lý do').fill('Hai giám khảo đi công tác.');
    await form.getByLabel('Số quyết định').fill('101/QĐ-BTC');
    await button('Gia hạn').click();
    await page.getByText('Phải muộn hơn hạn đang có.').waitFor();
    await until.fill(localIn(26));
    await button('Gia hạn').click();
    await page.getByText(/Gia hạn từ .* theo 101\/QĐ-BTC/).waitFor();
  });

  test('puts one judge in the place of another', async () => {
    await page.getByText('Thay giám khảo', { exact: true }).first().click();
    await page.getByLabel('Người thôi').selectOption({ label: 'A Khoa' });
    await page.getByLabel('Người thay').selectOption({ label: 'Lê Văn Em' });
    await page.locator('details[open]', { hasText: 'Người thôi' }).getByLabel('Lý do').fill('Ốm.');
    await confirm('Thay giám khảo');
    await page
      .getByRole('listitem')
      .filter({ hasText: /^Lê Văn Em$/ })
      .waitFor();
  });

  test('closes it: what is missing is named, and a reason closes it all the same', async () => {
    await confirm('Đóng vòng chấm');
    await page.getByText('Chưa nộp phiếu điểm. (10)').waitFor();
    await expectGoodPage();
    await button('Vẫn đóng dù còn thiếu').click();
    const group = page.locator('fieldset.confirm');
    expect(await group.getByRole('button', { name: 'Vẫn đóng' }).isDisabled()).toBe(true);
    await group.getByLabel('Lý do').fill('Theo biên bản của Hội đồng.');
    await group.getByRole('button', { name: 'Vẫn đóng' }).click();
    await page.getByText('Đã đóng', { exact: true }).waitFor();
    expect(await button('Đóng vòng chấm').count()).toBe(0);
    await expectGoodPage();
  });

  test('shows the secretariat the progress and nothing to decide', async () => {
    const context = await browser.newContext();
    const secretary = await context.newPage();
    await secretary.goto(`${system.origin}/editions/kon-tum-2022/desk/rounds/chung-ket`);
    await signInOnPage(secretary, system, 'thu-ky@example.vn');
    await secretary.getByText('Chỉ Ban Tổ chức phân công').waitFor();
    await secretary.getByText('Chưa giao hồ sơ nào.').waitFor();
    expect(await secretary.getByRole('main').getByRole('button').count()).toBe(0);
    await context.close();
  });

  test('saw no error but the refusals it asked for', () => {
    expect(faults.filter((fault) => !/status of (?:409|422)/.test(fault))).toEqual([]);
  });
});

/** Every entry that was handed in is found eligible. */
async function findAllEligible(system: System): Promise<void> {
  await system.settled();
  const secretary = client({
    origin: system.origin,
    token: async () => await system.token('thu-ky@example.vn'),
  });
  const { items } = (
    await secretary.call(routes.listEntries, { path, query: { state: 'submitted' } })
  ).body;
  await secretary.call(routes.screenEntries, {
    path,
    body: {
      dryRun: false,
      decisions: items.map(({ entryId }) => ({
        entryId,
        decision: 'eligible' as const,
        reasons: [],
      })),
    },
  });
  await system.settled();
}

/** A wall time of the contest, as it is typed, so many days after the system's now, which is 31 days ahead. */
function localIn(days: number): string {
  const at = new Date(Date.now() + (31 + days) * day + 7 * 3_600_000);
  return writeDate(at.toISOString().slice(0, 16));
}
