import { type Refusal, Refused } from './refusal.ts';
import type { Approval, Round } from './round.ts';

/** The round after an approved one, as far as it matters here. */
type Next = Pick<Round, 'roundId' | 'state' | 'assignmentRevisions'> | undefined;

/** What an act makes of a round: closed, and which approval it took with it. */
export interface Reopened {
  readonly round: Round;
  readonly voided?: Approval;
}

/** Whether the ranking of a round may still become another one: not once the next round was built on it. */
function whyNotReopen(round: Round, next: Next): Refusal | undefined {
  if (round.state === 'closed') return undefined;
  if (round.state !== 'approved') return { code: 'state-conflict', state: round.state };
  const isBegun = next && (next.state !== 'planned' || next.assignmentRevisions.length > 0);
  if (!isBegun) return undefined;
  const blockers = [{ code: 'next-round-begun', roundId: next.roundId }];
  return { code: 'state-conflict', state: round.state, blockers };
}

/**
 * The round as it is after something of it changed: an approval was of what was seen, so it goes, and the round is closed again
 * until somebody looks at it anew. What was published stays as it is. The version stays for the caller's own change.
 * @throws Refused state-conflict, with the blocker next-round-begun where others were given work by that ranking
 */
export function reopened(round: Round, next: Next): Reopened {
  const refusal = whyNotReopen(round, next);
  if (refusal) throw new Refused(refusal);
  if (round.state === 'closed') return { round };
  const { approval, ...rest } = round;
  return {
    round: { ...rest, state: 'closed' },
    ...(approval === undefined ? {} : { voided: approval }),
  };
}
