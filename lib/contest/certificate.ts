import type { LocalDate } from './local-date.ts';
import { localDateAt } from './local-time.ts';
import type { OfficialDecision } from './official-decision.ts';
import type { Plan, Text } from './plan.ts';
import { type Awarded, mayBeNamed, type PublishedAward } from './public-award.ts';
import type { PublishedResult } from './publication.ts';
import { type Refusal, Refused } from './refusal.ts';

/** A certificate of an award as it was issued; but for its revocation never changed again. */
export interface Certificate {
  /** Finds and proves it: 128 bits that nobody guesses, see `certificateCode`. */
  readonly code: string;
  readonly editionId: string;
  /** By it consents are looked up again. */
  readonly planVersion: number;
  readonly edition: Text;
  readonly organiser: Text;
  readonly timeZone: string;
  /** What it was issued on: the version of the published result and the digest of the approved outcome behind it. */
  readonly resultVersion: number;
  readonly digest: string;
  readonly decision: OfficialDecision;
  readonly prizeId: string;
  readonly prize: Text;
  readonly joint: boolean;
  readonly entryId: string;
  readonly entryCode: string;
  readonly title: string;
  /** Only with the consent to be named, as are the members. */
  readonly applicantName?: string;
  /** Of the team, without whoever the applicant is. */
  readonly members: readonly string[];
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly revoked?: Revocation;
  readonly version: number;
}

/** Why and by which paper a certificate holds no more. */
export interface Revocation {
  readonly reason: string;
  readonly documentNumber: string;
  readonly by: string;
  readonly at: string;
}

/** All certificates that an award ever had, oldest first: the last one may hold. */
export interface AwardCertificates {
  readonly editionId: string;
  readonly prizeId: string;
  readonly entryId: string;
  readonly codes: readonly string[];
  readonly version: number;
}

/** How a certificate stands. `superseded`: a later version of the result has no such award. */
export type CertificateState = 'valid' | 'revoked' | 'superseded';

/** By its revocation and by what is published now. */
export function certificateState(
  { revoked, prizeId, entryId }: Certificate,
  current: Pick<PublishedResult, 'awards'> | undefined,
): CertificateState {
  if (revoked) return 'revoked';
  return current && hasAward(current, { prizeId, entryId }) ? 'valid' : 'superseded';
}

/**
 * The version of the result that took a certificate's award away, of all versions, oldest first: later ones without the award
 * have reasons of their own. Undefined while the newest has it.
 */
export const supersedingVersion = (
  certificate: Pick<Certificate, 'prizeId' | 'entryId'>,
  versions: readonly PublishedResult[],
): PublishedResult | undefined =>
  versions[versions.findLastIndex((version) => hasAward(version, certificate)) + 1];

const hasAward = (
  { awards }: Pick<PublishedResult, 'awards'>,
  { prizeId, entryId }: Pick<Certificate, 'prizeId' | 'entryId'>,
): boolean => awards.some((award) => award.prizeId === prizeId && award.entryId === entryId);

/** Digits and letters without those that are read as others (I, L, O, U), as Crockford has them. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code as it is printed and looked up: 26 characters in five groups. */
export const certificateCodePattern =
  /^[0-7][0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}-[0-9A-HJKMNP-TV-Z]{6}$/;

/** The code of the first 128 bits of chance (hexadecimal, at least 32 digits). */
export function certificateCode(chance: string): string {
  let rest = BigInt(`0x${chance.slice(0, 32)}`);
  let code = '';
  for (let count = 0; count < 26; count += 1) {
    code = `${alphabet[Number(rest % 32n)] ?? ''}${code}`;
    rest /= 32n;
  }
  const groups = [0, 5, 10, 15].map((at) => code.slice(at, at + 5));
  return [...groups, code.slice(20)].join('-');
}

/** Where everybody checks a certificate, behind the origin. */
export const certificatePath = (code: string): string => `/certificates/${code}`;

/** Why no certificate is issued: before the publication, and once the result is retracted. */
export const whyNotIssued = (
  current: Pick<PublishedResult, 'state'> | undefined,
): Refusal | undefined => {
  if (!current) return { code: 'state-conflict', state: 'not-published' };
  return current.state === 'retracted' ? { code: 'state-conflict', state: 'retracted' } : undefined;
};

/** A certificate of an award of the published result. Names come with the award, members with the consent behind it. */
export function issueCertificate(
  current: PublishedResult,
  { award, awarded }: { readonly award: PublishedAward; readonly awarded: Awarded | undefined },
  issued: { readonly code: string; readonly by: string; readonly at: string },
): Certificate {
  const { applicantName } = award;
  if (!awarded)
    throw new RangeError(`award ${award.prizeId} of ${award.entryId} has lost its facts`);
  const { members } = awarded.submission.content;
  const named =
    applicantName === undefined
      ? { members: [] }
      : {
          applicantName,
          members: members.map(({ name }) => name).filter((name) => name !== applicantName),
        };
  return {
    code: issued.code,
    editionId: current.editionId,
    planVersion: current.planVersion,
    edition: current.name,
    organiser: current.organiser,
    timeZone: current.timeZone,
    resultVersion: current.resultVersion,
    digest: current.digest,
    decision: current.decision,
    prizeId: award.prizeId,
    prize: award.prize,
    joint: award.joint,
    entryId: award.entryId,
    entryCode: award.code,
    title: award.title,
    ...named,
    issuedAt: issued.at,
    issuedBy: issued.by,
    version: 1,
  };
}

/** Whether an award gets a new one: it had none, or the last was revoked and the result corrected since. */
export const needsCertificate = (
  last: Certificate | undefined,
  { resultVersion }: Pick<PublishedResult, 'resultVersion'>,
): boolean => !last || (last.revoked !== undefined && last.resultVersion < resultVersion);

/** The certificate without names that nobody agrees to any more; it never gets one that it was not issued with. */
export function shownCertificate(
  certificate: Certificate,
  plan: Pick<Plan, 'consents'>,
  awarded: Awarded | undefined,
): Certificate {
  if (awarded && mayBeNamed(plan, awarded)) return certificate;
  const { applicantName: _, ...unnamed } = certificate;
  return { ...unnamed, members: [] };
}

/** The certificate revoked. @throws Refused state-conflict where it is already */
export function revokeCertificate(certificate: Certificate, revoked: Revocation): Certificate {
  if (certificate.revoked) throw new Refused({ code: 'state-conflict', state: 'revoked' });
  return { ...certificate, revoked, version: certificate.version + 1 };
}

/** The day that stands on it, in the edition's zone. */
export const issuedOn = ({ issuedAt, timeZone }: Certificate): LocalDate =>
  localDateAt(issuedAt, timeZone);
