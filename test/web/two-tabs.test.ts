import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import {
  accessibilityFaults,
  sidewaysScroll,
  startChromium,
  whyNoChromium,
} from '../support/chromium.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: two tabs of one browser: ${why}`);

const judge = 'giam-khao-1@hoi-dong.example.vn';

/** A token that is to be renewed with the next call. */
async function endingSoon(route: Route): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, json: { ...(await response.json()), expires_in: 30 } });
}

describe.skipIf(why !== undefined)('two tabs of one browser', () => {
  let browser: Browser;
  let system: System;
  let context: BrowserContext;
  let tabs: readonly [Page, Page];
  const renewals: number[] = [];

  const address = () => `${system.origin}/editions/kon-tum-2022/judge/me`;
  const place = (page: Page) => page.getByLabel('Nơi công tác');
  const saves = async (page: Page, text: string) => {
    await place(page).fill(text);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  };
  const stored = async () =>
    (
      await client({ origin: system.origin, token: async () => await system.token(judge) }).call(
        routes.getOwnDetails,
        { path: { editionId: 'kon-tum-2022' } },
      )
    ).body.organisation;
  /** Whichever comes second is told so (412), after it was let in. */
  const bothSave = async (text: string) => {
    const answers = await Promise.all(
      tabs.map(async (tab, at) => {
        const answered = tab.waitForResponse(
          (response) => response.request().method() === 'PUT' && response.status() !== 401,
        );
        await saves(tab, `${text} ${at}`);
        return (await answered).status();
      }),
    );
    return answers.every((status) => status === 200 || status === 412);
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    context.setDefaultTimeout(20_000);
    await context.route('**/token', endingSoon);
    tabs = [await context.newPage(), await context.newPage()];
    await tabs[0].goto(address());
    await signInOnPage(tabs[0], system, judge);
    await place(tabs[0]).waitFor();
    // The second is signed in without a page.
    await tabs[1].goto(address());
    await place(tabs[1]).waitFor();
    renewals.length = 0;
    context.on('response', (response) => {
      if (/\/token$/.test(response.url())) renewals.push(response.status());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('renew their sessions at the same moment, again and again', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect(await bothSave(`Trường ${round}`)).toBe(true);
    }
    expect(renewals).toEqual(Array(6).fill(200));
  });

  test('both sign in again in a third, and renew at the same moment after that', async () => {
    const refused = { status: 400, json: { error: 'invalid_grant' } };
    await context.route('**/token', (route) => route.fulfill(refused));
    for (const [at, tab] of tabs.entries()) {
      await saves(tab, `Trường ${at}`);
      await tab.getByRole('alert').getByText('Phiên đăng nhập đã hết.').waitFor();
    }
    await context.unroute('**/token');
    await context.route('**/token', endingSoon);
    const gate = Promise.withResolvers<void>();
    // Both wait before either is answered.
    await context.route('**/auth?*', async (route) => {
      await gate.promise;
      await route.continue();
    });
    const popups = [];
    for (const tab of tabs) {
      const [popup] = await Promise.all([
        tab.waitForEvent('popup'),
        tab.getByRole('alert').getByRole('button', { name: 'Đăng nhập' }).click(),
      ]);
      popups.push(popup);
    }
    gate.resolve();
    await Promise.all(
      popups.map(async (popup) => popup.isClosed() || (await popup.waitForEvent('close'))),
    );
    await context.unroute('**/auth?*');
    renewals.length = 0;
    for (let round = 0; round < 2; round += 1) {
      expect(await bothSave(`Trường ${round}`)).toBe(true);
    }
    expect(renewals).toEqual(Array(4).fill(200));
  });

  test('change the same details: neither is lost, and each choice does what it says', async () => {
    const [first, second] = tabs;
    for (const tab of tabs) {
      await tab.reload();
      await place(tab).waitFor();
    }
    await saves(first, 'Trường Cao đẳng Kon Tum');
    await first.getByText('Đã lưu.').waitFor();
    await second.getByLabel('Điện thoại').fill('0912 345 671');
    await saves(second, 'Viện Sâm');
    await second.getByText('Thông tin đã được sửa ở một trang khác').waitFor();
    expect(await place(second).inputValue()).toBe('Viện Sâm');
    expect(await second.getByLabel('Điện thoại').inputValue()).toBe('0912 345 671');
    expect(await stored()).toBe('Trường Cao đẳng Kon Tum');
    expect(await accessibilityFaults(second)).toEqual([]);
    expect(await sidewaysScroll(second)).toBe(0);
    await second.getByRole('button', { name: 'Lưu những gì viết ở đây' }).click();
    await second.getByText('Đã lưu.').waitFor();
    expect(await stored()).toBe('Viện Sâm');

    await saves(first, 'Sở Công Thương');
    await first.getByText('Thông tin đã được sửa ở một trang khác').waitFor();
    await first.getByRole('button', { name: /lấy bản đã lưu/ }).click();
    await expect.poll(async () => await place(first).inputValue()).toBe('Viện Sâm');
    expect(await first.getByRole('alert').count()).toBe(0);
  });
});
