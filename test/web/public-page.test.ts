import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { System } from '../../lib/platform/host/system.ts';
import {
  accessibilityFaults,
  faultsOf,
  sidewaysScroll,
  startChromium,
  whyNoChromium,
} from '../support/chromium.ts';
import { startSeededSystem } from '../support/seeded-system.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: the public pages: ${why}`);

const paths = ['/', '/editions/kon-tum-2022', '/editions/kon-tum-2022/rules', '/nowhere'];

describe.skipIf(why !== undefined)('the public pages', () => {
  let browser: Browser;
  let system: System;

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  async function opened(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext(options);
    const page: Page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const faults = faultsOf(page, system.origin);
    await page.goto(system.origin + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    return { context, page, faults };
  }

  describe.each(paths)('%s', (path) => {
    const looks = [
      { viewport: { width: 320, height: 640 }, colorScheme: 'light' },
      { viewport: { width: 1366, height: 768 }, colorScheme: 'dark' },
    ] as const;

    test.each(looks)(
      'fits and can be read by everybody: $viewport.width $colorScheme',
      async (look) => {
        const { context, page, faults } = await opened(path, look);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
        // That there is no such page is told by its status too.
        expect(faults.filter((fault) => path !== '/nowhere' || !/404/.test(fault))).toEqual([]);
        await context.close();
      },
    );
  });

  test('load little: the script of a contest is at most 60 KB, and what is built never comes twice', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const sizes = new Map<string, number>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith('.js')) return;
      sizes.set(pathname, Number(response.headers()['content-length']));
      expect(response.headers()['content-encoding']).toBe('br');
      expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
    });
    await page.goto(`${system.origin}/editions/kon-tum-2022`);
    await page.getByRole('timer').waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect(sizes.size).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(60 * 1024);
    await context.close();
  });

  test('count down by the clock of the system, whatever the phone believes', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.install({ time: Date.now() + 3 * 86_400_000 });
    await page.goto(`${system.origin}/editions/kon-tum-2022`);
    const left = await page.getByRole('timer').textContent();
    // The seeded edition closes at 17:00 on the thirtieth day.
    expect(left).toMatch(/^(29|30) ngày /);
    await context.close();
  });

  test('speak English when asked, and remember it', async () => {
    const { context, page } = await opened('/editions/kon-tum-2022');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Who may enter' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Kon Tum Innovation Startup Contest 2022' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await context.close();
  });

  test('are used with the keyboard alone', async () => {
    const { context, page } = await opened('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    for (let key = 0; key < 4; key += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('timer').waitFor();
    expect(new URL(page.url()).pathname).toBe('/editions/kon-tum-2022');
    await context.close();
  });

  test('are told apart from what is not there, and carry a strict policy', async () => {
    const statuses = await Promise.all(
      [...paths, '/assets/none.js', '/editions/none'].map(
        async (path) => (await fetch(system.origin + path)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 404, 404, 200]);
    const { headers } = await fetch(system.origin);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; .*script-src 'self'; style-src 'self'; .*connect-src 'self'$/,
    );
  });

  test('begin at the top, for the keyboard too; going back keeps the place', async () => {
    const { context, page } = await opened('/editions/kon-tum-2022');
    await page.setViewportSize({ width: 360, height: 300 });
    const y = async () => await page.evaluate('scrollY');
    await page.getByRole('link', { name: 'Xem thể lệ đầy đủ' }).focus();
    await expect.poll(y).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Thể lệ' }).waitFor();
    await expect.poll(y).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await context.close();
  });

  test('offer to enter until the close, and not a second longer', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${system.origin}/editions/kon-tum-2022`);
    await page.getByRole('link', { name: 'Đăng ký dự thi' }).waitFor();
    const month = 31 * 86_400_000;
    system.advance(month);
    await page.clock.fastForward(month);
    await page.getByText('Đã hết hạn nộp hồ sơ').waitFor();
    expect(await page.getByRole('link', { name: 'Đăng ký dự thi' }).count()).toBe(0);
    expect(await page.getByRole('timer').count()).toBe(0);
    await context.close();
  });
});
