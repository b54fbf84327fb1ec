import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemBytes } from '../../lib/platform/item-size.ts';
import type {
  Action,
  Condition,
  Item,
  LimitName,
  Page,
  Query,
  Table,
} from '../../lib/platform/table.ts';
import { ConditionFailed, LimitExceeded } from '../../lib/platform/table.ts';
import { checkWrite } from '../../lib/platform/table-limits.ts';

const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** What a side of the port hands to the suite: one table for all of it, and how to let go of it. */
export interface OpenTable {
  readonly table: Table;
  close(): Promise<void>;
}

/** Every promise of `lib/platform/table.ts`, to be run against each side. */
export function tableContract(name: string, open: () => Promise<OpenTable>): void {
  describe(`the table port on ${name}`, () => {
    let opened: OpenTable;
    let table: Table;
    let partitions = 0;
    let pk = '';

    beforeAll(async () => {
      opened = await open();
      table = opened.table;
    });
    afterAll(() => opened.close());

    /** Each test works in a partition of its own. */
    const test = (title: string, body: () => Promise<void>) =>
      it(title, async () => {
        pk = `T${++partitions}`;
        await body();
      });

    const item = (sk: string, more: Partial<Item> = {}): Item => ({ pk, sk, v: 1, ...more });
    const put = (...items: readonly Item[]) =>
      table.write(items.map((one) => ({ kind: 'put', item: one })));
    const putEach = async (items: readonly Item[]) => {
      for (let at = 0; at < items.length; at += 50) await put(...items.slice(at, at + 50));
    };
    const sks = (page: Page) => page.items.map((one) => one.sk);
    const walk = async (query: Query): Promise<Page[]> => {
      const pages: Page[] = [await table.query(query)];
      for (let last = pages[0]!.last; last !== undefined; last = pages.at(-1)!.last) {
        pages.push(await table.query({ ...query, after: last }));
      }
      return pages;
    };
    const failure = async (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'no failure',
        (error: unknown) =>
          error instanceof LimitExceeded
            ? error.limit
            : error instanceof ConditionFailed
              ? { action: error.action, old: error.old }
              : error,
      );
    const refused = async (work: Promise<unknown>, limit: LimitName) =>
      expect(await failure(work)).toBe(limit);

    describe('reading and writing', () => {
      test('gives an item back as it was put', async () => {
        const full = item('a', {
          text: 'Đổi mới sáng tạo 😀 \u0000\n"\\',
          empty: '',
          zero: 0,
          least: Number.MIN_SAFE_INTEGER,
          most: Number.MAX_SAFE_INTEGER,
          yes: true,
          no: false,
          nothing: null,
          list: [1, 'two', [true, null, []], {}],
          map: { 'tên đội': 'x', constructor: 'y', deep: { deeper: [{}] } },
          gsi1pk: 'only one of the two',
          expiresAt: 1,
        });
        await put(full);
        expect(await table.get({ pk, sk: 'a' })).toEqual(full);
      });

      test('leaves out attributes that are undefined', async () => {
        await put({ ...item('a'), gone: undefined });
        const names = new Set(Object.keys((await table.get({ pk, sk: 'a' }))!));
        expect(names).toEqual(new Set(['pk', 'sk', 'v']));
      });

      test('replaces whole items, never parts', async () => {
        await put(item('a', { old: 1, both: 1 }));
        await put(item('a', { both: 2, v: 2 }));
        expect(await table.get({ pk, sk: 'a' })).toEqual(item('a', { both: 2, v: 2 }));
      });

      test('knows nothing of what was never put or was deleted', async () => {
        await put(item('a'));
        await table.write([{ kind: 'delete', key: { pk, sk: 'a' } }]);
        expect(await table.get({ pk, sk: 'a' })).toBeUndefined();
        expect(await table.get({ pk, sk: 'never' })).toBeUndefined();
      });

      test('deletes what is not there without complaint', async () => {
        await table.write([{ kind: 'delete', key: { pk, sk: 'never' } }]);
      });

      test('gives expired items back as they are stored', async () => {
        await put(item('a', { expiresAt: 1 }));
        expect(await table.get({ pk, sk: 'a' })).toEqual(item('a', { expiresAt: 1 }));
      });

      test('answers many keys in the order asked, absent and repeated ones too', async () => {
        await put(item('a'), item('b'));
        const answer = await table.getMany(['b', 'x', 'a', 'b'].map((sk) => ({ pk, sk })));
        expect(answer).toEqual([item('b'), undefined, item('a'), item('b')]);
        expect(await table.getMany([])).toEqual([]);
      });

      test('does nothing when nothing is asked', async () => {
        await table.write([]);
      });

      test('keeps main and ledger apart', async () => {
        await put(item('a', { where: 'main' }));
        await table.write([{ kind: 'append', item: item('a', { where: 'ledger' }) }]);
        expect(await table.get({ pk, sk: 'a' })).toEqual(item('a', { where: 'main' }));
        expect(await table.get({ pk, sk: 'a' }, 'ledger')).toEqual(item('a', { where: 'ledger' }));
        expect((await table.query({ partition: pk, table: 'ledger' })).items).toEqual([
          item('a', { where: 'ledger' }),
        ]);
      });
    });

    describe('conditions', () => {
      const stood = { text: 'x', flag: false, n: 7 };
      const holding: readonly Condition[] = [
        {},
        { present: true },
        { version: 3 },
        { is: { text: 'x', flag: false, n: 7 } },
        { is: {} },
        { present: true, version: 3, is: { n: 7 } },
      ];
      const failing: readonly Condition[] = [
        { absent: true },
        { version: 2 },
        { is: { text: 'y' } },
        { is: { n: '7' } },
        { is: { flag: true } },
        { is: { missing: 'x' } },
        { version: 3, is: { text: 'x', n: 8 } },
        { absent: true, version: 3 },
      ];
      const failingOnNothing: readonly Condition[] = [
        { present: true },
        { version: 1 },
        { is: { text: 'x' } },
        { is: {} },
      ];
      const kinds = ['put', 'delete', 'check'] as const;
      const action = (kind: (typeof kinds)[number], when: Condition): Action =>
        kind === 'put'
          ? { kind, item: item('a', { v: 4 }), when }
          : { kind, key: { pk, sk: 'a' }, when };
      const after = { put: () => item('a', { v: 4 }), delete: () => undefined };

      for (const kind of kinds) {
        test(`${kind} goes through when its condition holds, alone and among others`, async () => {
          for (const when of holding) {
            for (const others of [[], [item('other')]]) {
              const before = item('a', { v: 3, ...stood });
              await put(before);
              const more = others.map((one): Action => ({ kind: 'put', item: one }));
              await table.write([...more, action(kind, when)]);
              const expected = kind === 'check' ? before : after[kind]();
              expect(await table.get({ pk, sk: 'a' })).toEqual(expected);
            }
          }
        });

        test(`${kind} fails with what stood there when it does not, and writes nothing`, async () => {
          const before = item('a', { v: 3, ...stood });
          await put(before);
          for (const when of failing) {
            expect(await failure(table.write([action(kind, when)]))).toEqual({
              action: 0,
              old: before,
            });
            const other: Action = { kind: 'put', item: item('other') };
            expect(await failure(table.write([other, action(kind, when)]))).toEqual({
              action: 1,
              old: before,
            });
          }
          expect((await table.query({ partition: pk })).items).toEqual([before]);
        });

        test(`${kind} fails with nothing old where nothing stood`, async () => {
          for (const when of failingOnNothing) {
            const expected = { action: 0, old: undefined };
            expect(await failure(table.write([action(kind, when)]))).toEqual(expected);
          }
        });
      }

      test('absent holds where nothing stood', async () => {
        await table.write([{ kind: 'put', item: item('a'), when: { absent: true } }]);
        expect(await table.get({ pk, sk: 'a' })).toEqual(item('a'));
      });

      test('names the first of several failed actions', async () => {
        await put(item('a'), item('b', { v: 5 }));
        const actions: Action[] = [
          { kind: 'put', item: item('c'), when: { absent: true } },
          { kind: 'delete', key: { pk, sk: 'b' }, when: { version: 4 } },
          { kind: 'put', item: item('a'), when: { absent: true } },
        ];
        const expected = { action: 1, old: item('b', { v: 5 }) };
        expect(await failure(table.write(actions))).toEqual(expected);
        expect(sks(await table.query({ partition: pk }))).toEqual(['a', 'b']);
      });
    });

    describe('the ledger', () => {
      test('refuses to add what is there, and changes nothing', async () => {
        await table.write([{ kind: 'append', item: item('a', { n: 1 }) }]);
        const again: Action = { kind: 'append', item: item('a', { n: 2 }) };
        const expected = { action: 0, old: item('a', { n: 1 }) };
        expect(await failure(table.write([again]))).toEqual(expected);
        expect(await failure(table.write([{ kind: 'put', item: item('m') }, again]))).toEqual({
          ...expected,
          action: 1,
        });
        expect(await table.get({ pk, sk: 'a' }, 'ledger')).toEqual(item('a', { n: 1 }));
        expect(await table.get({ pk, sk: 'm' })).toBeUndefined();
      });

      test('is added to together with main, or not at all', async () => {
        await table.write([
          { kind: 'put', item: item('a'), when: { absent: true } },
          { kind: 'append', item: item('1') },
        ]);
        const stale: Action[] = [
          { kind: 'append', item: item('2') },
          { kind: 'put', item: item('a'), when: { absent: true } },
        ];
        expect(await failure(table.write(stale))).toEqual({ action: 1, old: item('a') });
        expect(sks(await table.query({ table: 'ledger', partition: pk }))).toEqual(['1']);
      });

      test('has an index of its own', async () => {
        await table.write([{ kind: 'append', item: item('a', { gsi1pk: pk, gsi1sk: '1' }) }]);
        const query = { partition: pk, index: 'gsi1' } as const;
        expect(sks(await table.query({ ...query, table: 'ledger' }))).toEqual(['a']);
        expect((await table.query(query)).items).toEqual([]);
      });
    });

    describe('queries', () => {
      test('go in byte order of UTF-8, above U+FFFF too', async () => {
        // JavaScript's own order of strings would put U+1F600 and U+10FFFF before U+E000 and U+FFFF.
        const order = [
          '\u0000',
          ' ',
          'A',
          'Z',
          'a',
          'a\u0000',
          'aa',
          'd',
          'é',
          'đ',
          'ơ',
          'ừ',
          '\ue000',
          '\uffff',
          '\u{10000}',
          '😀',
          '\u{10ffff}',
          '\u{10ffff}\u{10ffff}',
        ];
        await put(...order.toReversed().map((sk) => item(sk)));
        expect(sks(await table.query({ partition: pk }))).toEqual(order);
        const down = await table.query({ partition: pk, direction: 'descending' });
        expect(sks(down)).toEqual(order.toReversed());
        const between = ['\ue000', '😀'] as const;
        expect(sks(await table.query({ partition: pk, sort: { between } }))).toEqual(
          order.slice(12, 16),
        );
        const paged = await walk({ partition: pk, limit: 5 });
        expect(paged.flatMap(sks)).toEqual(order);
      });

      test('between includes both ends; ends the wrong way round hold nothing', async () => {
        await put(...['a', 'b', 'c', 'd'].map((sk) => item(sk)));
        const range = (from: string, to: string) =>
          table.query({ partition: pk, sort: { between: [from, to] } });
        expect(sks(await range('b', 'c'))).toEqual(['b', 'c']);
        expect(sks(await range('b', 'b'))).toEqual(['b']);
        expect(sks(await range('bb', 'c\u0000'))).toEqual(['c']);
        const all = { partition: pk, sort: { between: ['b', 'c'] }, limit: 2 } as const;
        expect((await table.query(all)).last).toBeUndefined();
        expect((await table.query({ ...all, direction: 'descending' })).last).toBeUndefined();
        expect((await table.query({ ...all, limit: 1 })).last).toEqual({ pk, sk: 'b' });
        expect(await range('c', 'b')).toEqual({ items: [] });
        expect(await range('😀', '\uffff')).toEqual({ items: [] });
      });

      test('beginsWith takes the prefix and nothing beside it', async () => {
        const keys = ['E', 'E#', 'E#1', 'E#\uffff', 'E#\u{10ffff}', 'E#\u{10ffff}z', 'E$', 'F'];
        await put(...keys.map((sk) => item(sk)));
        const begins = (beginsWith: string) => table.query({ partition: pk, sort: { beginsWith } });
        expect(sks(await begins('E#'))).toEqual(keys.slice(1, 6));
        expect(sks(await begins('E#\u{10ffff}'))).toEqual(keys.slice(4, 6));
        expect(sks(await begins('E'))).toEqual(keys.slice(0, 7));
        await put(item('\ud7ffx'), item('\ue000'), item('\u{10ffff}'), item('\u{10ffff}a'));
        expect(sks(await begins('\ud7ff'))).toEqual(['\ud7ffx']);
        expect(sks(await begins('\u{10ffff}'))).toEqual(['\u{10ffff}', '\u{10ffff}a']);
      });

      test('end a page at the limit, and say so even when nothing follows', async () => {
        await put(...['a', 'b', 'c'].map((sk) => item(sk)));
        const page = (limit: number) => table.query({ partition: pk, limit });
        expect(await page(2)).toEqual({ items: [item('a'), item('b')], last: { pk, sk: 'b' } });
        expect((await page(3)).last).toEqual({ pk, sk: 'c' });
        expect((await page(4)).last).toBeUndefined();
        expect(await table.query({ partition: pk, after: { pk, sk: 'c' } })).toEqual({ items: [] });
      });

      test('go on after a position in both directions, though its item is gone', async () => {
        await put(...['a', 'b', 'c', 'd'].map((sk) => item(sk)));
        await table.write([{ kind: 'delete', key: { pk, sk: 'b' } }]);
        const query = { partition: pk, after: { pk, sk: 'b' } };
        expect(sks(await table.query(query))).toEqual(['c', 'd']);
        expect(sks(await table.query({ ...query, direction: 'descending' }))).toEqual(['a']);
      });

      test('take 100 items when no limit is given', async () => {
        const many = Array.from({ length: 101 }, (_, at) => item(String(at).padStart(3, '0')));
        await putEach(many);
        const pages = await walk({ partition: pk });
        expect(pages.map((page) => page.items.length)).toEqual([100, 1]);
        expect(pages.flatMap((page) => page.items)).toEqual(many);
      });

      test('end a page with the item that reaches 1 MB', async () => {
        const sized = (sk: string, bytes: number) => {
          const bare = itemBytes(item(sk, { x: '' }));
          return item(sk, { x: 'x'.repeat(bytes - bare) });
        };
        const counts = async (bytes: number, limit: number, index?: 'gsi1') => {
          const extra = index === undefined ? {} : { index };
          const partition = index === undefined ? pk : `${pk}-${bytes}`;
          const pages = await walk({ partition, limit, ...extra });
          return pages.map((page) => page.items.length);
        };
        const fill = async (bytes: number) => {
          for (let at = 0; at < 9; at++) await put(sized(`${at}`, bytes));
        };
        await fill(131_072);
        expect(await counts(131_072, 1000)).toEqual([8, 1]);
        expect(await counts(131_072, 8)).toEqual([8, 1]);
        await table.write([{ kind: 'delete', key: { pk, sk: '8' } }]);
        expect(await counts(131_072, 1000)).toEqual([8]);
        await fill(131_071);
        expect(await counts(131_071, 1000)).toEqual([9]);
        await fill(131_073);
        expect(await counts(131_073, 1000)).toEqual([8, 1]);
        await fill(131_073);
        const down = await walk({ partition: pk, direction: 'descending', limit: 1000 });
        expect(down.map((page) => page.items.length)).toEqual([8, 1]);
      });
    });

    describe('the index', () => {
      const indexed = (sk: string, gsi1sk: string, more: Partial<Item> = {}) =>
        item(sk, { gsi1pk: `X${pk}`, gsi1sk, ...more });
      const list = (more: Partial<Query> = {}) =>
        table.query({ partition: `X${pk}`, index: 'gsi1', ...more });

      test('holds items with both index keys, in their order, and no others', async () => {
        await put(indexed('a', '2'), indexed('b', '1'), item('c', { gsi1pk: `X${pk}` }));
        await put(item('d', { gsi1sk: '3' }));
        expect((await list()).items).toEqual([indexed('b', '1'), indexed('a', '2')]);
        expect(sks(await list({ direction: 'descending' }))).toEqual(['a', 'b']);
      });

      test('follows changes, removals and deletions', async () => {
        await put(indexed('a', '1'), indexed('b', '2'), indexed('c', '3'));
        await put(indexed('a', '9', { v: 2 }));
        await put(item('b', { v: 2 }));
        await table.write([{ kind: 'delete', key: { pk, sk: 'c' } }]);
        expect((await list()).items).toEqual([indexed('a', '9', { v: 2 })]);
      });

      test('gives positions that hold its keys, and goes on after them', async () => {
        const names = ['1', '2', '3', '4', '5'];
        await put(...names.map((n) => indexed(`k${n}`, n)));
        const first = await list({ limit: 2 });
        expect(first.last).toEqual({ pk, sk: 'k2', gsi1pk: `X${pk}`, gsi1sk: '2' });
        expect(sks(await list({ limit: 2, after: first.last! }))).toEqual(['k3', 'k4']);
        const down = { direction: 'descending', after: first.last! } as const;
        expect(sks(await list(down))).toEqual(['k1']);
        expect(sks(await list({ sort: { between: ['2', '4'] } }))).toEqual(['k2', 'k3', 'k4']);
        expect(sks(await list({ sort: { beginsWith: '3' } }))).toEqual(['k3']);
      });

      test('gives every item of an equal sort key once over the pages', async () => {
        const equal = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((sk) => indexed(sk, 'same'));
        await put(...equal);
        for (const direction of ['ascending', 'descending'] as const) {
          const pages = await walk({ partition: `X${pk}`, index: 'gsi1', limit: 2, direction });
          expect(pages.flatMap(sks).toSorted(byText)).toEqual(equal.map((one) => one.sk));
        }
      });
    });

    describe('limits, exactly at and one over', () => {
      const sizedItem = (sk: string, bytes: number) =>
        item(sk, { x: 'x'.repeat(bytes - itemBytes(item(sk, { x: '' }))) });

      test('an item holds 400 KB by the formula of DynamoDB', async () => {
        const shapes: readonly Partial<Item>[] = [
          {},
          { a: 0, b: 110, c: -1, d: 12_345, e: 9_007_199_254_740_991, f: 1_000_000 },
          { a: null, b: true, c: '', d: 'ừ😀', ừ: 1 },
          { a: [], b: {}, c: [[], {}], d: { e: [null, -123], f: { g: 'h' } } },
        ];
        for (const shape of shapes) {
          const bare = itemBytes(item('a', { ...shape, x: '' }));
          const fill = (bytes: number) => item('a', { ...shape, x: 'x'.repeat(bytes - bare) });
          await put(fill(409_600));
          await refused(put(fill(409_601)), 'item-size');
        }
      });

      test('keys: 2,048 bytes of partition, 1,024 of sort, none empty', async () => {
        const key = (partition: string, sk: string) => ({ pk: partition, sk, v: 1 });
        const longest = pk.padEnd(2048 - 2, 'x');
        await put(key(`${longest}đ`, `${'x'.repeat(1022)}đ`));
        await refused(put(key(`${longest}xđ`, 'a')), 'partition-key-size');
        await refused(put(key(pk, `${'x'.repeat(1023)}đ`)), 'sort-key-size');
        await refused(put(key('', 'a')), 'empty-key');
        await refused(put(key(pk, '')), 'empty-key');
        await refused(table.get({ pk, sk: '' }), 'empty-key');
        await refused(table.getMany([{ pk: '', sk: 'a' }]), 'empty-key');
        await refused(table.increment({ pk, sk: '' }, 1), 'empty-key');
        await refused(table.write([{ kind: 'delete', key: { pk, sk: '' } }]), 'empty-key');
        await refused(table.query({ partition: '' }), 'empty-key');
        await refused(table.query({ partition: pk, sort: { beginsWith: '' } }), 'empty-key');
        await refused(table.query({ partition: pk, sort: { between: ['', 'a'] } }), 'empty-key');
        const tooLong = 'x'.repeat(1025);
        await refused(
          table.query({ partition: pk, sort: { beginsWith: tooLong } }),
          'sort-key-size',
        );
      });

      test('index keys likewise, even where only one of them is there', async () => {
        await put(item('a', { gsi1pk: 'x'.repeat(2048), gsi1sk: 'x'.repeat(1024) }));
        await refused(put(item('a', { gsi1pk: 'x'.repeat(2049) })), 'partition-key-size');
        await refused(put(item('a', { gsi1sk: 'x'.repeat(1025) })), 'sort-key-size');
        await refused(put(item('a', { gsi1pk: '' })), 'empty-key');
        await refused(put(item('a', { gsi1sk: '' })), 'empty-key');
      });

      test('a write takes 100 actions', async () => {
        const many = (count: number) =>
          put(...Array.from({ length: count }, (_, at) => item(`${at}`)));
        await many(100);
        await refused(many(101), 'transaction-actions');
      });

      test('a transaction takes 4 MB', async () => {
        const ten = Array.from({ length: 10 }, (_, at) => sizedItem(`${at}`, 409_600));
        const rest = 4 * 1024 * 1024 - 4_096_000;
        await put(...ten, sizedItem('a', rest));
        await refused(put(...ten, sizedItem('a', rest + 1)), 'transaction-size');
      });

      test('the largest write with conditions that passes the check is taken', async () => {
        const ten = Array.from({ length: 10 }, (_, at) => sizedItem(`${at}`, 400_000));
        const is = { text: 'x'.repeat(50_000), n: -1, flag: true };
        const actions = (bytes: number): Action[] => [
          ...ten.map((one): Action => ({ kind: 'put', item: one })),
          { kind: 'check', key: { pk, sk: 'c' }, when: { present: true, version: 1, is } },
          { kind: 'put', item: sizedItem('z', bytes), when: { absent: true } },
        ];
        let largest = 100_000;
        for (let step = 1 << 16; step > 0; step >>= 1) {
          try {
            checkWrite(actions(largest + step));
            largest += step;
          } catch {}
        }
        await put(item('c', is));
        await table.write(actions(largest));
        await refused(table.write(actions(largest + 1)), 'transaction-size');
      });

      test('one item is written once in a transaction', async () => {
        const key = { pk, sk: 'a' };
        const two: Action[] = [
          { kind: 'put', item: item('a') },
          { kind: 'check', key, when: { absent: true } },
        ];
        await refused(table.write(two), 'transaction-duplicate-key');
      });

      test('a batch takes 100 distinct keys', async () => {
        const keys = (count: number) =>
          Array.from({ length: count }, (_, at) => ({ pk, sk: `${at}` }));
        expect(await table.getMany([...keys(100), ...keys(100)])).toHaveLength(200);
        await refused(table.getMany(keys(101)), 'batch-size');
      });

      test('a batch answers more than a DynamoDB answer holds', async () => {
        const big = Array.from({ length: 45 }, (_, at) => sizedItem(`${at}`, 400_000));
        for (const one of big) await put(one);
        const answer = await table.getMany(big.map(({ sk }) => ({ pk, sk })));
        expect(answer.map((one) => one?.sk)).toEqual(big.map((one) => one.sk));
      });

      test('a page takes 1 to 1,000 items', async () => {
        await table.query({ partition: pk, limit: 1 });
        await table.query({ partition: pk, limit: 1000 });
        for (const limit of [0, 1001, 1.5, Number.NaN, -1]) {
          await refused(table.query({ partition: pk, limit }), 'page-limit');
        }
      });

      test('numbers are safe integers', async () => {
        const bad = [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)];
        for (const x of bad) {
          await refused(put(item('a', { x })), 'value');
          await refused(put(item('a', { x: [{ y: x }] })), 'value');
          await refused(put(item('a', { v: x })), 'value');
          const when = { version: x };
          await refused(table.write([{ kind: 'check', key: { pk, sk: 'a' }, when }]), 'value');
          await refused(table.increment({ pk, sk: 'a' }, x), 'value');
        }
        await refused(put(item('a', { v: 0 })), 'value');
      });

      test('text is well-formed, in keys, names and values', async () => {
        for (const half of ['\ud800', 'a\udfff', '\ude00\ud83d']) {
          await refused(put(item('a', { x: half })), 'value');
          await refused(put(item('a', { x: [half] })), 'value');
          await refused(put(item('a', { x: { [half]: 1 } })), 'value');
          await refused(put(item('a', { [half]: 1 })), 'value');
          await refused(put(item(half)), 'value');
          await refused(table.query({ partition: half }), 'value');
          const when = { is: { x: half } };
          await refused(table.write([{ kind: 'put', item: item('a'), when }]), 'value');
        }
      });

      test('attributes have names', async () => {
        await refused(put(item('a', { '': 1 })), 'value');
        await refused(put(item('a', { x: { '': 1 } })), 'value');
        await refused(put(item('a', { x: JSON.parse('{"__proto__": 1}') })), 'value');
      });

      test('values nest 31 deep inside their item', async () => {
        const nested = (depth: number, wrap: (inner: Item['x']) => Item['x']) => {
          let x: Item['x'] = 1;
          for (let level = 0; level < depth; level++) x = wrap(x);
          return item('a', { x });
        };
        for (const wrap of [(x: Item['x']) => [x ?? 1], (x: Item['x']) => ({ y: x ?? 1 })]) {
          await put(nested(31, wrap));
          expect(await table.get({ pk, sk: 'a' })).toEqual(nested(31, wrap));
          await refused(put(nested(32, wrap)), 'value');
        }
      });

      test('a position lies inside its query', async () => {
        const query = { partition: pk, sort: { beginsWith: 'b' } };
        await refused(table.query({ ...query, after: { pk: 'other', sk: 'b' } }), 'value');
        await refused(table.query({ ...query, after: { pk, sk: 'a' } }), 'value');
        const between = { partition: pk, sort: { between: ['b', 'd'] } } as const;
        await refused(table.query({ ...between, after: { pk, sk: 'e' } }), 'value');
        await refused(
          table.query({ partition: pk, index: 'gsi1', after: { pk, sk: 'a' } }),
          'empty-key',
        );
      });

      test('nothing is written when a limit is broken', async () => {
        await refused(put(item('a'), item('b', { x: 0.5 })), 'value');
        expect((await table.query({ partition: pk })).items).toEqual([]);
      });
    });

    describe('counters and races', () => {
      test('a counter is made at 0 and counts its versions', async () => {
        const key = { pk, sk: 'n' };
        expect(await table.increment(key, 5)).toBe(5);
        expect(await table.increment(key, -7)).toBe(-2);
        expect(await table.increment(key, 0)).toBe(-2);
        expect(await table.get(key)).toEqual({ ...key, v: 3, n: -2 });
      });

      test('a counter keeps what else its item holds', async () => {
        await put(item('n', { x: 'kept', v: 4 }));
        await table.increment({ pk, sk: 'n' }, 1);
        expect(await table.get({ pk, sk: 'n' })).toEqual(item('n', { x: 'kept', v: 5, n: 1 }));
      });

      test('a counter stays a safe integer', async () => {
        const key = { pk, sk: 'n' };
        await table.increment(key, Number.MAX_SAFE_INTEGER - 1);
        expect(await table.increment(key, 1)).toBe(Number.MAX_SAFE_INTEGER);
        await refused(table.increment(key, 1), 'value');
        expect((await table.get(key))?.['n']).toBe(Number.MAX_SAFE_INTEGER);
        const low = { pk, sk: 'low' };
        await table.increment(low, Number.MIN_SAFE_INTEGER);
        await refused(table.increment(low, -1), 'value');
        for (const n of ['five', null, [1], true]) {
          await put(item('other', { n }));
          await refused(table.increment({ pk, sk: 'other' }, 1), 'value');
        }
      });

      test('no increment is lost and no value given twice', async () => {
        const key = { pk, sk: 'n' };
        const values = await Promise.all(Array.from({ length: 50 }, () => table.increment(key, 1)));
        expect(values.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
      });

      test('of 20 writers with one version exactly one wins, alone or in a transaction', async () => {
        await put(item('a'));
        for (const [v, extra] of [
          [1, false],
          [2, true],
        ] as const) {
          const writers = Array.from({ length: 20 }, (_, writer) =>
            failure(
              table.write([
                { kind: 'put', item: item('a', { v: v + 1, writer }), when: { version: v } },
                ...(extra ? [{ kind: 'append', item: item(`won by ${writer}`) } as const] : []),
              ]),
            ),
          );
          const outcomes = await Promise.all(writers);
          const winner = outcomes.indexOf('no failure');
          const won = item('a', { v: v + 1, writer: winner });
          expect(await table.get({ pk, sk: 'a' })).toEqual(won);
          expect(outcomes).toEqual(
            outcomes.map((_, at) => (at === winner ? 'no failure' : { action: 0, old: won })),
          );
          const ledger = await table.query({ table: 'ledger', partition: pk });
          expect(sks(ledger)).toEqual(extra ? [`won by ${winner}`] : []);
        }
      });
    });
  });
}
