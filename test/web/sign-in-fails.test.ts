import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { System } from '../../lib/platform/host/system.ts';
import { accessibilityFaults, startChromium, whyNoChromium } from '../support/chromium.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: where signing in fails: ${why}`);

describe.skipIf(why !== undefined)('where signing in fails', () => {
  let browser: Browser;
  let system: System;
  let page: Page;

  const signIn = () => page.getByRole('main').getByRole('button', { name: 'Đăng nhập' });
  const fails = async () =>
    await page.route('**/sign-in.json', (route) => route.fulfill({ status: 503, json: {} }));

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
  });

  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(20_000);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('the page says so, and tries again', async () => {
    await fails();
    await page.goto(`${system.origin}/me`);
    await signIn().click();
    await page.getByRole('alert').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.locator('input[name=email]').waitFor();
  });

  test('a reload of somebody who is signed in says so too', async () => {
    await page.goto(`${system.origin}/me`);
    await signInOnPage(page, system, 'startup-2@example.vn');
    await page.getByRole('heading', { level: 1, name: 'Của tôi' }).waitFor();
    await fails();
    await page.reload();
    await page.getByRole('alert').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('heading', { level: 1, name: 'Của tôi' }).waitFor();
  });

  test('once it works it leads to where one was going', async () => {
    const wanted = `${system.origin}/editions/kon-tum-2022/enter`;
    await page.goto(wanted);
    await signIn().click();
    await page.locator('input[name=email]').waitFor();
    // What comes back is no answer to what was asked.
    await page.goto(`${system.origin}/signed-in?code=none&state=wrong`);
    await page.getByRole('heading', { name: 'Đăng nhập không thành công.' }).waitFor();
    await signInOnPage(page, system, 'startup-2@example.vn');
    expect(page.url()).toBe(wanted);
  });
});
