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
import { pitchSeededRound } from '../support/pitched-plan.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: where an entry stands: ${why}`);

const startup = 'startup-1@example.vn';
const path = { editionId: 'kon-tum-2022' };

describe.skipIf(why !== undefined)('a startup after handing in', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];
  let entryIds: readonly string[];

  const as = (email: string) =>
    client({ origin: system.origin, token: async () => await system.token(email) });
  const opens = async (at: number) =>
    await page.goto(`${system.origin}/editions/kon-tum-2022/entries/${entryIds[at]}`);
  const confirms = async (name: string) => {
    await page.getByRole('group').getByRole('button', { name }).click();
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    await pitchSeededRound(system);
    const me = (await as(startup).call(routes.getMe)).body;
    entryIds = me.entries.map(({ entryId }) => entryId);
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('sees what was handed in and prints the receipt', async () => {
    await opens(0);
    await signInOnPage(page, system, startup);
    await page.getByText(/^Nộp lần 1 lúc \d\d:\d\d \d\d\/\d\d\/\d{4}\.$/).waitFor();
    await page.getByText('Giấy xác nhận đã nhận hồ sơ').waitFor();
    await page.locator('.consents-given li').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('link', { name: 'In' }).click();
    await page.getByRole('heading', { level: 1, name: 'Giấy xác nhận' }).waitFor();
    const link = await page.getByText(/\/receipts\/.*signature=/).textContent();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.goto(link ?? '');
    await page.getByText('Giấy xác nhận hợp lệ').waitFor();
  });

  test('takes an optional consent back, which stays so', async () => {
    await opens(0);
    const consent = page.locator('.consents-given li').filter({ hasText: 'cố vấn' });
    await consent.getByText('đang đồng ý').waitFor();
    await consent.getByRole('button', { name: 'Rút lại sự đồng ý' }).click();
    await confirms('Rút lại sự đồng ý');
    await consent.getByText(/đã rút lại · \d\d:\d\d/).waitFor();
    await page.getByText('Các lần đồng ý và rút lại').click();
    await page.getByRole('listitem').filter({ hasText: 'rút lại' }).last().waitFor();
    // The form knows, so that the next save does not agree again.
    const tick = page.getByRole('checkbox', { name: /cố vấn/ });
    expect(await tick.isChecked()).toBe(false);
  });

  test('names the guardian of a minor, who agrees on their own', async () => {
    await opens(0);
    await page.getByLabel('Ngày sinh').first().fill('1/5/2012');
    await page.getByText('Thành viên chưa đủ 18 tuổi').waitFor();
    await page.getByRole('textbox', { name: 'Người giám hộ: Họ và tên' }).fill('Y Nga');
    await page.getByText('Riêng người giám hộ chỉ được lưu khi có đủ tên và điện thoại.').waitFor();
    await page.getByRole('textbox', { name: 'Người giám hộ: Điện thoại' }).fill('0912 345 671');
    await page.getByRole('group', { name: 'Người giám hộ' }).getByRole('checkbox').first().check();
    await page.getByText('Đã lưu.', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const { content } = (
      await as(startup).call(routes.getEntry, { path: { ...path, entryId: entryIds[0] ?? '' } })
    ).body;
    expect(content.members[0]?.guardian).toEqual({
      name: 'Y Nga',
      phone: '+84912345671',
      consents: [{ purpose: 'to-chuc', version: '2022-05-20' }],
    });
  });

  test('withdraws an entry, asked twice', async () => {
    await opens(1);
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
    await page.getByText('Rút hẳn hồ sơ này khỏi cuộc thi?').waitFor();
    await confirms('Rút hồ sơ');
    await page.getByText('Hồ sơ đã được rút khỏi cuộc thi.').waitFor();
    expect(await page.getByRole('button', { name: 'Nộp lại' }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('is told what to supplement until when, may change that alone, and hands in again', async () => {
    system.advance(31 * 86_400_000);
    await system.settled();
    const entryId = entryIds[0] ?? '';
    const date = new Date(Date.now() + 36 * 86_400_000).toISOString().slice(0, 10);
    await as('thu-ky@example.vn').call(routes.requestSupplement, {
      path: { ...path, entryId },
      body: {
        fields: ['summary'],
        documents: [],
        message: 'Nêu rõ hơn thị trường.',
        closesAt: `${date}T17:00`,
      },
    });
    await opens(0);
    await page.getByText('Nêu rõ hơn thị trường.').waitFor();
    await page.getByRole('heading', { name: /^Bổ sung trước 17:00 / }).waitFor();
    const box = (name: string) => page.getByRole('textbox', { name, exact: true });
    expect(await box('Giới thiệu công khai').isDisabled()).toBe(true);
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await box('Tóm tắt').fill('Thị trường: ba mươi hợp tác xã ở Kon Tum.');
    await page.getByText('Đã lưu.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Nộp lại' }).click();
    await page.getByRole('heading', { name: /^Đã bổ sung lúc / }).waitFor();
    await page.getByText('Nộp lần 2').waitFor();
  });

  test('reads the decision of the screening with its reasons', async () => {
    const entryId = entryIds[0] ?? '';
    const reason = (await as(startup).call(routes.getEdition, { path })).body.plan.screening
      .reasons[0];
    await as('thu-ky@example.vn').call(routes.screenEntries, {
      path,
      body: {
        dryRun: false,
        decisions: [
          { entryId, decision: 'ineligible', reasons: [{ code: reason?.id ?? '', note: 'xem' }] },
        ],
      },
    });
    await system.settled();
    await opens(0);
    await page.getByText(/^Hồ sơ không hợp lệ \(kết luận lúc/).waitFor();
    await page.getByText(`${reason?.name.vi}: xem`).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('saw no error', () => {
    expect(faults).toEqual([]);
  });
});
