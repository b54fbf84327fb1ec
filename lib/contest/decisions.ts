import { lotOrder } from './lot.ts';
import type { Round } from './round.ts';
import type { Decisions } from './round-facts.ts';
import type { TieRuling } from './tie-ruling.ts';

/** What people and the lot decided about a round, as its ranking takes it. */
export function decisionsOf(
  facts: {
    readonly round: Round;
    readonly entryIds: readonly string[];
    readonly ties: readonly TieRuling[];
  },
  digest: (text: string) => string,
): Decisions {
  const { commitment, drawn } = facts.round.lot ?? {};
  const chair = facts.ties.map(({ order, reason, documentNumber, signedBy }) => ({
    order,
    reason,
    ...(documentNumber === undefined ? {} : { documentNumber }),
    signedBy,
  }));
  if (commitment === undefined || drawn === undefined) return { chair };
  return { chair, lot: { commitment, order: lotOrder(facts.entryIds, drawn.seed, digest) } };
}
