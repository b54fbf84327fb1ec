import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { ApiResult } from '../../lib/http/api-event.ts';
import { Contention, type Table } from '../../lib/platform/table.ts';
import { listHistory } from '../../lib/store/audit.ts';
import { aroundTable } from '../support/around-table.ts';
import { claimsOf, type EventParts } from '../support/events.ts';
import {
  addNote,
  changeNote,
  notesCloseAt,
  openProbes,
  type Probes,
  removeNote,
} from '../support/probes.ts';
import { problemIn } from '../support/problem.ts';

const path = { editionId: 'e1' };
const lan = claimsOf('lan');
const keyed = (key: string) => ({ 'idempotency-key': key });

const add = async ({ call }: Probes, key: string, parts: EventParts = {}) =>
  await call(addNote, { path, body: { text: 'a' }, claims: lan, headers: keyed(key), ...parts });

/** How often the note was acted on, by the audit trail, and its version. */
async function effects(table: Table): Promise<readonly [acts: number, version: number]> {
  const { records } = await listHistory(table, 'note/e1', { limit: 100 });
  return [records.length, (await table.get({ pk: 'NOTE#e1', sk: 'NOTE' }))?.v ?? 0];
}

const meant = ({ statusCode, body, headers }: ApiResult) => [statusCode, body, headers['etag']];

describe('I1: the header', () => {
  const probes = openProbes();

  test('missing', async () => {
    const answer = await add(probes, '', { headers: { 'idempotency-key': undefined } });
    expect(problemIn(answer)).toEqual([400, 'idempotency-key-missing']);
  });

  test.each(['', 'k'.repeat(256), 'khoá', 'a b', 'a\tb', 'a\0'])('%.12j', async (key) => {
    expect(problemIn(await add(probes, key))).toEqual([400, 'idempotency-key-invalid']);
  });

  test('255 visible characters', async () => {
    expect((await add(probes, `#"~!${'k'.repeat(251)}`)).statusCode).toBe(201);
  });
});

describe('I2: the same key', () => {
  test('and request: the first answer, one effect, one audit record', async () => {
    const probes = openProbes();
    const first = await add(probes, 'k');
    const again = await add(probes, 'k', { rawBody: ' { "text" : "\\u0061" } ' });
    expect(meant(again)).toEqual(meant(first));
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(probes.lines.map((line) => line['replayed'])).toEqual([undefined, true]);
    expect(await effects(probes.table)).toEqual([1, 1]);
  });

  test('and a request that means the same', async () => {
    const probes = openProbes();
    const sent = { text: 'Nguyễn', tags: ['a'], owner: { name: 'b' } };
    const same = { owner: { name: 'b' }, tags: ['a'], text: 'Nguyễn '.normalize('NFD') };
    const first = await add(probes, 'k', { body: sent });
    expect(meant(await add(probes, 'k', { body: same }))).toEqual(meant(first));
  });

  test('and another body or address', async () => {
    const probes = openProbes();
    await add(probes, 'k');
    const reused = [422, 'idempotency-key-reused'];
    expect(problemIn(await add(probes, 'k', { body: { text: 'b' } }))).toEqual(reused);
    expect(problemIn(await add(probes, 'k', { path: { editionId: 'e2' } }))).toEqual(reused);
    const late = { body: { text: 'b' }, at: notesCloseAt };
    expect(problemIn(await add(probes, 'k', late))).toEqual(reused);
    expect(await effects(probes.table)).toEqual([1, 1]);
  });

  test('of somebody else, or for another operation, is another key', async () => {
    const probes = openProbes();
    await add(probes, 'k');
    const minh = { claims: claimsOf('minh'), path: { editionId: 'e2' } };
    expect((await add(probes, 'k', minh)).statusCode).toBe(201);
    const removed = await probes.call(removeNote, { path, claims: lan, headers: keyed('k') });
    expect([removed.statusCode, removed.body]).toEqual([200, '{}']);
  });

  test('while another transaction holds the items', async () => {
    const probes = openProbes((table) =>
      aroundTable(table, async ({ method }, proceed) => {
        if (method === 'write') throw new Contention('held');
        return await proceed();
      }),
    );
    const answer = await add(probes, 'k');
    expect(problemIn(answer)).toEqual([409, 'in-progress']);
    expect(answer.headers['retry-after']).toBe('1');
  });
});

