import type { Entry } from '../contest/entry.ts';
import { foldForUniqueness } from '../contest/fold.ts';
import type { Refusal } from '../contest/refusal.ts';
import type { Key } from '../platform/table.ts';
import type { Change } from './change.ts';
import { sha256Hex } from './digest.ts';
import { create } from './items.ts';
import { keys } from './keys.ts';

type Field = Extract<Refusal, { code: 'duplicate-entry' }>['field'];

/** What the entry holds, so that no other of the edition has it. One that was taken back holds nothing. */
function heldBy(entry: Entry | undefined): ReadonlyMap<Field, Key> {
  if (entry === undefined || entry.state === 'withdrawn') return new Map();
  const { editionId, content, sharesTitle, takenTaxCode } = entry;
  const held = new Map<Field, Key>();
  // Hashed, because a folded title may be longer than a key may be.
  const fold = sha256Hex(foldForUniqueness(content.title));
  if (sharesTitle !== true) held.set('title', keys.title(editionId, fold));
  if (takenTaxCode !== undefined) held.set('taxCode', keys.taxCode(editionId, takenTaxCode));
  return held;
}

/** Takes what the entry comes to hold, refused where another one has it, and gives free what it no longer holds. */
export function movedParts(before: Entry | undefined, after: Entry): Change[] {
  const [held, holds] = [heldBy(before), heldBy(after)];
  const changed = [...new Set([...held.keys(), ...holds.keys()])].filter(
    (field) => held.get(field)?.pk !== holds.get(field)?.pk,
  );
  return changed.flatMap((field): Change[] => {
    const [old, taken] = [held.get(field), holds.get(field)];
    const item = taken && { ...taken, v: 1, entryId: after.entryId };
    return [
      ...(item ? [create(item, () => ({ code: 'duplicate-entry', field }))] : []),
      ...(old ? [{ action: { kind: 'delete', key: old } } as const] : []),
    ];
  });
}
