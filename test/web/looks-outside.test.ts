import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { accessibilityFaults, startChromium, whyNoChromium } from '../support/chromium.ts';
import { deskStops, outerStops } from '../support/page-stops.ts';
import { PageVisits } from '../support/page-visits.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: how the outer pages look: ${why}`);

test('every page of the application is looked at', () => {
  const source = readFileSync(new URL('../../web/src/app.tsx', import.meta.url), 'utf8');
  const drawn = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path ?? '');
  const looked = [...outerStops, ...deskStops].flatMap(({ route }) => route ?? []);
  expect(new Set(looked)).toEqual(new Set([...drawn, '*']));
});

describe.skipIf(why !== undefined)('by day and by night, on a phone and at a desk', () => {
  let visits: PageVisits;

  beforeAll(async () => {
    visits = new PageVisits(await startChromium());
    await visits.prepare(outerStops);
  }, 120_000);

  afterAll(async () => {
    await visits?.close();
  });

  test.each(outerStops)(
    '$name',
    async (stop) => {
      expect(await visits.look(stop)).toEqual({});
    },
    60_000,
  );

  const drawn = ['home', 'contest-over', 'rules', 'check', 'receipt-check', 'announcement-after'];
  const loading = outerStops.filter(({ name }) => drawn.includes(name));

  const fails = async (page: Page) => {
    const [files, answer] = ['**/{api,results}/**', { status: 503, json: {} }] as const;
    await page.route(files, (route) => route.fulfill(answer));
  };

  test.each(loading)('$name says that nothing arrives, and tries again', async (stop) => {
    const page = await visits.openWithClock(stop);
    await fails(page);
    await page.reload();
    const again = page.getByRole('button', { name: 'Thử lại' });
    await passTime(page, async () => await again.isVisible());
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unrouteAll();
    await again.click();
    await again.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test.each(loading)('$name keeps what it shows where nothing arrives anew', async (stop) => {
    const page = await visits.openWithClock(stop);
    // The clock on it goes on.
    const seen = async () =>
      (await page.getByRole('main').innerText()).replace(/(đồng hồ của hệ thống:).*/, '$1');
    const shown = await seen();
    await fails(page);
    const attempts = new Map<string, number>();
    page.on('response', (response) => {
      attempts.set(response.url(), (attempts.get(response.url()) ?? 0) + 1);
    });
    await page.clock.fastForward(20_000);
    const first = page.waitForResponse((response) => response.status() === 503);
    await page.evaluate("dispatchEvent(new Event('visibilitychange'))");
    await first;
    // Every attempt of each read is used up.
    await passTime(page, async () => [...attempts.values()].every((n) => n >= 5));
    await page.clock.fastForward(1000);
    expect(await seen()).toBe(shown);
    await page.context().close();
  });
});

/** Lets the time of a page run until it has come to this. */
async function passTime(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  await vi.waitFor(
    async () => {
      await page.clock.fastForward(5000);
      if (!(await isThere())) throw new Error('not there yet');
    },
    { timeout: 30_000, interval: 100 },
  );
}
