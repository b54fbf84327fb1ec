import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import { faultsOf, pageFaults, startChromium, whyNoChromium } from '../support/chromium.ts';
import { openSeededRound } from '../support/opened-round.ts';
import { pitchSeededRound } from '../support/pitched-plan.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: what is put right in a round: ${why}`);

const organiser = 'ban-to-chuc-1@so-khcn.example.vn';
const reader = 'giam-khao-1@hoi-dong.example.vn';
const chair = 'giam-khao-2@hoi-dong.example.vn';
const edition = { editionId: 'kon-tum-2022' };
const round = { ...edition, roundId: 'so-khao' };

describe.skipIf(why !== undefined)('a round is put right', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let judge: Page;
  let entry: { readonly entryId: string; readonly name: string };
  let readerName: string;
  let chairName: string;
  let thirdName: string;
  const faults: (readonly string[])[] = [];

  const as = (email: string) =>
    client({ origin: system.origin, token: async () => await system.token(email) });
  const open = async (width: number, path: string, email: string) => {
    const context = await browser.newContext({ viewport: { width, height: 768 } });
    const opened = await context.newPage();
    opened.setDefaultTimeout(20_000);
    faults.push(faultsOf(opened, system.origin));
    await opened.goto(`${system.origin}/editions/kon-tum-2022${path}`);
    await signInOnPage(opened, system, email);
    return opened;
  };
  const part = (name: string) => page.locator('details.panel', { hasText: name }).first();
  const confirm = async (of: Page, name: string) => {
    await of.getByRole('button', { name, exact: true }).click();
    await of.locator('fieldset.confirm').getByRole('button', { name, exact: true }).click();
  };
  const expectGoodPage = async (of: Page) => {
    expect(await pageFaults(of)).toEqual([]);
  };
  const handsIn = async () => {
    const sheet = { ...round, entryId: entry.entryId };
    const { body } = await as(reader).call(routes.getScoreSheet, { path: sheet });
    await as(reader).call(routes.submitScoreSheet, {
      path: sheet,
      ifMatch: `"${body.version}"`,
    });
    await system.settled();
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    await pitchSeededRound(system);
    const people = (await as(organiser).call(routes.listPeople, { path: edition })).body.items;
    const [one, two] = [reader, chair].map((mail) => people.find(({ email }) => email === mail));
    if (one === undefined || two === undefined) throw new Error('the seed has two judges');
    readerName = one.name;
    chairName = two.name;
    thirdName = people.find(({ email }) => email.startsWith('giam-khao-3'))?.name ?? '';
    const { etag = '' } = await as(organiser).call(routes.getRound, { path: round });
    await as(organiser).call(routes.setPanel, {
      path: round,
      body: { judges: [one.personId, two.personId], chair: two.personId },
      ifMatch: etag,
    });
    await openSeededRound(system);
    await system.settled();
    const { items } = (await as(organiser).call(routes.listAssignments, { path: round })).body;
    const [task] = items;
    if (task === undefined) throw new Error('nothing is assigned');
    entry = { entryId: task.entryId, name: `${task.code} · ${task.title}` };
    await as(organiser).call(routes.assignEntries, {
      path: round,
      body: { pairs: [{ entryId: task.entryId, judgeId: two.personId }] },
    });
    await scoreOne(as(reader), entry.entryId);
    await system.settled();
    page = await open(1366, '/desk/rounds/so-khao', organiser);
    judge = await open(360, `/judge/so-khao/${entry.entryId}`, reader);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('a sheet is opened again with a reason; its judge changes it and hands it in', async () => {
    await judge.getByText('Phiếu đã nộp và được khóa.').waitFor();
    await page.getByText('Phiếu điểm của từng giám khảo', { exact: true }).click();
    const lines = part('Phiếu điểm của từng giám khảo').locator('.lines > li');
    await expect.poll(async () => await lines.count()).toBe(5);
    await page.getByLabel('Chỉ phiếu đã nộp').check();
    expect(await lines.count()).toBe(1);
    await page.getByRole('button', { name: /^Mở lại phiếu: / }).click();
    const button = page.getByRole('button', { name: 'Mở lại phiếu', exact: true });
    expect(await button.isDisabled()).toBe(true);
    await lines.getByLabel('Lý do').fill('Cộng nhầm ở mục Tính mới.');
    await expectGoodPage(page);
    await confirm(page, 'Mở lại phiếu');
    await page.getByText(`Đã mở lại phiếu của ${readerName}`).waitFor();
    await judge.reload();
    await judge.getByText('Phiếu được mở lại: Cộng nhầm ở mục Tính mới.').waitFor();
    await judge.getByRole('textbox', { name: 'Tính mới', exact: true }).fill('9,5');
    await judge.getByText('Đã lưu: 9,5').waitFor();
    await judge.getByRole('button', { name: 'Nộp phiếu' }).click();
    await judge.getByText('Phiếu đã nộp và được khóa.').waitFor();
    await expect.poll(async () => await lines.count()).toBe(1);
  });

  test('the chair opens it on a phone as well, and is told where it is open already', async () => {
    const phone = await open(360, '/judge', chair);
    await phone.getByRole('link', { name: /Phần việc của chủ tịch hội đồng/ }).click();
    await phone.getByRole('heading', { name: 'Mở lại phiếu đã nộp' }).waitFor();
    for (const [at, said] of [
      [1, 'Đã mở lại phiếu của Giám khảo 1'],
      [2, 'Phiếu này chưa nộp hoặc vừa được mở lại'],
    ] as const) {
      await phone.getByLabel('Hồ sơ').selectOption({ index: 1 });
      await phone.getByLabel('Giám khảo').selectOption({ label: 'Giám khảo 1' });
      await phone.getByLabel('Lý do').fill(`Thống nhất trong Hội đồng, lần ${at}.`);
      await confirm(phone, 'Mở lại phiếu');
      await phone.getByText(said).waitFor();
    }
    // Nobody opens their own.
    expect(await phone.getByLabel('Giám khảo').locator('option').allTextContents()).toEqual([
      'Chọn…',
      'Giám khảo 1',
    ]);
    await expectGoodPage(phone);
    await phone.context().close();
    await handsIn();
  });

  test('what no judge gives is corrected one entry at a time, also when somebody was quicker', async () => {
    await page.getByText('Điểm không do giám khảo chấm', { exact: true }).click();
    await page.getByText('Sửa từng hồ sơ, xem các lần ghi').click();
    const one = part('Điểm không do giám khảo chấm').locator('details');
    await one.getByLabel('Hồ sơ', { exact: true }).selectOption({ label: entry.name });
    await one.getByText('Chưa ghi lần nào.').waitFor();
    await one.getByRole('textbox', { name: 'Hồ sơ đầy đủ' }).fill('4,5');
    await one.getByRole('textbox', { name: 'Bình chọn (số phiếu)' }).fill('7');
    await page.getByRole('button', { name: 'Ghi hồ sơ này' }).click();
    await one.getByText('Đã ghi.', { exact: true }).waitFor();
    await as('ban-to-chuc-2@so-khcn.example.vn').call(routes.giveComponents, {
      path: { ...round, entryId: entry.entryId },
      body: { points: { 'ho-so-day-du': '4' }, votes: 7, reason: 'Nộp thiếu một bản.' },
      ifMatch: '"1"',
    });
    await one.getByRole('textbox', { name: 'Bình chọn (số phiếu)' }).fill('9');
    await one.getByLabel('Lý do sửa').fill('Đếm lại.');
    await page.getByRole('button', { name: 'Ghi hồ sơ này' }).click();
    await one.getByText('Người khác vừa ghi hồ sơ này').waitFor();
    await one.getByText('đã ghi: 4', { exact: false }).first().waitFor();
    expect(await one.getByRole('textbox', { name: 'Bình chọn (số phiếu)' }).inputValue()).toBe('9');
    await page.getByRole('button', { name: 'Ghi hồ sơ này' }).click();
    const rows = one.locator('tbody tr');
    await expect.poll(async () => await rows.count()).toBe(3);
    const texts = await rows.allTextContents();
    expect(texts[0]).toMatch(/^1.*Ghi lần đầu.*Hồ sơ đầy đủ: 4,5Số phiếu bình chọn: 7$/);
    expect(texts[1]).toMatch(/^2.*Sửa.*Hồ sơ đầy đủ: 4,5 → 4Nộp thiếu một bản\.$/);
    expect(texts[2]).toMatch(/^3.*Sửa.*Số phiếu bình chọn: 7 → 9Đếm lại\.$/);
    await expectGoodPage(page);
  });

  const conflictForm = () => part('Ghi nhận xung đột lợi ích do người khác báo');
  const choosePair = async (judgeName: string) => {
    await conflictForm().getByLabel('Hồ sơ').selectOption({ label: entry.name });
    await conflictForm().getByLabel('Giám khảo').selectOption({ label: judgeName });
  };

  test('a conflict somebody told of says what it does, before the sheet is begun', async () => {
    await page.getByText('Ghi nhận xung đột lợi ích do người khác báo').click();
    await choosePair(thirdName);
    await conflictForm().getByText('Giám khảo này chưa được giao hồ sơ đó').waitFor();
    await choosePair(readerName);
    await conflictForm().getByText('Phiếu đã nộp bị hủy và không bao giờ được tính').waitFor();
    await choosePair(chairName);
    await conflictForm().getByText('Phiếu chưa bắt đầu').waitFor();
    await conflictForm().getByText('Giao hồ sơ cho giám khảo khác').waitFor();
    await conflictForm().getByLabel('Ai báo, xung đột gì').fill('Cùng nơi công tác.');
    await expectGoodPage(page);
    await confirm(page, 'Ghi nhận xung đột');
    await conflictForm().getByText('không có phiếu nào phải hủy').waitFor();
  });

  test('and after the close, when the sheet is in: it counts no more, and its judge sees it', async () => {
    await as(organiser).call(routes.closeRound, {
      path: round,
      body: { acceptMissing: true, reason: 'Theo biên bản.' },
    });
    await system.settled();
    await page.reload();
    await page.getByText('Ghi nhận xung đột lợi ích do người khác báo').click();
    await choosePair(readerName);
    await conflictForm().getByText('Phiếu đã nộp bị hủy và không bao giờ được tính').waitFor();
    await conflictForm().getByText('Hồ sơ còn 0 phiếu đã nộp được tính').waitFor();
    await conflictForm().getByText('Xếp hạng của vòng được tính lại').waitFor();
    await conflictForm().getByLabel('Ai báo, xung đột gì').fill('Thí sinh báo: cùng góp vốn.');
    await confirm(page, 'Ghi nhận xung đột');
    await conflictForm().getByText('phiếu của giám khảo đã bị hủy').waitFor();
    await conflictForm().getByRole('link', { name: 'Xem kết quả có đổi không' }).waitFor();
    await expectGoodPage(page);
    await judge.goto(`${system.origin}/editions/kon-tum-2022/judge`);
    await judge.getByText('Ông/Bà đã khai có xung đột lợi ích với hồ sơ này.').waitFor();
    await system.settled();
  });

  test('once it is closed, every version of the sheet is read: who, what, why', async () => {
    await page.reload();
    await page.getByText('Phiếu điểm của từng giám khảo', { exact: true }).click();
    await page.getByRole('button', { name: `Các lần sửa: ${readerName}, ${entry.name}` }).click();
    const rows = part('Phiếu điểm của từng giám khảo').locator('tbody tr');
    await rows.first().waitFor();
    const texts = await rows.allTextContents();
    expect(texts.filter((text) => text.includes('Nộp phiếu'))).toHaveLength(3);
    expect(texts.find((text) => text.includes('9,5'))).toMatch(/Lưu phiếu.*Tính mới: 8 → 9,5$/);
    expect(texts.filter((text) => text.includes('Mở lại phiếu'))).toEqual([
      expect.stringMatching(/không đổi điểmCộng nhầm ở mục Tính mới\.$/),
      expect.stringMatching(/không đổi điểmThống nhất trong Hội đồng, lần 1\.$/),
    ]);
    expect(texts.at(-1)).toMatch(/Hủy vì xung đột lợi ích.*Thí sinh báo: cùng góp vốn\.$/);
    await expectGoodPage(page);
    await page.getByText('Điểm không do giám khảo chấm', { exact: true }).click();
    await page.getByText('Sửa từng hồ sơ, xem các lần ghi').click();
    const one = part('Điểm không do giám khảo chấm').locator('details');
    await one.getByLabel('Hồ sơ', { exact: true }).selectOption({ label: entry.name });
    await expect.poll(async () => await one.locator('tbody tr').count()).toBe(3);
    expect(await one.getByRole('textbox').count()).toBe(0);
  });

  test('no page had an error but the refusals that were asked for', () => {
    expect(faults.flat().filter((fault) => !/status of (?:409|412)/.test(fault))).toEqual([]);
  });
});

/** A judge signs, says there is no conflict, gives eight or half of everything and hands in. */
async function scoreOne(judge: ReturnType<typeof client>, entryId: string): Promise<void> {
  const sheet = { ...round, entryId };
  const { plan, planVersion } = (await judge.call(routes.getEdition, { path: edition })).body;
  if (plan.confidentiality !== undefined) {
    await judge.call(routes.signConfidentiality, {
      path: edition,
      body: { acceptedPlanVersion: planVersion },
    });
  }
  await judge.call(routes.declareConflict, { path: sheet, body: { conflict: false, reason: '' } });
  const parts = (plan.rounds[0]?.rubrics[0]?.rubric.criteria ?? []).flatMap(
    (criterion) => criterion.parts ?? [criterion],
  );
  const points = Object.fromEntries(
    parts.map(({ id, maxPoints }) => [id, maxPoints === '10' ? '8' : '5']),
  );
  const { version } = (
    await judge.call(routes.saveScoreSheet, {
      path: sheet,
      body: { planVersion, points, comment: 'Rõ ràng.', note: '' },
      ifMatch: '"0"',
    })
  ).body;
  await judge.call(routes.submitScoreSheet, { path: sheet, ifMatch: `"${version}"` });
}
