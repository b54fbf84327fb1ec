import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

  test.each(loading)('$name says that nothing arrives, and tries again', async (stop) => {
    const { page } = await visits.open(stop);
    await page.route('**/api/**', (route) => route.fulfill({ status: 503, json: {} }));
    await page.reload();
    const again = page.getByRole('button', { name: 'Thử lại' });
    await again.waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unrouteAll();
    await again.click();
    await again.waitFor({ state: 'detached' });
  });
});