test('what was carried out in the moment of contention is answered at once', async () => {
  const probes = openProbes((table) =>
    aroundTable(table, async ({ method }, proceed) => {
      const answer = await proceed();
      if (method === 'write') throw new Contention('held');
      return answer;
    }),
  );
  const answer = await add(probes, 'k');
  expect([answer.statusCode, answer.headers['idempotency-replayed']]).toEqual([201, 'true']);
});

describe('races', () => {
  /** Every call waits a moment, so that all of them read before any writes. */
  const slow = () =>
    openProbes((table) =>
      aroundTable(table, async (_, proceed) => {
        await sleep(5);
        return await proceed();
      }),
    );
  const ten = Array.from({ length: 10 }, (_, index) => index);

  test('ten calls with one key have one effect and one answer', async () => {
    const probes = slow();
    const answers = await Promise.all(ten.map(async () => await add(probes, 'k')));
    for (const answer of answers) expect(meant(answer)).toEqual(meant(answers[0]!));
    const replayed = answers.map(({ headers }) => headers['idempotency-replayed']);
    expect(replayed.filter((mark) => mark === undefined)).toHaveLength(1);
    expect(await effects(probes.table)).toEqual([1, 1]);
  });

  test('ten calls with one key and their own bodies: one is carried out', async () => {
    const probes = slow();
    const answers = await Promise.all(
      ten.map(async (index) => await add(probes, 'k', { body: { text: `note ${index}` } })),
    );
    const statuses = answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b);
    expect(statuses).toEqual([201, ...Array(9).fill(422)]);
    expect(await effects(probes.table)).toEqual([1, 1]);
  });

  test('ten calls with their own keys: one is carried out', async () => {
    const probes = slow();
    const answers = await Promise.all(ten.map(async (index) => await add(probes, `k${index}`)));
    const codes = answers.map(({ body }) => JSON.parse(body).code ?? 'added').sort();
    expect(codes).toEqual(['added', ...Array(9).fill('already-exists')]);
    expect(await effects(probes.table)).toEqual([1, 1]);
  });
});

describe('a lost answer', () => {
  const lost = (after: boolean) => {
    let isLost = false;
    return openProbes((table) =>
      aroundTable(table, async ({ method }, proceed) => {
        if (method !== 'write' || isLost) return await proceed();
        isLost = true;
        if (after) await proceed();
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      }),
    );
  };

  test('is given again, past the deadline too', async () => {
    const probes = lost(true);
    const first = await add(probes, 'k');
    expect(problemIn(first)).toEqual([503, 'unavailable']);
    expect(first.headers['retry-after']).toBe('2');
    const again = await add(probes, 'k', { at: notesCloseAt });
    expect(meant(again)).toEqual([201, '{"editionId":"e1","text":"a","version":1}', '"1"']);
    expect(await effects(probes.table)).toEqual([1, 1]);
  });

  test('of an act that had no effect is no excuse past the deadline', async () => {
    const probes = lost(false);
    expect(problemIn(await add(probes, 'k'))).toEqual([503, 'unavailable']);
    expect(problemIn(await add(probes, 'k', { at: notesCloseAt }))).toEqual([409, 'phase-closed']);
    expect(await effects(probes.table)).toEqual([0, 0]);
  });

  test('is given again to who asks with a newer ETag, or may no more', async () => {
    const probes = openProbes();
    await probes.appoint('e1', 'lan');
    await add(probes, 'k');
    const change = async (tag: string) =>
      await probes.call(changeNote, {
        path,
        body: { text: 'b' },
        claims: lan,
        headers: { ...keyed('c'), 'if-match': tag },
      });
    const first = await change('"1"');
    expect(meant(await change('"2"'))).toEqual(meant(first));
    await probes.table.write([{ kind: 'delete', key: { pk: 'NOTE#e1', sk: 'ORGANISER#lan' } }]);
    expect(meant(await change('"1"'))).toEqual(meant(first));
    expect(await effects(probes.table)).toEqual([2, 2]);
  });
});

