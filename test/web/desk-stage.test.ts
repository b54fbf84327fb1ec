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
if (why !== undefined) console.warn(`skipped: the pitches as organisers lead them: ${why}`);

const first = 'ban-to-chuc-1@so-khcn.example.vn';
const round = { editionId: 'kon-tum-2022', roundId: 'so-khao' };

describe.skipIf(why !== undefined)('organisers draw the running order and lead the pitches', () => {
  let browser: Browser;
  let system: System;
  /** On a phone in the hall. */
  let page: Page;
  /** Another organiser, at a laptop. */
  let other: Page;
  let judge: Page;
  const faults: (readonly string[])[] = [];

  const open = async (width: number, path: string, email: string) => {
    const context = await browser.newContext({ viewport: { width, height: 740 } });
    const opened = await context.newPage();
    opened.setDefaultTimeout(20_000);
    faults.push(faultsOf(opened, system.origin));
    await opened.goto(`${system.origin}/editions/kon-tum-2022${path}`);
    await signInOnPage(opened, system, email);
    return opened;
  };
  const stage = async () => {
    const calls = client({ origin: system.origin, token: async () => await system.token(first) });
    return (await calls.call(routes.getStage, { path: round })).body;
  };
  const titleAt = async (at: number) => (await stage()).order[at]?.title ?? '';
  /** The big button, once it takes a press. */
  const goOn = (of: Page) => of.locator('.go-on:not([aria-disabled=true])');
  const confirm = async (of: Page, name: string | RegExp) => {
    await of.getByRole('button', { name }).first().click();
    await of.locator('fieldset.confirm').getByRole('button', { name }).click();
  };
  const expectGoodPage = async (of: Page) => {
    expect(await pageFaults(of)).toEqual([]);
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    await pitchSeededRound(system);
    await openSeededRound(system);
    page = await open(360, '/desk/rounds/so-khao', first);
    other = await open(1366, '/desk/rounds/so-khao/stage', 'ban-to-chuc-2@so-khcn.example.vn');
    judge = await open(360, '/judge/so-khao/stage', 'giam-khao-1@hoi-dong.example.vn');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('one draws from a text that was drawn in the hall; the other one is too late', async () => {
    await page.getByRole('link', { name: 'Bốc thăm và điều khiển phần trình bày' }).click();
    await page.getByRole('heading', { name: 'Bốc thăm thứ tự trình bày' }).waitFor();
    await expectGoodPage(page);
    const polls = await heldPoll(other);
    await page.getByLabel('Chuỗi bốc thăm').fill('Ngày hội 2022, phong bì số 7');
    await confirm(page, 'Bốc thăm');
    await page.getByRole('heading', { name: 'Thứ tự trình bày' }).waitFor();
    expect((await stage()).draw.seed).toBe('Ngày hội 2022, phong bì số 7');
    await judge.getByText('Chưa có đội nào trên sân khấu.').waitFor();
    await confirm(other, 'Bốc thăm');
    await other.getByText('Người khác vừa bốc thăm xong').waitFor();
    await other.getByRole('heading', { name: 'Thứ tự trình bày' }).waitFor();
    await polls.unroute();
    expect((await stage()).draw.seed).toBe('Ngày hội 2022, phong bì số 7');
  });

  test('the first one is called, and a judge follows on a phone', async () => {
    const title = await titleAt(0);
    await goOn(page).click();
    await page.getByText('đang trình bày', { exact: true }).waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^0[01]:\d\d$/);
    await judge.getByRole('heading', { name: title }).waitFor();
    await other.locator('.speaker', { hasText: title }).waitFor();
    await expectGoodPage(page);
    await expectGoodPage(other);
  });

  test('the time is begun anew only when asked for, and runs over', async () => {
    system.advance(90_000);
    await page.getByText('Quá giờ').waitFor();
    await confirm(page, 'Tính giờ lại từ đầu');
    await page.getByText('Thời gian còn lại').waitFor();
    await goOn(page).focus();
    await page.keyboard.press('Enter');
    await page.locator('.lead').getByText('đang trả lời câu hỏi').waitFor();
    // Whoever leads by keyboard is still on the button, which says what comes then.
    await goOn(page).waitFor();
    expect(await page.locator('.go-on:focus').textContent()).toBe('Kết thúc, mời xuống');
    await judge.getByText('đang trả lời câu hỏi').first().waitFor();
  });

  test('whoever presses a moment later changes nothing and is told', async () => {
    await other.locator('.lead').getByText('đang trả lời câu hỏi').waitFor();
    await goOn(other).waitFor();
    // The other one's page sees nothing of it yet: its next poll never comes back.
    const polls = await heldPoll(other);
    await goOn(page).click();
    await page.getByText('Chưa có đội nào trên sân khấu.').waitFor();
    const before = await stage();
    expect(await goOn(other).textContent()).toBe('Kết thúc, mời xuống');
    await goOn(other).click();
    await other.getByText('Phần trình bày đã chuyển tiếp trong lúc đó').waitFor();
    await other.getByText('Chưa có đội nào trên sân khấu.').waitFor();
    await polls.unroute();
    const after = await stage();
    expect([after.present, after.order]).toEqual([before.present, before.order]);
  });

  test('somebody is called out of order by keyboard, done without questions, then called again', async () => {
    const { order } = await stage();
    const [done, , third] = order;
    await page.getByRole('button', { name: `Mời lên: ${third?.code}` }).press('Enter');
    await page.locator('fieldset.confirm:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.speaker', { hasText: third?.title ?? '' }).waitFor();
    await confirm(page, 'Kết thúc, không hỏi đáp');
    await page.getByText('Chưa có đội nào trên sân khấu.').waitFor();
    await confirm(page, `Mời lại: ${done?.code}`);
    await page.locator('.speaker', { hasText: done?.title ?? '' }).waitFor();
    expect((await stage()).order.map(({ state }) => state)).toEqual(
      order.map(({ entryId }) =>
        entryId === done?.entryId ? 'presenting' : entryId === third?.entryId ? 'done' : 'waiting',
      ),
    );
    await judge.getByRole('heading', { name: done?.title ?? '' }).waitFor();
  });

  test('it is drawn anew with a reason: who was on stage keeps the place', async () => {
    const held = (await stage()).order.filter(({ state }) => state !== 'waiting');
    await page.getByText('Thứ tự này được bốc thế nào').click();
    expect(await page.getByRole('button', { name: 'Bốc thăm lại' }).isDisabled()).toBe(true);
    await page.getByLabel('Lý do bốc thăm lại').fill('Một đội đến muộn.');
    await expectGoodPage(page);
    await confirm(page, 'Bốc thăm lại');
    await page.getByText('Lý do: Một đội đến muộn.').waitFor();
    const { order, draw } = await stage();
    expect(order.slice(0, held.length)).toEqual(held);
    expect(draw.reason).toBe('Một đội đến muộn.');
  });

  test('the secretariat is told whose this is', async () => {
    const secretary = await open(1366, '/desk/rounds/so-khao/stage', 'thu-ky@example.vn');
    await secretary.getByText('Chỉ Ban Tổ chức bốc thăm').waitFor();
    expect(await secretary.getByRole('main').getByRole('button').count()).toBe(0);
    await secretary.context().close();
  });

  test('after the close nobody is called, and the page says why', async () => {
    system.advance(60 * 86_400_000);
    await goOn(page).click();
    await page.getByText('Hiện không trong thời gian cho phép.').waitFor();
    await page.getByText('Hết hạn lúc').waitFor();
    await expectGoodPage(page);
  });

  test('no page had an error but what was asked for', () => {
    const expected = /status of (?:403|404|409)/;
    expect(faults.flat().filter((fault) => !expected.test(fault))).toEqual([]);
  });
});

/** Waits for the next poll of the stage and holds it back; what is asked after it passes. */
async function heldPoll(page: Page): Promise<{ readonly unroute: () => Promise<void> }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/api/**/stage', () => resolve(), { times: 1 });
  await promise;
  return { unroute: async () => await page.unrouteAll({ behavior: 'ignoreErrors' }) };
}
