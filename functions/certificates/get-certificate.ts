import { drawCertificate } from '../../lib/certificates/draw-certificate.ts';
import { certificateState } from '../../lib/contest/certificate.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { certificateRoutes } from '../../lib/contract/certificate-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadCertificateOf, shownCertificates } from '../../lib/store/certificates.ts';
import { sha256OfBytes } from '../../lib/store/digest.ts';
import { loadEntry } from '../../lib/store/entries.ts';
import { loadResult } from '../../lib/store/shown-results.ts';
import { faceOf } from './certificate-reply.ts';

const pdf = 'application/pdf';
const linkSeconds = 60;

/** The startup, or an organiser, takes the certificate home; it is drawn anew, to the same bytes while the consents stand. */
export const getCertificate = endpoint(
  certificateRoutes.getCertificate,
  async ({ path, actor, table, documents, settings, admit }) => {
    const { editionId, entryId } = path;
    const [facts, certificate, current] = await Promise.all([
      loadEntry(table, editionId, entryId, actor.personId),
      loadCertificateOf(table, path),
      loadResult(table, editionId),
    ]);
    found(facts.entry);
    admit(facts.standing);
    const stored = found(certificate);
    const state = certificateState(stored, current);
    refuse(state === 'valid' ? undefined : { code: 'state-conflict', state });
    const [one] = await shownCertificates(table, editionId, [stored]);
    const shown = found(one);
    const bytes = await drawCertificate(shown, settings.origin);
    // Four segments: the inspection takes keys of three for documents.
    const key = `_exports/${editionId}/${shown.code}/certificate.pdf`;
    const { versionId } = await documents.put(key, bytes, { contentType: pdf });
    const link = await documents.link({
      key,
      versionId,
      fileName: `${shown.entryCode} - Giấy chứng nhận.pdf`,
      contentType: pdf,
      expiresInSeconds: linkSeconds,
    });
    return { ...link, size: bytes.length, sha256: sha256OfBytes(bytes), ...faceOf(shown) };
  },
);
