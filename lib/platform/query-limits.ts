import type { Item, Position, Query } from './table.ts';
import { checkKey, checkPartition, checkSort, refuse } from './value-limits.ts';

const PAGE_ITEMS = 1000;

/** What a query walks: its partition's attribute, its sort key's attribute. */
export interface QueryKeys {
  readonly partition: 'pk' | 'gsi1pk';
  readonly sort: 'sk' | 'gsi1sk';
}

/** The two attributes a query is about. */
export function queryKeys(query: Query): QueryKeys {
  return query.index === undefined
    ? { partition: 'pk', sort: 'sk' }
    : { partition: 'gsi1pk', sort: 'gsi1sk' };
}

/**
 * Whether the query can hold nothing because its ends are the wrong way round. DynamoDB refuses such a
 * range; to a reader of a list it is an empty one.
 */
export function isEmptyRange(query: Query): boolean {
  if (query.sort === undefined || 'beginsWith' in query.sort) return false;
  const [from, to] = query.sort.between;
  return compareUtf8(from, to) > 0;
}

/**
 * Whether nothing can follow this item because it is itself the end of `between`. DynamoDB Local says so by
 * giving no position; both sides do, which saves a page. In an index others may have the same sort key.
 */
export function isEndOfRange(query: Query, item: Item): boolean {
  const { sort, index, direction } = query;
  if (index !== undefined || sort === undefined || 'beginsWith' in sort) return false;
  const [from, to] = sort.between;
  return item.sk === (direction === 'descending' ? from : to);
}

/**
 * Checks a query before it is sent.
 * @throws LimitExceeded for its limit, its keys, or a position that lies outside of it (`value`)
 */
export function checkQuery(query: Query): void {
  const limit = query.limit ?? 1;
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_ITEMS) {
    refuse('page-limit', `a page of ${limit} items; 1 to ${PAGE_ITEMS}`);
  }
  const keys = queryKeys(query);
  checkPartition(keys.partition, query.partition);
  for (const bound of boundsOf(query)) checkSort(keys.sort, bound);
  if (query.after !== undefined) checkPosition(query, query.after, keys);
}

function checkPosition(query: Query, after: Position, keys: QueryKeys): void {
  checkKey(after);
  const partition = after[keys.partition] ?? '';
  const sort = after[keys.sort] ?? '';
  checkPartition(keys.partition, partition);
  checkSort(keys.sort, sort);
  if (partition !== query.partition || !isInRange(query, sort)) {
    refuse('value', 'the position to go on after lies outside the query');
  }
}

function isInRange(query: Query, sort: string): boolean {
  if (query.sort === undefined) return true;
  if ('beginsWith' in query.sort) return sort.startsWith(query.sort.beginsWith);
  const [from, to] = query.sort.between;
  return compareUtf8(from, sort) <= 0 && compareUtf8(sort, to) <= 0;
}

function boundsOf(query: Query): readonly string[] {
  if (query.sort === undefined) return [];
  return 'beginsWith' in query.sort ? [query.sort.beginsWith] : query.sort.between;
}

/** Order of the UTF-8 bytes; the order of JavaScript strings differs above U+FFFF. */
function compareUtf8(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
