import type { Award } from './awards.ts';
import { allAgreeTo, type Consenting, isUnticked } from './consent-acts.ts';
import type { Entry, Submission } from './entry.ts';
import type { ConsentRequest, Plan, Text } from './plan.ts';

/** A prize and who gets it, as it was published. */
export interface PublishedAward {
  readonly prizeId: string;
  readonly prize: Text;
  /** In the ranking that the prize goes by; absent where it goes by none. */
  readonly rank?: number;
  readonly joint: boolean;
  /** Never shown: by it consents are looked up again. */
  readonly entryId: string;
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

/** What of it says whether it may be named. */
interface AskedToBeNamed {
  readonly submission: { readonly content: Consenting };
  readonly entry: {
    readonly content: Consenting;
    readonly withdrawnConsents?: readonly { readonly purpose: string }[];
  };
}

/** By entry id. */
export type AwardedEntries = ReadonlyMap<string, Awarded>;

/** A prize without its winner must never be published: better no result than one that leaves somebody out. */
export function publicAward(plan: Plan, award: Award, awarded: AwardedEntries): PublishedAward {
  const { prizeId, entryId, rank, joint } = award;
  const one = awarded.get(entryId);
  const prize = plan.prizes.find(({ id }) => id === prizeId);
  if (!one || !prize) throw new RangeError(`award ${prizeId} of ${entryId} has lost its facts`);
  const ranked = rank === undefined ? {} : { rank };
  return { prizeId, prize: prize.name, ...ranked, joint, entryId, ...publicFace(plan, one) };
}

/** The award without a name that nobody agrees to any more; it never gets one that it was not published with. */
export function stillNamed(
  plan: Plan,
  award: PublishedAward,
  awarded: AwardedEntries,
): PublishedAward {
  const one = awarded.get(award.entryId);
  if (one && mayBeNamed(plan, one)) return award;
  const { applicantName, publicSummary, ...unnamed } = award;
  return unnamed;
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
export function mayBeNamed(
  plan: Pick<Plan, 'consents'>,
  { submission, entry }: AskedToBeNamed,
): boolean {
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
