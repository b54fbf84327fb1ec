import type { Refusal } from '../contest/refusal.ts';
import type { Action, Item } from '../platform/table.ts';

/**
 * One action of a save, with the refusal it means when its condition fails. `old` is what stood there.
 * Without `otherwise` a failed condition is a fault.
 */
export interface Change {
  readonly action: Action;
  readonly otherwise?: (old: Item | undefined) => Refusal;
}
