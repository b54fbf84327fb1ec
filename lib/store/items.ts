import type * as z from 'zod';
import type { Refusal } from '../contest/refusal.ts';
import type { Condition, Item, Key, Value } from '../platform/table.ts';
import type { Change } from './change.ts';

/** The entity an item holds. */
export function readOne<Entity>(schema: z.ZodType<Entity>, item: Item): Entity {
  return schema.parse({ ...item, version: item.v });
}

/** The entity an item holds; undefined where there is none. */
export function read<Entity>(
  schema: z.ZodType<Entity>,
  item: Item | undefined,
): Entity | undefined {
  return item === undefined ? undefined : readOne(schema, item);
}

/** The entities of a page of items. */
export function readAll<Entity>(schema: z.ZodType<Entity>, items: readonly Item[]): Entity[] {
  return items.map((item) => readOne(schema, item));
}

/** Where an entity is placed in the index. */
export type IndexPlace = readonly [gsi1pk: string, gsi1sk: string];

/** The item of an entity, its version in `v` (1 where it has none). Absent fields stay absent. */
export function toItem(key: Key, entity: object, index?: IndexPlace): Item {
  const fields = Object.entries(entity).filter(
    ([name, value]) => name !== 'version' && value !== undefined,
  );
  const v = 'version' in entity && typeof entity.version === 'number' ? entity.version : 1;
  const place = index ? { gsi1pk: index[0], gsi1sk: index[1] } : {};
  return { ...Object.fromEntries<Value>(fields), ...key, ...place, v };
}

/** A put that must find nothing there. */
export function create(item: Item, otherwise?: Change['otherwise']): Change {
  const action = { kind: 'put', item, when: { absent: true } } as const;
  return otherwise ? { action, otherwise } : { action };
}

/** A put over the version it was decided on; by default a stale one reloads and decides again. */
export function replace(item: Item, otherwise: Change['otherwise'] = 'reload'): Change {
  const when: Condition = item.v === 1 ? { absent: true } : { version: item.v - 1 };
  return { action: { kind: 'put', item, when }, otherwise };
}

/** The item must still be what the decision was made on; else reload and decide again. */
export function unchanged(key: Key, version: number): Change {
  return { action: { kind: 'check', key, when: { version } }, otherwise: 'reload' };
}

/** Nothing may stand there. */
export function stillAbsent(key: Key, otherwise: Change['otherwise'] = 'reload'): Change {
  return { action: { kind: 'check', key, when: { absent: true } }, otherwise };
}

/** For a save under If-Match: somebody changed it since the caller read it. */
export function staleVersion(old: Item | undefined): Refusal {
  return { code: 'precondition-failed', currentVersion: old?.v ?? null };
}
