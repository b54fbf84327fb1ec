import { revokeCertificate as revoke } from '../../lib/contest/certificate.ts';
import { found } from '../../lib/contest/found.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import { certificateRoutes } from '../../lib/contract/certificate-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import {
  changedCertificate,
  loadCertificate,
  shownCertificates,
} from '../../lib/store/certificates.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { loadResult } from '../../lib/store/shown-results.ts';
import { certificateReply } from './certificate-reply.ts';

/** An organiser revokes a certificate; the award gets a new one once the result is corrected. */
export const revokeCertificate = endpoint(
  certificateRoutes.revokeCertificate,
  async ({ path: { editionId, certificate: code }, body, actor, now, table, admit, save }) => {
    const [edition, certificate, current] = await Promise.all([
      loadEdition(table, editionId, actor.personId),
      loadCertificate(table, code),
      loadResult(table, editionId),
    ]);
    found(edition.edition);
    admit(edition.standing);
    const before = found(certificate);
    if (before.editionId !== editionId) throw new Refused({ code: 'not-found' });
    const revoked = revoke(before, { ...body, by: actor.personId, at: now });
    const [shown] = await shownCertificates(table, editionId, [revoked]);
    return save({
      changes: [changedCertificate(revoked)],
      reply: certificateReply(found(shown), current),
      subject: `result/${editionId}`,
      detail: { code, ...body },
    });
  },
);