describe('a fault at any call, before or after it took effect, then a retry', () => {
  const faults = {
    broken: () => new Error('boom'),
    throttled: () => Object.assign(new Error('slow'), { name: 'ThrottlingException' }),
    contended: () => new Contention('held'),
  };
  const points = [1, 2].flatMap((number) =>
    (['before', 'after'] as const).flatMap((when) =>
      Object.keys(faults).map((fault) => [number, when, fault as keyof typeof faults] as const),
    ),
  );

  test.each(points)('call %i, %s, %s', async (number, when, fault) => {
    const probes = openProbes((table) =>
      aroundTable(table, async (call, proceed) => {
        // The first call is the write of the note itself.
        if (call.number !== number + 1) return await proceed();
        if (when === 'after') await proceed();
        throw faults[fault]();
      }),
    );
    await probes.appoint('e1', 'lan');
    await add(probes, 'k');
    const change = async () =>
      await probes.call(changeNote, {
        path,
        body: { text: 'b' },
        claims: lan,
        headers: { ...keyed('c'), 'if-match': '"1"' },
      });
    const first = await change();
    const again = await change();
    expect(first.statusCode).toBeOneOf([200, 409, 500, 503]);
    expect(meant(again)).toEqual([200, '{"editionId":"e1","text":"b","version":2}', '"2"']);
    expect(await effects(probes.table)).toEqual([2, 2]);
  });
});

describe('72 hours', () => {
  const at = (hours: number, milliseconds = 0) =>
    new Date(
      Date.parse('2026-05-01T00:00:00.000Z') + hours * 3_600_000 + milliseconds,
    ).toISOString();

  test('the record is kept that long and no longer', async () => {
    const probes = openProbes();
    const first = await add(probes, 'k', { at: at(0) });
    expect(meant(await add(probes, 'k', { at: at(72, -1000) }))).toEqual(meant(first));
    expect(problemIn(await add(probes, 'k', { at: at(72) }))).toEqual([409, 'already-exists']);
    await probes.call(removeNote, { path, claims: lan });
    const anew = await add(probes, 'k', { body: { text: 'anew' }, at: at(73) });
    expect(anew.body).toBe('{"editionId":"e1","text":"anew","version":1}');
    const again = await add(probes, 'k', { body: { text: 'anew' }, at: at(74) });
    expect(meant(again)).toEqual(meant(anew));
    expect(await probes.table.get({ pk: 'IDEMPOTENCY#lan#addNote', sk: 'k' })).toEqual({
      pk: 'IDEMPOTENCY#lan#addNote',
      sk: 'k',
      v: 2,
      requestHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      status: 201,
      body: anew.body,
      at: at(73),
      expiresAt: Date.parse(at(145)) / 1000,
    });
  });
});

describe('facts that move under a decision', () => {
  const moving = (times: number) => {
    let left = times;
    return openProbes((table) =>
      aroundTable(table, async ({ method }, proceed) => {
        const key = { pk: 'NOTE#e1', sk: 'NOTE' };
        const stored = method === 'write' ? await table.get(key) : undefined;
        if (stored !== undefined && left > 0) {
          left -= 1;
          await table.write([{ kind: 'put', item: { ...stored, v: stored.v + 1 } }]);
        }
        return await proceed();
      }),
    );
  };

  test('are decided on again', async () => {
    const probes = moving(3);
    await add(probes, 'k');
    const answer = await probes.call(removeNote, { path, claims: lan });
    expect([answer.statusCode, answer.body]).toEqual([200, '{}']);
    expect(await effects(probes.table)).toEqual([2, 0]);
  });

  test('a few times', async () => {
    const probes = moving(4);
    await add(probes, 'k');
    const answer = await probes.call(removeNote, { path, claims: lan });
    expect(problemIn(answer)).toEqual([409, 'in-progress']);
    expect(await effects(probes.table)).toEqual([1, 5]);
  });
});
