import { refuseErrors } from './content-errors.ts';
import { decisionErrors } from './decision-errors.ts';
import { type DecisionFacts, type SaidDecision, tiedAt } from './decision-facts.ts';
import type { OrganisersDecision } from './organisers-decision.ts';
import type { Approval, Round } from './round.ts';
import { reopened } from './void-approval.ts';

/**
 * One more decision of the organisers about a closed round, and the round moved on by it: whoever was about to approve looks
 * again, and an approval that was given is void. Nothing recorded is ever changed; `withdraw` is a decision, too.
 * @throws Refused state-conflict, validation-failed (see `decisionErrors`)
 */
export function recordDecision(
  facts: DecisionFacts,
  said: SaidDecision,
  signed: { readonly reason: string; readonly documentNumber: string; readonly signedBy: string },
  now: string,
): { decision: OrganisersDecision; round: Round; voided?: Approval } {
  const { decided, next } = facts;
  const { round, voided } = reopened(facts.round, next);
  refuseErrors(decisionErrors(facts, said));
  const { editionId, roundId } = round;
  const number = decided.reduce((most, one) => Math.max(most, one.number), 0) + 1;
  const content =
    said.kind === 'advance-tied' ? { ...said, among: tiedAt(facts.outcome, said.trackId) } : said;
  return {
    decision: { editionId, roundId, ...content, ...signed, number, at: now },
    round: { ...round, version: round.version + 1 },
    ...(voided === undefined ? {} : { voided }),
  };
}
