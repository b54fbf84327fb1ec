import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium, whyNoChromium } from '../support/chromium.ts';
import { type PageWorld, pageWorlds } from '../support/page-worlds.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: the screen in the hall: ${why}`);

describe.skipIf(why !== undefined)('the screen in the hall', () => {
  let browser: Browser;
  let world: PageWorld;
  let page: Page;

  const screen = '/editions/kon-tum-play/announcement';

  beforeAll(async () => {
    [browser, world] = await Promise.all([startChromium(), pageWorlds.played()]);
    page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(20_000);
    await page.clock.install();
    await page.goto(world.system.origin + screen);
    await page.getByText(/^0\/\d$/).waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await world?.system.close();
  });

  test('goes one winner on for a key, however long it is held', async () => {
    await page.keyboard.down('ArrowRight');
    await page.keyboard.down('ArrowRight');
    await page.keyboard.down('ArrowRight');
    await page.keyboard.up('ArrowRight');
    await page.getByText(/^1\/\d$/).waitFor();
  });

  test.each([
    ['another page where the file was', 200],
    ['nothing where the file was', 404],
    ['a failing server', 503],
  ])('keeps its winner where a look at the network brings %s', async (_, status) => {
    await page.route('**/results.json', (route) =>
      route.fulfill({ status, contentType: 'text/html', body: '<p>Wi-Fi</p>' }),
    );
    const asked = page.waitForResponse(/results\.json/);
    await page.clock.fastForward(40_000);
    await asked;
    await page.clock.fastForward(1000);
    await page.getByText(/^1\/\d$/).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.unrouteAll();
  });

  test('leaves a link its own key', async () => {
    await page.getByRole('link', { name: 'Của tôi' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${world.system.origin}/me`);
  });
});
