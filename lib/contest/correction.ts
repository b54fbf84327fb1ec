import { refuse } from './found.ts';
import { localDateAt } from './local-time.ts';
import { type OfficialDecision, paperDateErrors } from './official-decision.ts';
import {
  earlierWith,
  type PublicationFacts,
  type PublicationOrder,
  type PublishedResult,
  versionOf,
  whyNotOrdered,
} from './publication.ts';
import { type Refusal, Refused } from './refusal.ts';

/** Why the version that is replaced is not the one that was seen; undefined when it is. */
function whyNotThis(
  current: PublishedResult | undefined,
  resultVersion: number,
): Refusal | undefined {
  if (!current) return { code: 'state-conflict', state: 'unpublished' };
  if (current.resultVersion === resultVersion) return undefined;
  return { code: 'precondition-failed', currentVersion: current.resultVersion };
}

/**
 * The next version of the result: what is approved now, with a reason, by a decision, under the same two signatures as the
 * first. Also after a retraction. @throws Refused
 */
export function correctResult(
  facts: PublicationFacts,
  order: PublicationOrder & { readonly resultVersion: number; readonly reason: string },
): PublishedResult {
  refuse(whyNotThis(facts.current, order.resultVersion) ?? whyNotOrdered(facts, order));
  return versionOf(facts, order, order.reason);
}

/** That somebody wants a version of the result retracted; it takes another person to do it. */
export interface Retraction {
  readonly editionId: string;
  /** The version that is to be retracted. */
  readonly resultVersion: number;
  readonly reason: string;
  readonly decision: OfficialDecision;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly version: number;
}

/** A retraction to be confirmed by another person; it takes the place of an earlier proposal. @throws Refused */
export function proposeRetraction(
  facts: {
    readonly current: PublishedResult | undefined;
    readonly before: Retraction | undefined;
    readonly timeZone: string;
    readonly editionId: string;
  },
  said: Pick<Retraction, 'resultVersion' | 'reason' | 'decision'>,
  { by, now }: { readonly by: string; readonly now: string },
): Retraction {
  const { current, before, editionId, timeZone } = facts;
  refuse(whyNotRetracted(current, said.resultVersion));
  const errors = paperDateErrors(said.decision.issuedOn, '/decision/issuedOn', {
    today: localDateAt(now, timeZone),
  });
  refuse(errors.length > 0 ? { code: 'validation-failed', errors } : undefined);
  const version = (before?.version ?? 0) + 1;
  return { ...said, editionId, proposedBy: by, proposedAt: now, version };
}

function whyNotRetracted(
  current: PublishedResult | undefined,
  resultVersion: number,
): Refusal | undefined {
  return (
    whyNotThis(current, resultVersion) ??
    (current?.state === 'retracted' ? { code: 'state-conflict', state: 'retracted' } : undefined)
  );
}

/** The version that says the result is retracted; its winners stay in the version before it. @throws Refused */
export function confirmRetraction(
  facts: {
    readonly current: PublishedResult | undefined;
    readonly proposal: Retraction | undefined;
  },
  {
    resultVersion,
    by,
    now,
  }: { readonly resultVersion: number; readonly by: string; readonly now: string },
): PublishedResult {
  const { current, proposal } = facts;
  refuse(whyNotRetracted(current, resultVersion));
  if (!current) throw new Refused({ code: 'not-found' });
  if (proposal?.resultVersion !== resultVersion) {
    const blockers = [{ code: 'not-proposed' }];
    throw new Refused({ code: 'state-conflict', state: current.state, blockers });
  }
  refuse(proposal.proposedBy === by ? { code: 'second-person-required' } : undefined);
  const { reason, decision } = proposal;
  return {
    ...current,
    resultVersion: current.resultVersion + 1,
    state: 'retracted',
    publishedAt: now,
    reason,
    decision,
    awards: [],
    earlier: earlierWith(current),
  };
}
