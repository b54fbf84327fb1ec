import type { SaidDecision } from '../../lib/contest/decision-facts.ts';
import { refuse } from '../../lib/contest/found.ts';
import { entriesOf, type OrganisersDecision } from '../../lib/contest/organisers-decision.ts';
import { recordDecision } from '../../lib/contest/record-decision.ts';
import { ownConflicts } from '../../lib/derived/own-conflicts.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import type { Table } from '../../lib/platform/table.ts';
import type { Change } from '../../lib/store/change.ts';
import { changedRound, type RoundFacts } from '../../lib/store/judging.ts';
import { newDecision } from '../../lib/store/rulings.ts';
import { roundAfter, voidedWith } from '../../lib/store/voided-approval.ts';

/** A decision of the organisers, made and ready to be saved. */
export async function decideRound(
  table: Table,
  facts: RoundFacts,
  said: SaidDecision & { readonly reason: string; readonly documentNumber: string },
  by: { readonly personId: string; readonly now: string },
) {
  const { reason, documentNumber, ...content } = said;
  const closed = await roundOutcome(table, facts);
  const { editionId, roundId } = closed.round;
  const next = await roundAfter(table, closed);
  const { decision, round, voided } = recordDecision(
    {
      ...closed,
      next,
      entries: closed.outcome.rankings.flatMap(({ entries }) => entries),
      decided: closed.rulings.decided,
    },
    content,
    { reason, documentNumber, signedBy: by.personId },
    by.now,
  );
  const close = await ownConflicts(table, facts.member, entriesOf(decision));
  const [because] = close.values();
  refuse(because && { code: 'conflict-of-interest', because });
  const { changes, alsoTo } = voidedWith({ round, next, voided, because: 'decision' });
  const all: Change[] = [newDecision(decision), changedRound(round), ...changes];
  return {
    changes: all,
    reply: { ...decisionFace(decision), roundId, approvalVoided: voided !== undefined },
    subject: `round/${editionId}/${roundId}`,
    detail: { ...decisionFace(decision), at: by.now },
    ...(alsoTo.length === 0 ? {} : { alsoTo }),
  };
}

/** A decision without where it stands, in arrays of its own. */
export function decisionFace(decision: OrganisersDecision) {
  const { editionId: _, roundId: __, ...face } = decision;
  switch (face.kind) {
    case 'advance-tied':
      return { ...face, among: [...face.among], entryIds: [...face.entryIds] };
    case 'count-votes':
      return { ...face, counts: face.counts.map((one) => ({ ...one })) };
    default:
      return face;
  }
}
