import fc from 'fast-check';
import type {
  Action,
  Condition,
  Item,
  Key,
  Page,
  Query,
  Table,
  Value,
} from '../../lib/platform/table.ts';
import { ConditionFailed, LimitExceeded } from '../../lib/platform/table.ts';

/** One call of the table port. `walk` follows a query over all of its pages. */
export type TableCall =
  | { readonly call: 'get'; readonly key: Key; readonly table: 'main' | 'ledger' }
  | { readonly call: 'getMany'; readonly keys: readonly Key[] }
  | { readonly call: 'walk'; readonly query: Query }
  | { readonly call: 'write'; readonly actions: readonly Action[] }
  | { readonly call: 'increment'; readonly key: Key; readonly by: number };

/** Few keys, so that calls meet; ASCII, Latin beyond it, the end of the BMP, and above it. */
const SORTS = ['a', 'ab', 'b', 'đ', '\ue000', '\uffff', '😀', '\u{10ffff}'];
const PARTITIONS = ['p', 'q'];

const scalar = fc.oneof(
  fc.constantFrom('', 'x', 'Đổi mới', '😀', '\u0000"\\'),
  fc.integer({ min: -3, max: 130 }),
  fc.maxSafeInteger(),
  fc.boolean(),
);

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'đ', 'constructor', 'size'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** What no table takes; rare, so that most writes go through. */
const refusedValue: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  0.5,
  Number.NaN,
  2 ** 53,
  'half \ud83d',
  { '': 1 },
  [[Number.POSITIVE_INFINITY]],
  'x'.repeat(420_000),
);

const rarely = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 40, arbitrary: usual }, { weight: 1, arbitrary: rare });

const key: fc.Arbitrary<Key> = fc.record({
  pk: fc.constantFrom(...PARTITIONS),
  sk: rarely(fc.constantFrom(...SORTS), fc.constantFrom('', '\udc00', 'x'.repeat(1025))),
});

const item: fc.Arbitrary<Item> = fc
  .record({
    key,
    v: rarely(fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, -1)),
    indexed: fc.constantFrom('both', 'both', 'partition', 'sort', 'none'),
    rank: fc.constantFrom('1', '2', 'đ', '😀'),
    attributes: fc.dictionary(fc.constantFrom('n', 'x', 'y'), rarely(value, refusedValue), {
      maxKeys: 3,
    }),
  })
  .map(({ key: { pk, sk }, v, indexed, rank, attributes }) => ({
    ...attributes,
    pk,
    sk,
    v,
    ...(indexed === 'both' || indexed === 'partition' ? { gsi1pk: 'g' } : {}),
    // Equal sort keys of an index have no order to compare: each item's is its own.
    ...(indexed === 'both' || indexed === 'sort' ? { gsi1sk: `${rank} ${pk} ${sk || '-'}` } : {}),
  }));

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant<Condition>({ absent: true }),
  fc.constant<Condition>({ present: true }),
  fc.constant<Condition>({}),
  fc.record({ version: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ is: fc.dictionary(fc.constantFrom('n', 'x', 'v'), scalar, { maxKeys: 2 }) }),
);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put' as const), item }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put' as const), item, when: condition }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), key }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('delete' as const), key, when: condition }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('check' as const), key, when: condition }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('append' as const), item }) },
);

const bound = fc.constantFrom(...SORTS, '1', '2', '2 p', 'z');
const query: fc.Arbitrary<Query> = fc
  .record(
    {
      table: fc.constantFrom('main' as const, 'ledger' as const),
      isIndex: fc.boolean(),
      pk: fc.constantFrom(...PARTITIONS),
      sort: fc.oneof(
        fc.record({ beginsWith: bound }),
        fc.record({ between: fc.tuple(bound, bound) }),
      ),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
      limit: rarely(fc.integer({ min: 1, max: 4 }), fc.constantFrom(0, 1001)),
    },
    { requiredKeys: ['table', 'isIndex', 'pk'] },
  )
  .map(({ isIndex, pk, ...rest }) =>
    isIndex ? { ...rest, index: 'gsi1' as const, partition: 'g' } : { ...rest, partition: pk },
  );

const write: fc.Arbitrary<TableCall> = fc.record({
  call: fc.constant('write' as const),
  actions: fc.array(action, { maxLength: 4 }),
});

/** Calls that change something. */
export const writingCall: fc.Arbitrary<TableCall> = fc.oneof(
  { weight: 6, arbitrary: write },
  {
    weight: 1,
    arbitrary: fc.record({
      call: fc.constant('increment' as const),
      key,
      by: rarely(fc.integer({ min: -2, max: 2 }), fc.constantFrom(Number.MAX_SAFE_INTEGER, 0.5)),
    }),
  },
);

/** Calls of every kind. */
export const tableCall: fc.Arbitrary<TableCall> = fc.oneof(
  { weight: 4, arbitrary: writingCall },
  {
    weight: 1,
    arbitrary: fc.record({
      call: fc.constant('get' as const),
      key,
      table: fc.constantFrom('main' as const, 'ledger' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      call: fc.constant('getMany' as const),
      keys: fc.array(key, { maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ call: fc.constant('walk' as const), query }) },
);

/** What a call came to: its answer, or everything the port promises of its error. */
export async function outcomeOf(table: Table, call: TableCall): Promise<unknown> {
  try {
    return { answer: await run(table, call) };
  } catch (error) {
    if (error instanceof ConditionFailed) return { failed: error.action, old: error.old };
    if (error instanceof LimitExceeded) return { limit: error.limit, message: error.message };
    throw error;
  }
}

async function run(table: Table, call: TableCall): Promise<unknown> {
  switch (call.call) {
    case 'get':
      return await table.get(call.key, call.table);
    case 'getMany':
      return await table.getMany(call.keys);
    case 'walk':
      return await pagesOf(table, call.query);
    case 'write':
      return await table.write(call.actions);
    case 'increment':
      return await table.increment(call.key, call.by);
  }
}

async function pagesOf(table: Table, wanted: Query): Promise<readonly Page[]> {
  const pages = [await table.query(wanted)];
  for (let last = pages[0]?.last; last !== undefined; last = pages.at(-1)?.last) {
    pages.push(await table.query({ ...wanted, after: last }));
  }
  return pages;
}
