import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium, whyNoChromium } from '../support/chromium.ts';
import { deskStops } from '../support/page-stops.ts';
import { PageVisits } from '../support/page-visits.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: how the desk looks: ${why}`);

describe.skipIf(why !== undefined)('by day and by night, on a phone and at a desk', () => {
  let visits: PageVisits;

  beforeAll(async () => {
    visits = new PageVisits(await startChromium());
    await visits.prepare(deskStops);
  }, 120_000);

  afterAll(async () => {
    await visits?.close();
  });

  test.each(deskStops)(
    '$name',
    async (stop) => {
      expect(await visits.look(stop)).toEqual({});
    },
    60_000,
  );
});
