import { afterAll, expect, test } from 'vitest';
import { actors } from '../../examples/play/stage.ts';
import { routes } from '../../lib/contract/routes.ts';
import { listen } from '../support/http-server.ts';

const opened = new AsyncDisposableStack();
afterAll(async () => await opened.disposeAsync());

const tooMany = {
  ...{ type: '/problems/too-many-requests', title: 'Too many requests', status: 429 },
  ...{ detail: 'Wait for Retry-After seconds.', code: 'too-many-requests' },
  ...{ requestId: 'r-1', serverTime: '2026-12-11T10:01:02.341Z' },
};

/** A system that has had enough of a caller for so many calls. */
async function stageThatWaits(times: number) {
  const asked: number[] = [];
  const server = await listen((_, response) => {
    asked.push(performance.now());
    const isTooMany = asked.length <= times;
    response
      .writeHead(isTooMany ? 429 : 200, {
        'content-type': isTooMany ? 'application/problem+json' : 'application/json',
        'retry-after': '1',
      })
      .end(JSON.stringify(isTooMany ? tooMany : { items: [] }));
  });
  opened.defer(server.close);
  const told: string[] = [];
  const stage = {
    origin: server.url,
    token: async () => 'token',
    settled: async () => undefined,
    advance: () => undefined,
  };
  const { does } = actors(stage, ({ answer }) => told.push(answer));
  return { asked, told, does };
}

test('who is too quick waits as long as told, and does it once', async () => {
  const { asked, told, does } = await stageThatWaits(2);
  const answer = () => 'listed';
  await does('startup-1@example.vn', 'looks', routes.listEditions, {}, answer);
  expect(told).toEqual(['listed']);
  expect(asked).toHaveLength(3);
  const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  for (const wait of waits) expect(wait).toBeGreaterThanOrEqual(990);
});
