import {
  type Certificate,
  type CertificateState,
  certificateState,
  issuedOn,
  supersedingVersion,
} from '../../lib/contest/certificate.ts';
import type { PublishedResult } from '../../lib/contest/publication.ts';

/** What stands on a certificate. */
export const faceOf = (certificate: Certificate) => {
  const { code, edition, organiser, prize, joint, entryCode, title } = certificate;
  const { applicantName, members, decision } = certificate;
  return {
    code,
    edition,
    organiser,
    prize,
    joint,
    entryCode,
    title,
    ...(applicantName === undefined ? {} : { applicantName }),
    members: [...members],
    decision,
    issuedOn: issuedOn(certificate),
  };
};

const revokedPart = ({ revoked }: Certificate) => {
  if (!revoked) return {};
  const { reason, documentNumber, at } = revoked;
  return { revoked: { reason, documentNumber, at } };
};

/** What organisers see of a certificate that is shown as it may be now. */
export const certificateReply = (shown: Certificate, current: PublishedResult | undefined) => {
  const { prizeId, entryId, resultVersion, digest, issuedAt } = shown;
  return {
    state: certificateState(shown, current),
    ...faceOf(shown),
    prizeId,
    entryId,
    resultVersion,
    digest,
    issuedAt,
    ...revokedPart(shown),
  };
};

/** What everybody is told who has the code. */
export function checkReply(shown: Certificate, versions: readonly PublishedResult[]) {
  const state: CertificateState = certificateState(shown, versions.at(-1));
  const replacement = supersedingVersion(shown, versions);
  return {
    state,
    ...faceOf(shown),
    ...revokedPart(shown),
    ...(state === 'superseded' && replacement ? { supersededBy: replacementOf(replacement) } : {}),
  };
}

function replacementOf({ resultVersion, decision, publishedAt, reason }: PublishedResult) {
  const { documentNumber } = decision;
  const because = reason === undefined ? {} : { reason };
  return { resultVersion, documentNumber, at: publishedAt, ...because };
}
