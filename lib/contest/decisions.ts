import { lotOrder } from './lot.ts';
import { inForce, type OrganisersDecision } from './organisers-decision.ts';
import type { Round } from './round.ts';
import type { AdvanceDecision, Decisions } from './round-facts.ts';
import type { TieRuling } from './tie-ruling.ts';

/** What people and the lot decided about a round, as its ranking takes it. */
export function decisionsOf(
  facts: {
    readonly round: Round;
    readonly entryIds: readonly string[];
    readonly ties: readonly TieRuling[];
    readonly decided?: readonly OrganisersDecision[];
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
  const said = { chair, ...organisersPart(inForce(facts.decided ?? [])) };
  if (commitment === undefined || drawn === undefined) return said;
  return { ...said, lot: { commitment, order: lotOrder(facts.entryIds, drawn.seed, digest) } };
}

/** What of a ranking, of the ways on and of the prizes the organisers decided; nothing where they decided nothing. */
function organisersPart(decided: readonly OrganisersDecision[]): Decisions {
  const advance: AdvanceDecision[] = [];
  const advanceTied: NonNullable<Decisions['advanceTied']>[number][] = [];
  const awards: NonNullable<Decisions['awards']>[number][] = [];
  for (const { editionId: _, roundId: __, ...one } of decided) {
    if (one.kind === 'advance-number') {
      const { kind: ___, ...numbered } = one;
      advance.push(numbered);
    } else if (one.kind === 'advance-tied') advanceTied.push(one);
    else if (one.kind !== 'withdraw') awards.push(one);
  }
  return {
    ...(advance.length === 0 ? {} : { advance }),
    ...(advanceTied.length === 0 ? {} : { advanceTied }),
    ...(awards.length === 0 ? {} : { awards }),
  };
}
