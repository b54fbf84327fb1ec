import { expect, test } from 'vitest';
import { aroundTable } from '../support/around-table.ts';
import { claimsOf } from '../support/events.ts';
import { addNote, changeNote, openProbes, readNote } from '../support/probes.ts';

const path = { editionId: 'e1' };

test('one line per request, with metrics in it', async () => {
  const { call, lines } = openProbes();
  await call(addNote, {
    path,
    body: { text: 'a' },
    claims: claimsOf('lan'),
    requestId: 'request-1',
    at: '2026-05-04T03:00:00.123Z',
  });
  expect(lines).toEqual([
    {
      _aws: {
        Timestamp: Date.parse('2026-05-04T03:00:00.123Z'),
        CloudWatchMetrics: [
          {
            Namespace: 'Contest',
            Dimensions: [[]],
            Metrics: [
              { Name: 'requests' },
              { Name: 'refusals' },
              { Name: 'denials' },
              { Name: 'faults' },
              { Name: 'durationMs', Unit: 'Milliseconds' },
            ],
          },
        ],
      },
      level: 'INFO',
      at: '2026-05-04T03:00:00.123Z',
      requestId: 'request-1',
      operation: 'addNote',
      personId: 'lan',
      status: 201,
      durationMs: expect.any(Number),
      requests: 1,
      refusals: 0,
      denials: 0,
      faults: 0,
    },
  ]);
});

test('a refusal is counted, a denial is told apart', async () => {
  const { call, lines } = openProbes();
  await call(readNote, { path });
  await call(changeNote, {
    path,
    body: { text: 'b' },
    claims: claimsOf('lan'),
    headers: { 'if-match': '"1"' },
  });
  const told = lines.map(({ level, code, refusals, denials, audit }) => [
    level,
    code,
    refusals,
    denials,
    audit,
  ]);
  expect(told).toEqual([
    ['INFO', 'not-found', 1, 0, undefined],
    ['WARN', 'forbidden', 1, 1, 'denied'],
  ]);
});

test('no line holds a body, a token, a mailbox, a key or the values of the address', async () => {
  const { call, lines } = openProbes((table) =>
    aroundTable(table, async (_, proceed) => {
      await proceed();
      throw new Error('boom');
    }),
  );
  const claims = claimsOf('lan', { email: 'planted@example.vn', scope: 'planted-scope' });
  const headers = {
    authorization: 'Bearer planted-token',
    cookie: 'planted-cookie',
    'idempotency-key': 'planted-key',
  };
  const parts = { path: { editionId: 'planted-path' }, claims, headers };
  await call(addNote, { ...parts, body: { text: 'planted-text' } });
  await call(addNote, { ...parts, body: { text: 'planted-text', planted: 1 } });
  await call(addNote, { ...parts, query: 'planted=planted', body: { text: 'a' } });
  expect(lines.map(({ status }) => status)).toEqual([500, 422, 400]);
  expect(JSON.stringify(lines)).not.toContain('planted');
});
