import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { System } from '../../lib/platform/host/system.ts';
import { writeDate } from '../../web/src/ui/typed-date.ts';
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
if (why !== undefined) console.warn(`skipped: the pages of results: ${why}`);

const edition = '/editions/kon-tum-2022';
const final = `${edition}/desk/rounds/chung-ket/result`;

describe.skipIf(why !== undefined)('two organisers bring a result to everybody', () => {
  let browser: Browser;
  let system: System;
  let approver: Page;
  let publisher: Page;
  let screen: Page;
  let today: string;
  const faults: (readonly string[])[] = [];

  const open = async (width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 768 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults.push(faultsOf(page, system.origin));
    return page;
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    today = await closeSeededFinal(system);
    approver = await open(1366);
    publisher = await open(1366);
    screen = await open(1366);
    await approver.goto(`${system.origin}${edition}/desk/rounds/chung-ket`);
    await signInOnPage(approver, system, organiser);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  const confirm = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('group').getByRole('button', { name, exact: true }).click();
  };

  const fillDecision = async () => {
    const fields = { 'Số văn bản': '120/QĐ-UBND', 'Chức vụ người ký': 'CHỦ TỊCH' };
    for (const [name, value] of Object.entries({ ...fields, 'Họ tên người ký': 'Lê Ngọc Tuấn' })) {
      await publisher.getByRole('textbox', { name }).fill(value);
    }
    await publisher.getByLabel('Ngày ban hành').fill(writeDate(today));
  };

  test('the screen of the announcement knows nothing before', async () => {
    await screen.goto(`${system.origin}${edition}/announcement`);
    await screen.getByText('Chưa có kết quả được công bố.').waitFor();
    await approver.goto(`${system.origin}${edition}/desk/announcement`);
    await approver.getByText('Chưa có kết quả được công bố.').waitFor();
    await approver.goto(`${system.origin}${edition}/desk/rounds/chung-ket`);
    expect(await accessibilityFaults(screen)).toEqual([]);
  });

  test('the chair decides the tie that is left to them', async () => {
    const chair = await open(360);
    await chair.goto(`${system.origin}${edition}/judge`);
    await signInOnPage(chair, system, 'giam-khao-1@hoi-dong.example.vn');
    await chair
      .getByRole('link', { name: /Phần việc của chủ tịch hội đồng: Vòng chung kết/ })
      .click();
    await chair.locator('summary', { hasText: 'Ghi quyết định' }).first().click();
    const orders = chair.getByRole('combobox', { name: /Thứ tự của/ });
    await orders.nth(0).selectOption('1');
    await orders.nth(1).selectOption('2');
    await chair.getByRole('textbox', { name: 'Lý do' }).first().fill('Thị trường rõ hơn.');
    expect([await sidewaysScroll(chair), await accessibilityFaults(chair)]).toEqual([0, []]);
    await chair.getByRole('button', { name: 'Ghi quyết định' }).first().click();
    await chair.getByText('Đã quyết định').first().waitFor();
    await approver.getByRole('link', { name: 'Kết quả vòng thi' }).click();
  });

  test('the ranking has places, scores with a comma, prizes and charts with their numbers', async () => {
    await approver.getByRole('table', { name: /Xếp hạng chung/ }).waitFor();
    const first = approver.locator('.ranked tbody tr').first();
    await expect.poll(async () => await first.textContent()).toMatch(/^1.*\d+,\d\d.*Giải Nhất/);
    await approver.getByRole('table', { name: /Độ chênh điểm theo hồ sơ/ }).waitFor();
    await approver.getByText('Không có phiếu nào bị loại').waitFor();
    expect(await approver.locator('svg.strip').count()).toBeGreaterThan(3);
    expect(await accessibilityFaults(approver)).toEqual([]);
  });

  test('an entry is laid out for deliberation', async () => {
    await approver.locator('.ranked a').first().click();
    await approver.getByRole('columnheader', { name: 'Tiêu chí' }).waitFor();
    expect(await accessibilityFaults(approver)).toEqual([]);
    await approver.getByRole('link', { name: 'Về kết quả vòng thi' }).click();
  });

  test('the derivation is there in words', async () => {
    await approver.getByRole('link', { name: 'Diễn giải cách tính' }).click();
    await approver.locator('.derivation h3').first().waitFor();
    expect(await approver.locator('.derivation').textContent()).not.toMatch(/\\|`|##/);
    expect(await accessibilityFaults(approver)).toEqual([]);
    await approver.getByRole('link', { name: 'Về kết quả vòng thi' }).click();
  });

  test('the tally is made and can be fetched', async () => {
    await approver.getByRole('button', { name: /Lập: Bảng tổng hợp/ }).click();
    const link = approver.getByRole('link', { name: 'Tải tệp' });
    const address = await link.getAttribute('href');
    expect((await fetch(address ?? '')).status).toBe(200);
  });

  test('what was seen is approved, by its digest', async () => {
    await confirm(approver, 'Duyệt kết quả này');
    await approver.getByRole('link', { name: 'Sang bước biên bản và công bố' }).click();
    await approver.getByRole('button', { name: 'Ghi nhận biên bản' }).waitFor();
    await approver.getByRole('textbox', { name: 'Số văn bản' }).fill('15/BB-HĐGK');
    await approver.getByLabel('Ngày ký').fill(writeDate(today));
    await approver.getByRole('textbox', { name: 'Chủ tọa' }).fill('Nguyễn Thị Hồng Đào');
    await approver.getByRole('textbox', { name: 'Thư ký' }).fill('Y Blô');
    await approver.getByRole('button', { name: 'Ghi nhận biên bản' }).click();
    await approver.getByText('Tài khoản này đã duyệt kết quả').waitFor();
    expect(await accessibilityFaults(approver)).toEqual([]);
  });

  test('another organiser sees what everybody will see, plans, cancels, publishes', async () => {
    await publisher.goto(`${system.origin}${edition}/desk/publication`);
    await signInOnPage(publisher, system, 'ban-to-chuc-2@so-khcn.example.vn');
    const seen = publisher.getByRole('region', { name: 'Công chúng sẽ thấy đúng như sau' });
    await seen.getByText('Giải Nhất').first().waitFor();
    await fillDecision();
    const later = new Date(Date.parse(today) + 2 * 86_400_000).toISOString().slice(0, 10);
    await publisher.getByLabel('Giờ công bố').fill(`${writeDate(later)} 10:00`);
    await confirm(publisher, 'Hẹn giờ công bố');
    await publisher.getByText('Sẽ tự công bố lúc 10:00').waitFor();
    expect(await accessibilityFaults(publisher)).toEqual([]);
    await confirm(publisher, 'Hủy lịch công bố');
    await publisher.getByText('Lịch công bố đã bị hủy.').waitFor();
    await fillDecision();
    expect(await accessibilityFaults(publisher)).toEqual([]);
    await confirm(publisher, 'Công bố ngay');
    await publisher.getByRole('link', { name: 'Trang kết quả công khai' }).waitFor();
    await publisher.getByText('Bản 1,').waitFor();
  });

  test('the screen reveals the lowest prize first, by the keys of a presenter', async () => {
    await system.settled();
    await screen.getByText('Kết quả đã được công bố').waitFor();
    await screen.keyboard.press('PageDown');
    await screen.locator('.award').waitFor();
    const lowest = await screen.locator('.prize').textContent();
    const steps = Number((await screen.locator('.moves span').textContent())?.split('/')[1]);
    for (let step = 1; step < steps; step += 1) await screen.keyboard.press('ArrowRight');
    expect([lowest === 'Giải Nhất', await screen.locator('.prize').textContent()]).toEqual([
      false,
      'Giải Nhất',
    ]);
    await screen.keyboard.press(' ');
    await screen.getByRole('heading', { name: 'Kết quả chung cuộc' }).waitFor();
    expect(await accessibilityFaults(screen)).toEqual([]);
  });

  test('an organiser leads the screen from a phone: back to nothing, then the lowest prize', async () => {
    await publisher.getByRole('link', { name: 'Điều khiển bằng điện thoại' }).click();
    await publisher.setViewportSize({ width: 320, height: 640 });
    await publisher.getByText('Chưa hiện ai').waitFor();
    const showsAward = async (name: string) =>
      await screen.locator('.award').getByRole('heading', { name }).waitFor();
    const comesNext = async () =>
      (await publisher.locator('.lead .card .what').textContent()) ?? '';
    const next = await comesNext();
    expect([await sidewaysScroll(publisher), await accessibilityFaults(publisher)]).toEqual([
      0,
      [],
    ]);
    await publisher.getByRole('button', { name: 'Bắt đầu' }).click();
    await showsAward(next);
    expect(await screen.locator('.prize').textContent()).not.toBe('Giải Nhất');
    const second = await comesNext();
    await publisher.getByRole('button', { name: 'Tiếp theo' }).click();
    await showsAward(second);
    await publisher.getByRole('button', { name: 'Quay lại' }).click();
    await showsAward(next);
    // A key at the projector goes on from there; the phone's next word holds again.
    await screen.keyboard.press('ArrowRight');
    await showsAward(second);
    await publisher.getByRole('button', { name: 'Ẩn tất cả' }).click();
    await screen.getByText('Kết quả đã được công bố').waitFor();
    expect(await screen.locator('.award').count()).toBe(0);
    await publisher.setViewportSize({ width: 1366, height: 768 });
    await publisher.goto(`${system.origin}${edition}/desk/publication`);
  });

  test('certificates are issued, comments are let through', async () => {
    await publisher.getByText('Chưa phát hành giấy nào.').waitFor();
    await publisher.getByRole('button', { name: 'Phát hành giấy còn thiếu' }).click();
    await publisher.getByText(/Đã phát hành \d+ giấy mới/).waitFor();
    // They are there for whoever comes later.
    await publisher.reload();
    await publisher.getByRole('link', { name: 'Trang kiểm tra' }).first().waitFor();
    await publisher.getByRole('link', { name: 'Duyệt nhận xét: Vòng chung kết' }).click();
    await publisher.getByRole('button', { name: /Cho hiện \d+ nhận xét/ }).click();
    await publisher
      .getByRole('group')
      .getByRole('button', { name: /Cho hiện/ })
      .click();
    await publisher.getByText('Cho hiện nguyên văn').first().waitFor();
    expect(await accessibilityFaults(publisher)).toEqual([]);
  });

  test('one proposes to retract, the other one confirms', async () => {
    const retract = 'Đề nghị thu hồi kết quả';
    await publisher.goto(`${system.origin}${edition}/desk/publication`);
    await publisher.locator('summary', { hasText: retract }).click();
    const part = publisher.locator('details[open]');
    for (const [name, value] of [
      ['Lý do (mọi người đọc được)', 'Công bố nhầm'],
      ['Số văn bản', '121/QĐ-UBND'],
      ['Trích yếu', 'Về việc thu hồi kết quả'],
      ['Chức vụ người ký', 'CHỦ TỊCH'],
      ['Họ tên người ký', 'Lê Ngọc Tuấn'],
    ] as const) {
      await part.getByRole('textbox', { name }).fill(value);
    }
    await part.getByLabel('Ngày ban hành').fill(writeDate(today));
    await confirm(publisher, retract);
    await publisher.getByText('Người đề nghị không được tự xác nhận.').waitFor();
    await approver.goto(`${system.origin}${edition}/desk/publication`);
    await confirm(approver, 'Xác nhận thu hồi');
    await approver.getByText('Đã thu hồi').waitFor();
    expect(await accessibilityFaults(approver)).toEqual([]);
  });

  test('everything fits a phone of 320 pixels', async () => {
    await approver.setViewportSize({ width: 320, height: 640 });
    for (const path of [final, `${edition}/desk/publication`, `${edition}/announcement`]) {
      await approver.goto(`${system.origin}${path}`);
      await approver.getByRole('heading', { level: 1 }).waitFor();
      await approver.waitForLoadState('networkidle');
      expect([path, await sidewaysScroll(approver)]).toEqual([path, 0]);
    }
  });

  test('no page had an error, but that a result is not there before it is published', () => {
    expect(faults.flat().filter((fault) => !/404/.test(fault))).toEqual([]);
  });
});
