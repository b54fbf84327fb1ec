import { refuse } from './found.ts';
import { localDateAt } from './local-time.ts';
import type { Minutes } from './minutes.ts';
import { type OfficialDecision, paperDateErrors } from './official-decision.ts';
import type { Outcome } from './outcome.ts';
import type { Choice, Plan, Text } from './plan.ts';
import { type AwardedEntries, type PublishedAward, publicAward } from './public-award.ts';
import type { Refusal } from './refusal.ts';
import type { Round } from './round.ts';

/** A version of the result as it was published: never a dossier, a contact or a judge's points, and never changed again. */
export interface PublishedResult {
  readonly editionId: string;
  /** By it consents are looked up again. */
  readonly planVersion: number;
  readonly name: Text;
  readonly organiser: Text;
  readonly timeZone: string;
  readonly tracks: readonly Choice[];
  /** Counts corrections; 1 is the first publication. */
  readonly resultVersion: number;
  readonly state: 'published' | 'retracted';
  readonly publishedAt: string;
  /** Why it was corrected or retracted; not in the first version. */
  readonly reason?: string;
  readonly decision: OfficialDecision;
  /** SHA-256 of the approved outcome. */
  readonly digest: string;
  /** None in a version that retracts. */
  readonly awards: readonly PublishedAward[];
  /** What was published before, oldest first. */
  readonly earlier: readonly EarlierVersion[];
}

/** A version that another one has replaced; all of it stays readable. */
export interface EarlierVersion
  extends Pick<PublishedResult, 'resultVersion' | 'state' | 'publishedAt' | 'reason'> {
  readonly documentNumber: string;
}

/** What a publication is decided on. */
export interface PublicationFacts {
  readonly plan: Plan;
  readonly round: Round;
  readonly minutes: Minutes | undefined;
  readonly outcome: Outcome | undefined;
  readonly awarded: AwardedEntries;
  /** What is published now. */
  readonly current: PublishedResult | undefined;
}

/** The order to publish: which outcome, by which decision. `at` is when it becomes everybody's. */
export interface PublicationOrder {
  readonly digest: string;
  readonly decision: OfficialDecision;
  readonly by: string;
  readonly at: string;
}

/**
 * Why an order may not be carried out: the very outcome must be approved and stand in signed minutes, the decision come
 * after these, and another person than the approver order it.
 */
export function whyNotOrdered(
  { plan, round, minutes, outcome }: PublicationFacts,
  { digest, decision, by, at }: PublicationOrder,
): Refusal | undefined {
  const { approval } = round;
  if (!approval || !outcome) return { code: 'state-conflict', state: round.state };
  if (approval.digest !== digest) return { code: 'digest-changed', current: approval.digest };
  if (minutes?.digest !== digest) {
    const blockers = [{ code: 'minutes-not-signed', roundId: round.roundId }];
    return { code: 'state-conflict', state: round.state, blockers };
  }
  if (approval.by === by) return { code: 'second-person-required' };
  const errors = paperDateErrors(decision.issuedOn, '/decision/issuedOn', {
    notBefore: minutes.signedOn,
    today: localDateAt(at, plan.timeZone),
  });
  return errors.length > 0 ? { code: 'validation-failed', errors } : undefined;
}

/** Why the first version may not be published; undefined when nothing stands in the way. */
export const whyNotPublish = (
  facts: PublicationFacts,
  order: PublicationOrder,
): Refusal | undefined =>
  facts.current ? { code: 'already-published' } : whyNotOrdered(facts, order);

/** The first version of the result. @throws Refused as `whyNotPublish` tells */
export function publishResult(facts: PublicationFacts, order: PublicationOrder): PublishedResult {
  refuse(whyNotPublish(facts, order));
  return versionOf(facts, order);
}

/** A version of the result with the awards of the approved outcome, and what was published before it. */
export function versionOf(
  { plan, round, outcome, awarded, current }: PublicationFacts,
  { digest, decision, at }: PublicationOrder,
  reason?: string,
): PublishedResult {
  return {
    editionId: round.editionId,
    planVersion: round.planVersion,
    name: plan.name,
    organiser: plan.organiser,
    timeZone: plan.timeZone,
    tracks: plan.tracks,
    resultVersion: (current?.resultVersion ?? 0) + 1,
    state: 'published',
    publishedAt: at,
    ...(reason === undefined ? {} : { reason }),
    decision,
    digest,
    awards: (outcome?.allocation?.awards ?? []).map((award) => publicAward(plan, award, awarded)),
    earlier: current ? earlierWith(current) : [],
  };
}

/** What stands before the version that replaces this one. */
export const earlierWith = (current: PublishedResult): EarlierVersion[] => {
  const { resultVersion, state, publishedAt, reason, decision, earlier } = current;
  const { documentNumber } = decision;
  const because = reason === undefined ? {} : { reason };
  return [...earlier, { resultVersion, state, publishedAt, documentNumber, ...because }];
};
