import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../lib/contract/route.ts';
import { noBody, noQuery } from '../../lib/contract/shared.ts';
import { type Call, endpoint, type Outcome } from '../../lib/http/endpoint.ts';
import { lambda } from '../../lib/http/lambda.ts';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import { LimitExceeded } from '../../lib/platform/table.ts';
import { apiEvent, claimsOf } from '../support/events.ts';
import { servicesOn } from '../support/probes.ts';
import { problemIn } from '../support/problem.ts';

const read = {
  operation: 'readThing',
  capability: 'editions',
  method: 'GET',
  path: '/api/thing',
  audience: ['organiser', 'secretary'],
  summary: 'Reads a thing.',
  params: z.strictObject({}),
  query: noQuery,
  body: noBody,
  success: 200,
  reply: z.object({ id: z.string() }),
  problems: [],
} as const satisfies Route;
const write = { ...read, operation: 'writeThing', method: 'POST' } as const satisfies Route;
const etagged = { ...read, operation: 'readVersion', etag: true } as const satisfies Route;

const outcome: Outcome<{ id: string }> = {
  changes: [{ action: { kind: 'put', item: { pk: 'THING', sk: 'THING', v: 1 } } }],
  reply: { id: 'a' },
  subject: 'thing',
};
const organiser = { roles: ['organiser'] } as const;

/** One call of one endpoint: its answer, what was logged, and what was written. */
async function answered<R extends Route>(
  route: R,
  run: (call: Call<R>) => Promise<z.input<R['reply']>>,
) {
  const table = openSqliteTable({ file: ':memory:' });
  const lines: { [name: string]: unknown }[] = [];
  const handler = lambda([endpoint(route, run)], () => servicesOn(table), {
    log: (line) => lines.push(JSON.parse(line)),
  });
  const answer = await handler(apiEvent(route, { claims: claimsOf('lan') }));
  const written = await table.get({ pk: 'THING', sk: 'THING' });
  return { answer, lines, written };
}

const fault = [500, 'internal-error'];

describe('faults of ours', () => {
  test('anything thrown is a 500, logged once with its cause, told to nobody', async () => {
    const { answer, lines } = await answered(read, async () => {
      throw new Error('arn:aws:secret', { cause: new TypeError('planted') });
    });
    expect(problemIn(answer)).toEqual(fault);
    expect(answer.body).not.toMatch(/arn|planted|Error:/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 'ERROR',
      status: 500,
      code: 'internal-error',
      faults: 1,
      cause: {
        name: 'Error',
        message: 'arn:aws:secret',
        stack: expect.stringContaining('faults.test.ts'),
        cause: { name: 'TypeError', message: 'planted' },
      },
    });
  });

  test.each([undefined, null, 'text', 7])('thrown %j', async (thrown) => {
    const { answer } = await answered(read, async () => {
      throw thrown;
    });
    expect(problemIn(answer)).toEqual(fault);
  });

  test('answering without admitting the caller', async () => {
    const { answer } = await answered(read, async () => ({ id: 'a' }));
    expect(problemIn(answer)).toEqual(fault);
  });

  test('saving without admitting the caller', async () => {
    const { answer, written } = await answered(write, async ({ save }) => await save(outcome));
    expect([problemIn(answer), written]).toEqual([fault, undefined]);
  });

  test('writing without saving', async () => {
    const { answer } = await answered(write, async ({ admit }) => {
      admit(organiser);
      return { id: 'a' };
    });
    expect(problemIn(answer)).toEqual(fault);
  });

  test('saving twice', async () => {
    const { answer, lines } = await answered(write, async ({ admit, save }) => {
      admit(organiser);
      await save(outcome);
      return await save(outcome);
    });
    expect(problemIn(answer)).toEqual(fault);
    expect(lines[0]!['cause']).toMatchObject({ message: 'writeThing saved twice' });
  });

  test('a reply that does not fit is found before anything is written', async () => {
    const { answer, lines, written } = await answered(write, async ({ admit, save }) => {
      admit(organiser);
      return await save({ ...outcome, reply: { id: 7 as unknown as string } });
    });
    expect([problemIn(answer), written]).toEqual([fault, undefined]);
    expect(lines[0]!['cause']).toMatchObject({
      message: 'the reply of writeThing does not fit its schema',
    });
  });

  test('a reply without the version of its ETag', async () => {
    const { answer } = await answered(etagged, async ({ admit }) => {
      admit(organiser);
      return { id: 'a' };
    });
    expect(problemIn(answer)).toEqual(fault);
  });

  test('a condition that failed and means nothing', async () => {
    const { answer } = await answered(write, async ({ admit, save }) => {
      admit(organiser);
      const key = { pk: 'THING', sk: 'OTHER' };
      const check = { action: { kind: 'check', key, when: { present: true } } } as const;
      return await save({ ...outcome, changes: [...outcome.changes, check] });
    });
    expect(problemIn(answer)).toEqual(fault);
  });

  test('what was saved is the answer, whatever the endpoint makes of it', async () => {
    const { answer, written } = await answered(write, async ({ admit, save }) => {
      admit({ roles: ['secretary'] });
      await save(outcome);
      return { id: 'something else' };
    });
    expect([answer.body, written?.v]).toEqual(['{"id":"a"}', 1]);
  });

  test('services that cannot be joined are tried again', async () => {
    const table = openSqliteTable({ file: ':memory:' });
    let opened = 0;
    const handler = lambda(
      [
        endpoint(read, async ({ admit }) => {
          admit(organiser);
          return { id: 'a' };
        }),
      ],
      () => {
        opened += 1;
        if (opened === 1) throw new Error('no table');
        return servicesOn(table);
      },
      { log: () => undefined },
    );
    const call = async () => await handler(apiEvent(read, { claims: claimsOf('lan') }));
    expect(opened).toBe(0);
    expect(problemIn(await call())).toEqual(fault);
    expect((await call()).body).toBe('{"id":"a"}');
    await call();
    expect(opened).toBe(2);
  });
});

