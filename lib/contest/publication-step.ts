import type { Minutes } from './minutes.ts';
import type { PlannedPublication } from './planned-publication.ts';
import type { PublishedResult } from './publication.ts';
import type { Round } from './round.ts';

/** How far a result is on its way: computed (closed), reviewed (approved), minutes signed, planned, published, retracted. */
export type PublicationStep =
  | 'open'
  | 'closed'
  | 'approved'
  | 'minutes-signed'
  | 'planned'
  | 'published'
  | 'retracted';

/** The step the last round's result is at; what is published counts more than what is approved since. */
export function publicationStep(facts: {
  readonly round: Round;
  readonly minutes: Minutes | undefined;
  readonly planned: PlannedPublication | undefined;
  readonly current: PublishedResult | undefined;
}): PublicationStep {
  const { round, minutes, planned, current } = facts;
  if (current) return current.state;
  if (planned?.state === 'waiting') return 'planned';
  if (round.state !== 'approved') return round.state === 'closed' ? 'closed' : 'open';
  return minutes?.digest === round.approval?.digest ? 'minutes-signed' : 'approved';
}
