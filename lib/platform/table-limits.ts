import { itemBytes, keyBytes, utf8Bytes, valueBytes } from './item-size.ts';
import type { Action, Condition, Item, Key, TableName } from './table.ts';
import {
  checkKey,
  checkName,
  checkNumber,
  checkPartition,
  checkSort,
  checkValue,
  refuse,
} from './value-limits.ts';

const ITEM_BYTES = 400 * 1024;
const TRANSACTION_ACTIONS = 100;
const TRANSACTION_BYTES = 4 * 1024 * 1024;
const BATCH_KEYS = 100;

/** What a page may hold before it ends: the item that reaches it is the page's last. */
export const PAGE_BYTES = 1024 * 1024;

/**
 * Checks a whole `write` before anything is sent, with DynamoDB's limits on both sides, so that what runs
 * here is not refused there.
 * @throws LimitExceeded
 */
export function checkWrite(actions: readonly Action[]): void {
  if (actions.length > TRANSACTION_ACTIONS) {
    const message = `${actions.length} actions in one write; at most ${TRANSACTION_ACTIONS}`;
    refuse('transaction-actions', message);
  }
  const seen = new Set<string>();
  let bytes = 0;
  for (const action of actions) {
    bytes += checkAction(action);
    const name = keyName(action.kind === 'append' ? 'ledger' : 'main', keyOf(action));
    if (seen.has(name)) refuse('transaction-duplicate-key', 'two actions of one write on one item');
    seen.add(name);
  }
  // One action is no transaction: its item has its own limit.
  if (actions.length > 1 && bytes > TRANSACTION_BYTES) {
    refuse('transaction-size', `${bytes} bytes in one write; at most ${TRANSACTION_BYTES}`);
  }
}

/** @throws LimitExceeded when there are over 100 distinct keys, or one is no key. */
export function checkKeys(keys: readonly Key[]): void {
  for (const key of keys) checkKey(key);
  const distinct = new Set(keys.map((key) => keyName('main', key))).size;
  if (distinct > BATCH_KEYS) {
    refuse('batch-size', `${distinct} keys in one batch; at most ${BATCH_KEYS}`);
  }
}

/** @throws LimitExceeded when the counter's key or step cannot be stored. */
export function checkIncrement(key: Key, by: number): void {
  checkKey(key);
  checkNumber('by', by);
}

/** The key an action works on. */
export function keyOf(action: Action): Key {
  return action.kind === 'put' || action.kind === 'append' ? action.item : action.key;
}

/** One text per item of both tables, for maps and sets. */
export function keyName(table: TableName, key: Key): string {
  return JSON.stringify([table, key.pk, key.sk]);
}

/** Bytes the action adds to a transaction. */
function checkAction(action: Action): number {
  if (action.kind === 'append') return checkItem(action.item);
  const condition = action.when === undefined ? 0 : checkCondition(action.when);
  if (action.kind === 'put') return condition + checkItem(action.item);
  checkKey(action.key);
  return condition + keyBytes(action.key);
}

function checkItem(item: Item): number {
  checkKey(item);
  if (item.gsi1pk !== undefined) checkPartition('gsi1pk', item.gsi1pk);
  if (item.gsi1sk !== undefined) checkSort('gsi1sk', item.gsi1sk);
  for (const [name, value] of Object.entries(item)) {
    if (value === undefined) continue;
    checkName(name);
    checkValue(name, value);
  }
  if (item.v < 1) refuse('value', 'v counts versions from 1');
  const bytes = itemBytes(item);
  if (bytes > ITEM_BYTES) refuse('item-size', `an item of ${bytes} bytes; at most ${ITEM_BYTES}`);
  return bytes;
}

/**
 * DynamoDB counts a condition's text towards the transaction without saying how; this bounds from above
 * what DynamoDB Local counts for the expressions made here.
 */
function checkCondition(when: Condition): number {
  if (when.version !== undefined) checkNumber('version', when.version);
  let bytes = 100;
  for (const [name, value] of Object.entries(when.is ?? {})) {
    checkName(name);
    checkValue(name, value);
    bytes += 32 + utf8Bytes(name) + valueBytes(value);
  }
  return bytes;
}
