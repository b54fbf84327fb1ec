import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { System } from '../../lib/platform/host/system.ts';
import { faultsOf, pageFaults, startChromium, whyNoChromium } from '../support/chromium.ts';
import { organiser } from '../support/closed-seeded-round.ts';
import { closeTiedFinal } from '../support/contested-rounds.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: the lot and prizes by decision: ${why}`);

const edition = '/editions/kon-tum-2022';
const final = `${edition}/desk/rounds/chung-ket/result`;

describe.skipIf(why !== undefined)('the lot and prizes by decision', () => {
  let browser: Browser;
  let system: System;
  let first: Page;
  let second: Page;
  const faults: (readonly string[])[] = [];

  const open = async (email: string, path: string) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults.push(faultsOf(page, system.origin));
    await page.goto(system.origin + path);
    await signInOnPage(page, system, email);
    return page;
  };
  const expectGoodPage = async (page: Page) => {
    expect(await pageFaults(page)).toEqual([]);
  };
  const confirm = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('group').getByRole('button', { name, exact: true }).click();
  };
  const form = () => first.locator('details', { hasText: 'Ghi một quyết định mới' });
  const rows = () => first.getByRole('table').filter({ hasText: 'Hiệu lực' }).locator('tbody tr');
  const decides = async (kind: string, prize: string, documentNumber: string) => {
    await form().getByLabel('Nội dung').selectOption({ label: kind });
    await form().getByLabel('Giải', { exact: true }).selectOption({ label: prize });
    await form().getByLabel('Lý do').fill('Ban Tổ chức thống nhất.');
    await form().getByLabel('Số văn bản').fill(documentNumber);
    return form().getByRole('button', { name: 'Ghi quyết định' });
  };
  const given = async () =>
    await first.locator('h3:text-is("Giải thưởng theo kết quả này") + ul').innerText();
  const titleAt = async (place: number) =>
    (await first.locator('.ranked a').nth(place).textContent())?.split(' · ').at(-1) ?? '?';

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    await closeTiedFinal(system);
    first = await open(organiser, final);
    second = await open('ban-to-chuc-2@so-khcn.example.vn', `${edition}/desk/publication`);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('the lot is drawn once, and how it can be checked stands beside it', async () => {
    const tie = first.locator('article.panel', { hasText: 'Đồng hạng 2' });
    await tie.getByText('Phải quyết định trước khi duyệt').waitFor();
    expect(await first.getByRole('button', { name: 'Duyệt kết quả này' }).isDisabled()).toBe(true);
    await expectGoodPage(first);
    // Organisers only read whose it is.
    await first.getByText(/^Phạm Văn Dũng ghi quyết định hoặc bốc thăm/).waitFor();
    expect(await first.getByRole('button', { name: 'Bốc thăm' }).count()).toBe(0);
    const chair = await open('giam-khao-1@hoi-dong.example.vn', `${edition}/chair/chung-ket`);
    await confirm(chair, 'Bốc thăm');
    await chair.getByText('Đã bốc thăm').waitFor();
    await chair.getByText('Đã quyết định').waitFor();
    expect(await chair.locator('[role=status] ol').getByRole('listitem').count()).toBe(2);
    for (const name of ['Cam kết khi mở vòng', 'Mã bí mật nay công khai']) {
      expect(await chair.locator('p', { hasText: name }).locator('code').textContent()).toMatch(
        /^[\w+/=-]{20,}$/,
      );
    }
    expect(await chair.getByRole('button', { name: 'Bốc thăm' }).count()).toBe(0);
    await expectGoodPage(chair);
    await chair.context().close();
    await first.reload();
    await tie.getByText('Đã quyết định').waitFor();
    await first.getByText('Không còn vướng mắc.').waitFor();
  });

  test('some places of a prize are not given', async () => {
    await first.getByText('Ghi một quyết định mới').click();
    await decides('Không trao một số giải', 'Giải Ba', '21/BB-BTC');
    await form().getByLabel('Số lượng').fill('99');
    await form().getByRole('button', { name: 'Ghi quyết định' }).click();
    // There are not so many.
    await form().locator('.wrong-text').waitFor();
    await expectGoodPage(first);
    await form().getByLabel('Số lượng').fill('3');
    await form().getByRole('button', { name: 'Ghi quyết định' }).click();
    await expect.poll(async () => await rows().count()).toBe(1);
    await expect
      .poll(given)
      .toMatch(/Giải Ba: 3 giải để trống \(Ban Tổ chức quyết định không trao\)/);
  });

  test('a prize that no rank gives goes to an entry', async () => {
    const button = await decides('Trao giải cho một hồ sơ', 'Giải Triển vọng', '22/BB-BTC');
    const title = await titleAt(3);
    expect(await button.isDisabled()).toBe(true);
    const entries = form().getByLabel('Hồ sơ', { exact: true });
    const option = await entries.locator('option', { hasText: title }).getAttribute('value');
    await entries.selectOption(option);
    await button.click();
    await expect.poll(given).toMatch(new RegExp(`Giải Triển vọng: .*${title}`));
  });

  test('an entry does not get its prize, and those behind it move up', async () => {
    const [winner, next] = [await titleAt(0), await titleAt(1)];
    const kind = 'Không trao giải cho hồ sơ đang được giải';
    const button = await decides(kind, 'Giải Nhất', '23/BB-BTC');
    const entries = form().getByLabel('Hồ sơ', { exact: true });
    const option = await entries.locator('option', { hasText: winner }).getAttribute('value');
    await entries.selectOption(option);
    expect(await form().getByLabel('Các hồ sơ sau được đôn lên').isChecked()).toBe(true);
    await expectGoodPage(first);
    await button.click();
    await expect.poll(given).toMatch(new RegExp(`Giải Nhất: .*${next}`));
    expect(await given()).not.toContain(winner);
    expect(await rows().count()).toBe(3);
  });

  test('what one approved is void once the other decides anew: both are told', async () => {
    await confirm(first, 'Duyệt kết quả này');
    await first.getByRole('link', { name: 'Sang bước biên bản và công bố' }).waitFor();
    await second.reload();
    await second.getByText(/^Nguyễn Văn An duyệt lúc /).waitFor();
    await second.getByRole('link', { name: 'Xem kết quả vòng cuối' }).click();
    await second.getByText('Ghi một quyết định mới').click();
    const said = second.locator('details', { hasText: 'Ghi một quyết định mới' });
    await said.getByLabel('Nội dung').selectOption({ label: 'Rút một quyết định đã ghi' });
    await said.getByLabel('Số của quyết định bị rút').fill('3');
    await said.getByLabel('Lý do').fill('Xác minh lại.');
    await said.getByLabel('Số văn bản').fill('24/BB-BTC');
    await said
      .getByText('Nếu kết quả đã được duyệt thì việc duyệt mất hiệu lực và phải duyệt lại.')
      .waitFor();
    await said.getByRole('button', { name: 'Ghi quyết định' }).click();
    await second.getByText('Việc duyệt trước đó đã mất hiệu lực; cần duyệt lại.').waitFor();
    await second.getByRole('heading', { name: 'Đã đóng, chờ duyệt' }).waitFor();
    await expectGoodPage(second);
    await first.getByRole('link', { name: 'Sang bước biên bản và công bố' }).click();
    await first.getByText('Vòng cuối chưa có kết quả được duyệt.').first().waitFor();
    expect(await first.getByRole('button', { name: 'Ghi nhận biên bản' }).count()).toBe(0);
    await expectGoodPage(first);
  });

  test('saw no error but the refusals that were asked for', () => {
    expect(faults.flat().filter((fault) => !/status of (?:404|409|422)/.test(fault))).toEqual([]);
  });
});
