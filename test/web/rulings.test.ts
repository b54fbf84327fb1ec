import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import { faultsOf, pageFaults, startChromium, whyNoChromium } from '../support/chromium.ts';
import { organiser } from '../support/closed-seeded-round.ts';
import { closeContestedRound, fourthJudge, shareOf } from '../support/contested-rounds.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: decisions about a round: ${why}`);

const round = { editionId: 'kon-tum-2022', roundId: 'so-khao' };

describe.skipIf(why !== undefined)('what is decided about a closed round', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];
  let titles: readonly string[];

  const as = (email: string) =>
    client({ origin: system.origin, token: async () => await system.token(email) });
  const panelOf = (place: number) =>
    page.locator('article.panel').filter({ hasText: titles[place] ?? '?' });
  const expectGoodPage = async () => {
    expect(await pageFaults(page)).toEqual([]);
  };
  const decides = async (place: number, how: string, reason: string) => {
    const panel = panelOf(place);
    await panel.getByLabel('Cách giải quyết').selectOption({ label: how });
    await panel.getByLabel('Lý do').fill(reason);
    return panel.getByRole('button', { name: 'Ghi quyết định' });
  };
  /** Hands a sheet in, for the first time or again. */
  const scores = async (email: string, place: number, share: number) => {
    const judge = as(email);
    const { plan, planVersion } = (await judge.call(routes.getEdition, { path: round })).body;
    const rubric = plan.rounds[0]?.rubrics[0]?.rubric;
    const { items } = (await judge.call(routes.listQueue, { path: round, query: {} })).body;
    const entryId = items.find(({ title }) => title === titles[place])?.entryId ?? '';
    if (rubric === undefined) throw new Error('no rubric');
    const path = { ...round, entryId };
    await judge.call(routes.declareConflict, { path, body: { conflict: false, reason: '' } });
    const kept = (await judge.call(routes.getScoreSheet, { path })).body;
    const { version } = (
      await judge.call(routes.saveScoreSheet, {
        path,
        body: { planVersion, points: shareOf(rubric, share), comment: 'Đã xem lại.', note: '' },
        ifMatch: `"${kept.version}"`,
      })
    ).body;
    await judge.call(routes.submitScoreSheet, { path, ifMatch: `"${version}"` });
    await system.settled();
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    titles = await closeContestedRound(system);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
    await page.goto(`${system.origin}/editions/kon-tum-2022/desk/rounds/so-khao/result`);
    await signInOnPage(page, system, organiser);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('names the two entries whose judges are far apart, and who it is', async () => {
    await panelOf(2).getByText('A Khoa: 30,00 (lệch quá mức)').waitFor();
    await panelOf(3).getByText('Chênh 40,00 điểm, trung bình 76,67.').waitFor();
    await page.getByRole('heading', { name: 'Cần giải quyết trước khi duyệt' }).waitFor();
    expect(await page.getByRole('button', { name: 'Duyệt kết quả này' }).isDisabled()).toBe(true);
    await expectGoodPage();
  });

  test('opens a sheet again for the judge who is far off; the flag goes with a nearer score', async () => {
    const panel = panelOf(3);
    const button = await decides(3, 'Mở lại phiếu để chấm lại', 'Xem lại tiêu chí tác động.');
    const ticks = panel.getByRole('checkbox');
    expect(await ticks.count()).toBe(3);
    // The one who is far off is ticked already; with nobody ticked nothing can be said.
    const farOff = panel.getByRole('checkbox', { name: 'A Khoa' });
    await farOff.uncheck();
    expect(await button.isDisabled()).toBe(true);
    await farOff.check();
    await expectGoodPage();
    await button.click();
    await panel.getByText('Đang chấm lại').waitFor();
    await panel.getByText('Chờ phiếu của A Khoa.').waitFor();
    await page.getByText('Đang chờ phiếu chấm lại.').waitFor();
    await expectGoodPage();
    await scores('giam-khao-3@hoi-dong.example.vn', 3, 0.8);
    await page.reload();
    await panelOf(2).waitFor();
    await expect.poll(async () => await panelOf(3).count()).toBe(0);
  });

  test('gives the entry to one more judge', async () => {
    const panel = panelOf(2);
    const button = await decides(2, 'Thêm một giám khảo', 'Hai cách nhìn.');
    expect(await panel.getByLabel('Giám khảo thêm').locator('option').allTextContents()).toEqual([
      'Chọn…',
      fourthJudge.name,
    ]);
    expect(await button.isDisabled()).toBe(true);
    await panel.getByLabel('Giám khảo thêm').selectOption({ label: fourthJudge.name });
    await button.click();
    await panel.getByText(`Chờ phiếu của ${fourthJudge.name}.`).waitFor();
    await scores(fourthJudge.email, 2, 0.7);
    await page.reload();
    await panelOf(2).getByText(`${fourthJudge.name}: 70,00`).waitFor();
    await panelOf(2).getByText('Chưa giải quyết').waitFor();
  });

  test('lets the sheets stand, for a reason that is kept', async () => {
    const button = await decides(2, 'Giữ nguyên các phiếu', '');
    expect(await button.isDisabled()).toBe(true);
    await (await decides(2, 'Giữ nguyên các phiếu', 'Hội đồng đã thảo luận.')).click();
    await panelOf(2).getByText('Đã xác nhận').waitFor();
    await panelOf(2)
      .getByText('Giữ nguyên các phiếu – Nguyễn Văn An: Hội đồng đã thảo luận.')
      .waitFor();
    expect(await panelOf(2).getByRole('button').count()).toBe(0);
  });

  describe('about who goes on', () => {
    const decision = () => page.locator('details', { hasText: 'Ghi một quyết định mới' });
    const rows = () => page.getByRole('table').filter({ hasText: 'Hiệu lực' }).locator('tbody tr');
    const begins = async (kind: string) =>
      await decision().getByLabel('Nội dung').selectOption({ label: kind });
    const signs = async (number: string) => {
      await decision().getByLabel('Lý do').fill('Ban Tổ chức họp ngày 10/10.');
      const button = decision().getByRole('button', { name: 'Ghi quyết định' });
      expect(await button.isDisabled()).toBe(true);
      await decision().getByLabel('Số văn bản').fill(number);
      await button.click();
      await decision().getByText('Đã ghi.').waitFor();
    };
    const goesOn = async () =>
      await page.locator('.ranked tbody tr', { hasText: 'Vào vòng sau' }).allTextContents();

    test('chooses among those tied across the line', async () => {
      await page.getByText('Ghi một quyết định mới').click();
      await begins('Chọn hồ sơ vào vòng sau trong nhóm đồng hạng');
      await decision().getByLabel('Bảng thi').selectOption({ label: 'Dự án' });
      await decision()
        .getByRole('checkbox', { name: titles[1] ?? '' })
        .check();
      await expectGoodPage();
      await signs('15/BB-BTC');
      await expect.poll(async () => await rows().count()).toBe(1);
      expect(await rows().first().textContent()).toContain(titles[1]);
      await page.getByText('Không còn vướng mắc.').waitFor();
    });

    test('withdraws that, and lets two go on instead', async () => {
      await begins('Rút một quyết định đã ghi');
      await decision().getByLabel('Số của quyết định bị rút').fill('7');
      await decision().getByLabel('Lý do').fill('Nhầm.');
      await decision().getByLabel('Số văn bản').fill('16/BB-BTC');
      await decision().getByRole('button', { name: 'Ghi quyết định' }).click();
      // There is no seventh.
      await decision().locator('.wrong-text, [role=alert]').first().waitFor();
      await expectGoodPage();
      await decision().getByLabel('Số của quyết định bị rút').fill('1');
      await decision().getByRole('button', { name: 'Ghi quyết định' }).click();
      await expect.poll(async () => await rows().count()).toBe(2);
      expect(await rows().first().locator('td').last().textContent()).toBe('không');
      await begins('Đổi số hồ sơ vào vòng sau của một bảng');
      await decision().getByLabel('Bảng thi').selectOption({ label: 'Dự án' });
      await decision().getByLabel('Số lượng').fill('2');
      await signs('17/BB-BTC');
      await expect.poll(async () => await rows().count()).toBe(3);
      await page.getByText('Không còn vướng mắc.').waitFor();
      const on = (await goesOn()).join();
      for (const place of [0, 1, 3]) expect(on).toContain(titles[place]);
      expect(on).not.toContain(titles[2]);
    });

    test('the derivation cites it by its number, whatever was withdrawn', async () => {
      await page.getByRole('link', { name: 'Diễn giải cách tính' }).click();
      const cited = page.locator('.derivation ol > li', { hasText: '17/BB-BTC' });
      await cited.waitFor();
      expect(await cited.evaluate((one) => one.getAttribute('value'))).toBe('3');
    });
  });

  test('saw no error but the refusals it asked for', () => {
    expect(faults.filter((fault) => !/status of (?:409|422)/.test(fault))).toEqual([]);
  });
});
