import type { Award } from './awards.ts';
import { allAgreeTo, isUnticked } from './consent-acts.ts';
import type { Entry, Submission } from './entry.ts';
import type { Outcome } from './outcome.ts';
import type { ConsentRequest, Plan, Text } from './plan.ts';
import { Refused } from './refusal.ts';
import type { Round } from './round.ts';

/** What everybody may read once it is published: never a dossier, a contact, an id or a judge's points. */
export interface PublicResult {
  readonly editionId: string;
  readonly name: Text;
  readonly organiser: Text;
  /** Counts corrections; 1 is the first publication. */
  readonly resultVersion: number;
  readonly publishedAt: string;
  /** Of the decision that recognises the result, as the office's registry numbered it. */
  readonly documentNumber: string;
  /** SHA-256 of the approved outcome. */
  readonly digest: string;
  readonly awards: readonly PublicAward[];
}

export interface PublicAward {
  readonly prizeId: string;
  readonly prize: Text;
  /** In the ranking that the prize goes by; absent where it goes by none. */
  readonly rank?: number;
  readonly joint: boolean;
  readonly code: string;
  readonly title: string;
  readonly trackId: string;
  /** Only with the consent to be named. */
  readonly applicantName?: string;
  /** Only with the consent to be named. */
  readonly publicSummary?: string;
}

/** One that gets a prize: what it had submitted, and the entry as it is now, for consents taken back since. */
export interface Awarded {
  readonly submission: Submission;
  readonly entry: Pick<Entry, 'content' | 'withdrawnConsents'>;
}

/** The result to publish: an approved outcome, by another person than the one who approved it, once. */
export function publishResult(
  facts: {
    readonly plan: Plan;
    readonly round: Round;
    readonly outcome: Outcome | undefined;
    /** By entry id. */
    readonly awarded: ReadonlyMap<string, Awarded>;
    readonly published: boolean;
  },
  act: {
    readonly digest: string;
    readonly by: string;
    readonly documentNumber: string;
    readonly now: string;
  },
): PublicResult {
  const { plan, round, outcome, awarded } = facts;
  if (facts.published) throw new Refused({ code: 'already-published' });
  const { approval } = round;
  if (!approval || !outcome) throw new Refused({ code: 'state-conflict', state: round.state });
  if (approval.digest !== act.digest) {
    throw new Refused({ code: 'digest-changed', current: approval.digest });
  }
  if (approval.by === act.by) throw new Refused({ code: 'second-person-required' });
  return {
    editionId: round.editionId,
    name: plan.name,
    organiser: plan.organiser,
    resultVersion: 1,
    publishedAt: act.now,
    documentNumber: act.documentNumber,
    digest: approval.digest,
    awards: (outcome.allocation?.awards ?? []).map((award) => publicAward(plan, award, awarded)),
  };
}

/** A prize without its winner must never be published: better no result than one that leaves somebody out. */
function publicAward(
  plan: Plan,
  { prizeId, entryId, rank, joint }: Award,
  awarded: ReadonlyMap<string, Awarded>,
): PublicAward {
  const one = awarded.get(entryId);
  const prize = plan.prizes.find(({ id }) => id === prizeId);
  if (!one || !prize) throw new RangeError(`award ${prizeId} of ${entryId} has lost its facts`);
  const ranked = rank === undefined ? {} : { rank };
  return { prizeId, prize: prize.name, ...ranked, joint, ...publicFace(plan, one) };
}

function publicFace(plan: Plan, awarded: Awarded) {
  const { code, content } = awarded.submission;
  const face = { code, title: content.title, trackId: content.trackId };
  if (!mayBeNamed(plan, awarded) || !content.applicant) return face;
  return {
    ...face,
    applicantName: content.applicant.name,
    ...(content.publicSummary === undefined ? {} : { publicSummary: content.publicSummary }),
  };
}

/**
 * By a consent to be named that the startup and every minor's guardian gave and none of them took back; and by none once a
 * consent to the contest itself was taken back.
 */
function mayBeNamed(plan: Plan, { submission, entry }: Awarded): boolean {
  const isTakenBack = ({ purpose }: ConsentRequest) =>
    entry.withdrawnConsents?.some((mark) => mark.purpose === purpose) === true ||
    isUnticked(submission.content, entry.content, purpose);
  const stands = plan.consents.filter((consent) => !isTakenBack(consent));
  return (
    plan.consents.every((consent) => !consent.required || stands.includes(consent)) &&
    stands.some(
      ({ publishesName, purpose }) => publishesName && allAgreeTo(submission.content, purpose),
    )
  );
}
