import type { Condition, Item } from '../table.ts';

/** Whether every named part of the condition holds for what stands there now. */
export function conditionHolds(when: Condition | undefined, old: Item | undefined): boolean {
  if (when === undefined) return true;
  if (when.absent && old !== undefined) return false;
  if (when.present && old === undefined) return false;
  if (when.version !== undefined && old?.v !== when.version) return false;
  if (when.is === undefined) return true;
  if (old === undefined) return false;
  return Object.entries(when.is).every(([name, value]) => old[name] === value);
}