describe('L1: what we depend on does not answer', () => {
  const named = (name: string) => Object.assign(new Error('x'), { name });
  test.each([
    ['DynamoDB throttles', named('ProvisionedThroughputExceededException')],
    ['KMS throttles', named('ThrottlingException')],
    ['KMS is down', named('KMSInternalException')],
    ['S3 asks to slow down', named('SlowDown')],
    ['no answer in time', named('TimeoutError')],
    ['no connection', Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
    ['no connection, wrapped', new Error('x', { cause: named('TimeoutError') })],
    ['SQLite is busy', Object.assign(new Error('x'), { code: 'ERR_SQLITE_ERROR', errcode: 517 })],
  ])('%s', async (_, error) => {
    const { answer, lines } = await answered(read, async () => {
      throw error;
    });
    expect(problemIn(answer)).toEqual([503, 'unavailable']);
    expect(answer.headers['retry-after']).toBe('2');
    expect(lines[0]).toMatchObject({ level: 'ERROR', cause: { message: 'x' } });
  });

  test('another error of theirs is a fault of ours', async () => {
    const { answer } = await answered(read, async () => {
      throw named('AccessDeniedException');
    });
    expect(problemIn(answer)).toEqual(fault);
  });

  test('an endpoint that hangs is answered for before the runtime cuts it off', async () => {
    const table = openSqliteTable({ file: ':memory:' });
    const handler = lambda(
      [endpoint(read, async () => await new Promise<never>(() => undefined))],
      () => servicesOn(table),
      { log: () => undefined },
    );
    const event = apiEvent(read, { claims: claimsOf('lan') });
    const answer = await handler(event, { getRemainingTimeInMillis: () => 320 });
    expect(problemIn(answer)).toEqual([503, 'unavailable']);
  });
});

describe('limits of the table', () => {
  const thrown = async (limit: LimitExceeded['limit']) =>
    problemIn(
      (
        await answered(read, async () => {
          throw new LimitExceeded(limit, 'x');
        })
      ).answer,
    );

  test('what a caller can reach is 413, the rest are faults', async () => {
    expect(await thrown('item-size')).toEqual([413, 'payload-too-large']);
    expect(await thrown('transaction-size')).toEqual([413, 'payload-too-large']);
    expect(await thrown('transaction-actions')).toEqual(fault);
    expect(await thrown('empty-key')).toEqual(fault);
  });
});

test('a read may save too: its audit record, without a key', async () => {
  const { answer, written } = await answered(read, async ({ admit, save }) => {
    admit(organiser);
    return await save(outcome);
  });
  expect([answer.statusCode, written?.v]).toEqual([200, 1]);
});

test('ids are UUIDs of version 7 at the time of receipt', async () => {
  const ids: string[] = [];
  await answered(read, async ({ newId, admit }) => {
    admit(organiser);
    ids.push(newId(), newId());
    return { id: 'a' };
  });
  const instant = Date.parse('2026-05-04T03:00:00.000Z').toString(16).padStart(12, '0');
  const shape = new RegExp(
    `^${instant.slice(0, 8)}-${instant.slice(8)}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`,
  );
  expect(ids).toEqual([expect.stringMatching(shape), expect.stringMatching(shape)]);
  expect(ids[0]).not.toBe(ids[1]);
});
