import type { SQLInputValue } from 'node:sqlite';
import { isEndOfRange, queryKeys } from '../query-limits.ts';
import type { Item, Page, Position, Query } from '../table.ts';
import { PAGE_BYTES } from '../table-limits.ts';
import { parseItem } from './sqlite-changes.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { numberOf, textOf } from './sqlite-database.ts';

const DEFAULT_PAGE = 100;
const LAST_CODE_POINT = 0x10ffff;

/**
 * One page of a checked query out of a table with the item columns. It ends at `limit`, or with the item
 * that reaches 1 MB if more follow: measured on DynamoDB Local, which ends its pages so.
 */
export function readPage(database: SqliteDatabase, source: string, query: Query): Page {
  const limit = query.limit ?? DEFAULT_PAGE;
  const { text, values } = statementOf(source, query);
  const items: Item[] = [];
  let bytes = 0;
  for (const row of database.prepare(text).iterate(...values)) {
    // One row more than the page holds was asked for: seeing it means there is more.
    if (bytes >= PAGE_BYTES) return pageOf(items, query, true);
    items.push(parseItem(textOf(row.body)));
    bytes += numberOf(row.bytes);
    if (items.length === limit) return pageOf(items, query, true);
  }
  return pageOf(items, query, false);
}

interface Statement {
  readonly text: string;
  readonly values: readonly SQLInputValue[];
}

function statementOf(source: string, query: Query): Statement {
  const keys = queryKeys(query);
  const isDescending = query.direction === 'descending';
  const order = query.index === undefined ? ['sk'] : ['gsi1sk', 'pk', 'sk'];
  const parts = [
    { text: `${keys.partition} = ?`, values: [query.partition] },
    ...rangeOf(keys.sort, query),
    ...afterOf(order, isDescending, query.after),
  ];
  const direction = isDescending ? 'DESC' : 'ASC';
  return {
    text: `SELECT bytes, body FROM ${source} WHERE ${parts.map((part) => part.text).join(' AND ')}
           ORDER BY ${order.map((name) => `${name} ${direction}`).join(', ')}`,
    values: parts.flatMap((part) => part.values),
  };
}

function rangeOf(column: string, query: Query): readonly Statement[] {
  if (query.sort === undefined) return [];
  if ('between' in query.sort) {
    return [{ text: `${column} BETWEEN ? AND ?`, values: [...query.sort.between] }];
  }
  const from = query.sort.beginsWith;
  const end = endOfPrefix(from);
  if (end === undefined) return [{ text: `${column} >= ?`, values: [from] }];
  return [{ text: `${column} >= ? AND ${column} < ?`, values: [from, end] }];
}

function afterOf(
  order: readonly string[],
  isDescending: boolean,
  after: Position | undefined,
): readonly Statement[] {
  if (after === undefined) return [];
  const { gsi1sk = '', pk, sk } = after;
  const compare = isDescending ? '<' : '>';
  return [
    {
      text: `(${order.join(', ')}) ${compare} (${order.map(() => '?').join(', ')})`,
      values: order.length === 1 ? [sk] : [gsi1sk, pk, sk],
    },
  ];
}

/** The first text after every text with this prefix, in byte order; undefined when there is none. */
function endOfPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === LAST_CODE_POINT) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  // The surrogates are no characters of their own: UTF-8 goes from U+D7FF to U+E000.
  return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
}

function pageOf(items: readonly Item[], query: Query, isMore: boolean): Page {
  const end = items.at(-1);
  if (!isMore || end === undefined || isEndOfRange(query, end)) return { items };
  const { pk, sk, gsi1pk, gsi1sk } = end;
  if (query.index === undefined || gsi1pk === undefined || gsi1sk === undefined) {
    return { items, last: { pk, sk } };
  }
  return { items, last: { pk, sk, gsi1pk, gsi1sk } };
}
