import type { Refusal } from '../contest/refusal.ts';
import type { Action, Item } from '../platform/table.ts';

/**
 * One action of a save, and what it means when its condition fails: a refusal made from what stood there,
 * or `reload`: the facts moved under the decision, so the shell runs the endpoint again (a few times, then
 * 409 in-progress). Without `otherwise` a failed condition is a fault.
 */
export interface Change {
  readonly action: Action;
  readonly otherwise?: 'reload' | ((old: Item | undefined) => Refusal);
}
