import type { Item, Key, Table } from '../platform/table.ts';

/** The items there are of any number of distinct keys, a hundred in a call, all calls at once. */
export async function getAll(table: Table, wanted: readonly Key[]): Promise<Item[]> {
  const calls: Promise<readonly (Item | undefined)[]>[] = [];
  for (let at = 0; at < wanted.length; at += 100) {
    calls.push(table.getMany(wanted.slice(at, at + 100)));
  }
  const items = (await Promise.all(calls)).flat();
  return items.filter((item) => item !== undefined);
}
