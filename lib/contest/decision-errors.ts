import { type DecisionFacts, type SaidDecision, tiedAt } from './decision-facts.ts';
import { inForce } from './organisers-decision.ts';
import { roundOf } from './plan.ts';
import { already, prizeErrors } from './prize-decision-errors.ts';
import type { FieldError } from './refusal.ts';

/**
 * Why something cannot be decided, as far as the decision itself goes. Codes: not-in-this-round (no next round to go on into, or
 * no prizes), unknown-track, unknown-prize, unknown-entry, other-track, repeated, no-such-tie, not-tied, already-decided (`limit`
 * is the number of the decision that says otherwise: withdraw it first), no-place-left, by-vote, not-by-vote, no-such-award,
 * no-such-decision.
 */
export function decisionErrors(facts: DecisionFacts, said: SaidDecision): FieldError[] {
  const standing = inForce(facts.decided);
  switch (said.kind) {
    case 'advance-number':
      return advanceErrors(facts, said.trackId, () => {
        const other = standing.find(
          (one) => one.kind === 'advance-number' && one.trackId === said.trackId,
        );
        return other ? [already('/trackId', other)] : [];
      });
    case 'advance-tied':
      return advanceErrors(facts, said.trackId, () => tiedErrors(facts, said));
    case 'withdraw':
      return standing.some(({ number }) => number === said.decision)
        ? []
        : [{ pointer: '/decision', code: 'no-such-decision' }];
    default:
      return prizeErrors(facts, standing, said);
  }
}

function advanceErrors(
  { plan, round }: DecisionFacts,
  trackId: string,
  rest: () => FieldError[],
): FieldError[] {
  if (roundOf(plan, round.roundId)?.rules.advance === undefined) {
    return [{ pointer: '/trackId', code: 'not-in-this-round' }];
  }
  if (!plan.tracks.some(({ id }) => id === trackId)) {
    return [{ pointer: '/trackId', code: 'unknown-track' }];
  }
  return rest();
}

function tiedErrors(
  { outcome }: DecisionFacts,
  { trackId, entryIds }: { readonly trackId: string; readonly entryIds: readonly string[] },
): FieldError[] {
  const among = tiedAt(outcome, trackId);
  if (among.length === 0) return [{ pointer: '/trackId', code: 'no-such-tie' }];
  return entryIds.flatMap((entryId, at) => {
    const pointer = `/entryIds/${at}`;
    if (entryIds.indexOf(entryId) !== at) return [{ pointer, code: 'repeated' }];
    return among.includes(entryId) ? [] : [{ pointer, code: 'not-tied' }];
  });
}
