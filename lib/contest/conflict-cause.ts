import type { ConflictCause } from './refusal.ts';

/** What a refusal says of a conflict, by what the conflict stands on (see `conflictBasis`): never which detail showed it. */
export const conflictCause = (basis: string): ConflictCause =>
  basis === 'declared' || basis === 'recorded' ? basis : 'derived';
