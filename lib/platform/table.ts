/**
 * The table port: items, keys, versions and conditions in DynamoDB's own terms and limits, so that the
 * data model is written once. Two sides keep it: `aws/dynamo-table.ts` and `host/sqlite-table.ts`.
 *
 * One handle reaches two tables. `main` holds what changes; `ledger` holds what may only ever be added:
 * an `append` is its sole write.
 */

/** What an attribute may hold. Numbers are safe integers: points are hundredths, times are strings. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value };

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/**
 * A whole item; items are replaced whole, never patched. `v` counts its versions from 1 and is the
 * writer's to set. `gsi1pk` and `gsi1sk`, when both present, place it in the index `gsi1`.
 * `expiresAt` (epoch seconds) is when it counts as gone; readers must check it, deletion is lazy.
 */
export interface Item extends Key {
  readonly v: number;
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly expiresAt?: number;
  readonly [attribute: string]: Value | undefined;
}

/** All named parts must hold. `absent` stands alone. */
export interface Condition {
  /** No item has this key. */
  readonly absent?: true;
  /** An item has this key. */
  readonly present?: true;
  /** The item exists and its `v` is this. */
  readonly version?: number;
  /** The item exists and each attribute equals this scalar. */
  readonly is?: { readonly [attribute: string]: string | number | boolean };
}

export type Action =
  | { readonly kind: 'put'; readonly item: Item; readonly when?: Condition }
  | { readonly kind: 'delete'; readonly key: Key; readonly when?: Condition }
  | { readonly kind: 'check'; readonly key: Key; readonly when: Condition }
  /** Adds an item to the ledger; refused when one with that key is there. */
  | { readonly kind: 'append'; readonly item: Item };

export type TableName = 'main' | 'ledger';

export interface Query {
  /** Default `main`. */
  readonly table?: TableName;
  /** Default: the table itself. An index may lag behind it: for lists, never for decisions. */
  readonly index?: 'gsi1';
  /** `pk`, or `gsi1pk` with an index. */
  readonly partition: string;
  /** Narrows the sort key. `between` includes both ends; the wrong way round it holds nothing. Byte order of UTF-8. */
  readonly sort?: { readonly beginsWith: string } | { readonly between: readonly [string, string] };
  readonly direction?: 'ascending' | 'descending';
  /** Items in one page, 1 to 1,000; a page also ends at 1 MB. Default 100. */
  readonly limit?: number;
  /** Go on after this item: what an earlier page called `last`. It must lie inside the query. */
  readonly after?: Position;
}

/** A place in a query's order: the keys of the last item seen. */
export interface Position extends Key {
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
}

export interface Page {
  readonly items: readonly Item[];
  /** Present when there may be more: pass it as `after`. */
  readonly last?: Position;
}

export interface Table {
  /** Strongly consistent. Absent and expired items come back as they are stored: see `expiresAt`. */
  get(key: Key, table?: TableName): Promise<Item | undefined>;
  /** One round trip, strongly consistent, at most 100 distinct keys of `main`; answers in the order asked. */
  getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  /** Strongly consistent without an index. */
  query(query: Query): Promise<Page>;
  /**
   * All or nothing. One action is a PutItem (or DeleteItem), several a TransactWriteItems.
   * @throws ConditionFailed  naming the first action that failed and what stood there
   * @throws LimitExceeded    before anything is sent
   * @throws Contention       another transaction held an item; nothing was written, a retry is right
   */
  write(actions: readonly Action[]): Promise<void>;
  /**
   * Adds to the counter's `n` atomically and returns the new value; the item is made at 0, its `v` grows by one.
   * @throws LimitExceeded    also when `n` is no number or would leave the safe integers
   */
  increment(key: Key, by: number): Promise<number>;
}

/** A condition of `write` did not hold; nothing was written. */
export class ConditionFailed extends Error {
  override readonly name = 'ConditionFailed';
  /** Position of the failed action in the call. */
  readonly action: number;
  /** The item that stood there, if any. */
  readonly old: Item | undefined;
  constructor(action: number, old: Item | undefined) {
    super(`condition of action ${action} failed`);
    this.action = action;
    this.old = old;
  }
}

/** A limit of the table (DynamoDB's, kept on both sides). `limit` is a stable name. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded';
  readonly limit: LimitName;
  constructor(limit: LimitName, message: string) {
    super(message);
    this.limit = limit;
  }
}

export type LimitName =
  | 'item-size'
  | 'transaction-actions'
  | 'transaction-size'
  | 'transaction-duplicate-key'
  | 'partition-key-size'
  | 'sort-key-size'
  | 'empty-key'
  | 'batch-size'
  | 'page-limit'
  | 'value';

/** Nothing was written because somebody else was writing; a retry is right. */
export class Contention extends Error {
  override readonly name = 'Contention';
}
