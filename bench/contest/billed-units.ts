import { itemBytes } from '../../lib/platform/item-size.ts';
import type { Action, Item, Table } from '../../lib/platform/table.ts';

/**
 * What DynamoDB bills for one write, worked out by its own rule: in a transaction two units for each begun kilobyte of each
 * item, checked ones too; one for each begun kilobyte of each entry of an index that is written or taken away. (DynamoDB
 * Local adds the sizes of a transaction up before rounding and leaves checks out.)
 */
export async function billedUnits(table: Table, actions: readonly Action[]): Promise<number> {
  const factor = actions.length > 1 ? 2 : 1;
  let units = 0;
  for (const action of actions) {
    const written = 'item' in action ? action.item : undefined;
    const key = 'item' in action ? action.item : action.key;
    const old = await table.get(key, action.kind === 'append' ? 'ledger' : 'main');
    units += factor * Math.max(kilobytes(written), kilobytes(old), 1);
    if (action.kind !== 'check') units += indexUnits(old, written);
  }
  return units;
}

function indexUnits(old: Item | undefined, written: Item | undefined): number {
  const before = old?.gsi1pk === undefined ? undefined : old;
  const after = written?.gsi1pk === undefined ? undefined : written;
  const stays = before?.gsi1pk === after?.gsi1pk && before?.gsi1sk === after?.gsi1sk;
  if (stays) return Math.max(kilobytes(before), kilobytes(after));
  return kilobytes(before) + kilobytes(after);
}

function kilobytes(item: Item | undefined): number {
  return item === undefined ? 0 : Math.ceil(itemBytes(item) / 1024);
}
