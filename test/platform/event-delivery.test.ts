import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { ContestEvent, Reaction } from '../../lib/platform/events.ts';
import type { Delivery } from '../../lib/platform/host/event-delivery.ts';
import { startDelivery } from '../../lib/platform/host/event-delivery.ts';
import type { EventQueue } from '../../lib/platform/host/event-queue.ts';
import { openEventQueue } from '../../lib/platform/host/event-queue.ts';
import type { LogEntry } from '../../lib/platform/host/log.ts';
import type { SqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'event-delivery-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

interface Host {
  readonly table: SqliteTable;
  readonly queue: EventQueue;
  readonly delivery: Delivery;
  readonly logged: LogEntry[];
  stop(): Promise<void>;
}

describe('event delivery', () => {
  const open: Host[] = [];
  afterEach(async () => {
    for (const host of open.splice(0)) await host.stop();
  });

  let now = Date.parse('2026-05-04T03:00:00.000Z');
  const newFile = () => path.join(folder, `${++files}.sqlite`);
  const start = (
    reactions: { readonly [name: string]: Reaction },
    file = newFile(),
    reactionTimeoutMs = 60_000,
  ): Host => {
    const table = openSqliteTable({ file });
    const queue = openEventQueue(table.database, () => now);
    const logged: LogEntry[] = [];
    const log = (entry: LogEntry) => void logged.push(entry);
    const clock = () => now;
    const delivery = startDelivery({ table, queue, reactions, clock, log, reactionTimeoutMs });
    const host: Host = {
      table,
      queue,
      delivery,
      logged,
      async stop() {
        open.splice(open.indexOf(host), 1);
        await delivery.stop();
        table.close();
      },
    };
    open.push(host);
    return host;
  };
  const put = (sk: string, v = 1) => ({ kind: 'put', item: { pk: 'p', sk, v } }) as const;
  const nameOf = (event: ContestEvent) => {
    if (event.kind === 'due') return event.name;
    if (event.kind !== 'item-changed') return `${event.kind} ${event.key}`;
    return `${event.after?.sk ?? event.before?.sk}${event.after?.v ?? ' gone'}`;
  };
  const recorder = (fails: (event: ContestEvent) => boolean = () => false) => {
    const events: ContestEvent[] = [];
    const reaction: Reaction = async (event) => {
      events.push(event);
      if (fails(event)) throw new Error(`no ${nameOf(event)}`);
    };
    return { events, reaction, names: () => events.map(nameOf) };
  };
  const stored = (key: string): ContestEvent => ({
    kind: 'object-stored',
    id: `stored-${key}`,
    key,
    versionId: '1',
    size: 3,
  });

  it('tells every reaction of each change, with both images', async () => {
    const [one, two] = [recorder(), recorder()];
    const { table, delivery } = start({ one: one.reaction, two: two.reaction });
    await table.write([put('a')]);
    await table.write([put('a', 2)]);
    await table.write([{ kind: 'delete', key: { pk: 'p', sk: 'a' } }]);
    await delivery.settled();
    const [first, second] = [put('a').item, put('a', 2).item];
    const expected: ContestEvent[] = [
      { kind: 'item-changed', id: 'change-1', after: first },
      { kind: 'item-changed', id: 'change-2', before: first, after: second },
      { kind: 'item-changed', id: 'change-3', before: second },
    ];
    expect(one.events).toEqual(expected);
    expect(two.events).toEqual(expected);
    expect(table.changes.after(0, 10)).toEqual([]);
  });

  it('keeps the order per item over many rounds', async () => {
    const { events, reaction } = recorder();
    const { table, delivery } = start({ reaction });
    for (let v = 1; v <= 60; v++) await table.write([put('a', v), put('b', v)]);
    await delivery.settled();
    for (const sk of ['a', 'b']) {
      const versions = events.flatMap((event) =>
        event.kind === 'item-changed' && event.after?.sk === sk ? [event.after.v] : [],
      );
      expect(versions).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    }
  });

  it('settles what a reaction brings about by writing', async () => {
    const seen = recorder();
    const chain: Reaction = async (event) => {
      await seen.reaction(event);
      if (event.kind !== 'item-changed' || event.after === undefined || event.after.v > 4) return;
      await host.table.write([put('a', event.after.v + 1)]);
    };
    const host = start({ chain });
    await host.table.write([put('a')]);
    await host.delivery.settled();
    expect(seen.names()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
  });

  it('holds the events of one item behind a failure, in order, and lets others pass', async () => {
    const broken = new Set(['a1']);
    const failing = recorder((event) => broken.has(nameOf(event)));
    const fine = recorder();
    const { table, delivery, logged } = start({ failing: failing.reaction, fine: fine.reaction });
    await table.write([put('a', 1)]);
    await delivery.settled();
    await table.write([put('a', 2), put('b', 1)]);
    await delivery.settled();
    await table.write([put('a', 3), put('b', 2)]);
    await delivery.settled();
    expect(failing.names()).toEqual(['a1', 'b1', 'b2']);
    expect(fine.names()).toEqual(['a1', 'a2', 'b1', 'a3', 'b2']);
    expect(
      logged.map(({ level, reaction, event, attempts }) => [level, reaction, event, attempts]),
    ).toEqual([['warn', 'failing', 'change-1', 1]]);

    broken.clear();
    now += 999;
    await delivery.settled();
    expect(failing.names()).toEqual(['a1', 'b1', 'b2']);
    now += 1;
    await delivery.settled();
    await table.write([put('a', 4)]);
    await delivery.settled();
    expect(failing.names()).toEqual(['a1', 'b1', 'b2', 'a1', 'a2', 'a3', 'a4']);
    expect(fine.names()).toEqual(['a1', 'a2', 'b1', 'a3', 'b2', 'a4']);
  });

  it('tries eight times with growing pauses, then puts the event aside and goes on', async () => {
    const { names, reaction } = recorder((event) => nameOf(event) === 'a1');
    const host = start({ reaction });
    await host.table.write([put('a', 1), put('b', 1)]);
    await host.table.write([put('a', 2)]);
    await host.delivery.settled();
    const pauses = [1, 4, 16, 64, 256, 1024, 4096].map((seconds) => seconds * 1000);
    for (const [at, pause] of pauses.entries()) {
      now += pause - 1;
      await host.delivery.settled();
      expect(names().filter((name) => name === 'a1')).toHaveLength(at + 1);
      now += 1;
      await host.delivery.settled();
    }
    expect(names()).toEqual(['a1', 'b1', ...Array(7).fill('a1'), 'a2']);
    const [dead, ...others] = host.queue.deadLetters(10);
    expect(others).toEqual([]);
    expect(dead).toMatchObject({ reaction: 'reaction', attempts: 8 });
    expect(dead!.event).toEqual({ kind: 'item-changed', id: 'change-1', after: put('a', 1).item });
    expect(dead!.error).toContain('no a1');
    expect(dead!.diedAt).toBe(new Date(now).toISOString());
    expect(host.logged.map(({ level }) => level)).toEqual([...Array(7).fill('warn'), 'error']);

    expect(host.queue.revive(dead!.id)).toBe(true);
    expect(host.queue.revive(dead!.id)).toBe(false);
    await host.delivery.settled();
    expect(names().at(-1)).toBe('a1');
    expect(host.queue.deadLetters(10)).toEqual([]);
  });

  it('goes on after a restart where it was: changes, queue, retries, wishes', async () => {
    const file = newFile();
    const first = recorder((event) => event.kind === 'item-changed');
    const before = start({ mail: first.reaction }, file);
    await before.table.write([put('a', 1)]);
    await before.delivery.settled();
    await before.delivery.stop();
    await before.table.write([put('a', 2)]);
    before.queue.enqueue(stored('x'));
    await before.queue.schedule.at('later', new Date(now + 5000).toISOString());
    await before.stop();

    const second = recorder();
    const after = start({ mail: second.reaction }, file);
    await after.delivery.settled();
    expect(second.names()).toEqual(['object-stored x']);
    now += 1000;
    await after.delivery.settled();
    expect(second.names()).toEqual(['object-stored x', 'a1', 'a2']);
    now += 4000;
    await after.delivery.settled();
    expect(second.names()).toEqual(['object-stored x', 'a1', 'a2', 'later']);
  });

  it('tells again what was under way when the process died', async () => {
    const file = newFile();
    const died = start({ mail: () => new Promise(() => {}) }, file, 100);
    await died.table.write([put('a', 1)]);
    const copy = openSqliteTable({ file });
    expect(copy.changes.after(0, 10)).toHaveLength(1);
    copy.close();
    await died.delivery.settled();
    await died.stop();
    now += 1000;
    const { names, reaction } = recorder();
    await start({ mail: reaction }, file).delivery.settled();
    expect(names()).toEqual(['a1']);
  });

  it('tells queued events once per id while they wait, in order per object', async () => {
    const { events, reaction } = recorder();
    const { queue, delivery } = start({ reaction });
    const scanned: ContestEvent = {
      kind: 'object-scanned',
      id: 'scan-x',
      key: 'x',
      versionId: '1',
      verdict: 'NO_THREATS_FOUND',
    };
    queue.enqueue(stored('x'));
    queue.enqueue(stored('x'));
    queue.enqueue(scanned);
    queue.enqueue(stored('y'));
    await delivery.settled();
    expect(events).toHaveLength(3);
    expect(events.filter((event) => event.kind !== 'due' && nameOf(event).endsWith('x'))).toEqual([
      stored('x'),
      scanned,
    ]);
  });

  it('replaces a wish by its name, and lets a moment ask for the next under the same name', async () => {
    const seen = recorder();
    const at = (ms: number) => new Date(ms).toISOString();
    const start0 = now;
    let asks = 2;
    const again: Reaction = async (event) => {
      await seen.reaction(event);
      if (event.kind === 'due' && asks-- > 0)
        await host.queue.schedule.at(event.name, at(now + 10_000));
    };
    const host = start({ again });
    await host.queue.schedule.at('close', at(start0 + 1000));
    await host.queue.schedule.at('close', at(start0 + 3000));
    await host.queue.schedule.at('other', at(start0 - 1));
    asks = 0;
    await host.delivery.settled();
    expect(seen.names()).toEqual(['other']);
    now = start0 + 2999;
    await host.delivery.settled();
    expect(seen.names()).toEqual(['other']);
    asks = 2;
    now = start0 + 3000;
    await host.delivery.settled();
    now = start0 + 13_000;
    await host.delivery.settled();
    now = start0 + 23_000;
    await host.delivery.settled();
    now = start0 + 33_000;
    await host.delivery.settled();
    expect(seen.names()).toEqual(['other', 'close', 'close', 'close']);
    expect(new Set(seen.events.map((event) => event.id)).size).toBe(4);
  });

  it('refuses wishes it could not keep', async () => {
    const { queue } = start({});
    const bad = [
      ['', '2026-01-01T00:00:00Z'],
      ['a b', '2026-01-01T00:00:00Z'],
      ['x'.repeat(65), '2026-01-01T00:00:00Z'],
      ['fine', 'tomorrow'],
    ] as const;
    for (const [name, instant] of bad) {
      await expect(queue.schedule.at(name, instant)).rejects.toThrow(RangeError);
    }
  });

  it('gives up on a reaction that hangs, and tries it again', async () => {
    const hung = new Set(['a1']);
    const { names, reaction } = recorder();
    const hanging: Reaction = (event) =>
      hung.has(nameOf(event)) ? new Promise(() => {}) : reaction(event);
    const { table, delivery, logged } = start({ hanging }, newFile(), 50);
    await table.write([put('a', 1)]);
    await delivery.settled();
    expect(logged.map(({ message }) => message)).toEqual(['event failed, comes again']);
    hung.clear();
    now += 1000;
    await delivery.settled();
    expect(names()).toEqual(['a1']);
  });

  it('notices without being asked: writes, queued events and the clock', async () => {
    const { names, reaction } = recorder();
    const { table, queue } = start({ reaction });
    await table.write([put('a', 1)]);
    queue.enqueue(stored('x'));
    await expect.poll(names).toEqual(['object-stored x', 'a1']);
    await queue.schedule.at('soon', new Date(now + 60_000).toISOString());
    now += 60_000;
    await expect.poll(names).toEqual(['object-stored x', 'a1', 'soon']);
  });

  it('says that it has stopped instead of never settling', async () => {
    const { delivery } = start({});
    await delivery.stop();
    await expect(delivery.settled()).rejects.toThrow('stopped');
  });
});
