import type { Json } from './json.ts';
import type { Writing } from './writing-context.ts';

/** A plan that is read and not written: its places can be named all the same. */
export const asItIs = (plan: Json): Writing => ({
  plan,
  savedIds: new Set<string>(),
  hasFixedRounds: false,
  keepsNamed: false,
  frozenAt: () => undefined,
  change: () => undefined,
});
