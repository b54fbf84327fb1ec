import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
if (why !== undefined) console.warn(`skipped: a page opened without a network: ${why}`);

describe.skipIf(why !== undefined)('a page that was not loaded when the network went', () => {
  let browser: Browser;
  let system: System;

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('says so, stays, and opens by itself when there is one again', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${system.origin}/me`);
    await signInOnPage(page, system, 'startup-1@example.vn');
    const entry = page.getByRole('listitem').getByRole('link').first();
    const title = (await entry.getByRole('heading').textContent()) ?? '';
    await context.setOffline(true);
    await entry.click();
    await page.getByText('Trang web vừa được cập nhật, hoặc mạng bị ngắt.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/editions\/kon-tum-2022\/entries\//);
  });
});
