import { found } from '../../lib/contest/found.ts';
import { certificateRoutes } from '../../lib/contract/certificate-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadCertificate, shownCertificates } from '../../lib/store/certificates.ts';
import { loadVersions } from '../../lib/store/shown-results.ts';
import { checkReply } from './certificate-reply.ts';

/** Whoever has a certificate's code reads what stands on it and whether it holds; to all others there is no such thing. */
export const checkCertificate = endpoint(
  certificateRoutes.checkCertificate,
  async ({ path, table }) => {
    const certificate = found(await loadCertificate(table, path.certificate));
    const [shown, versions] = await Promise.all([
      shownCertificates(table, certificate.editionId, [certificate]),
      loadVersions(table, certificate.editionId),
    ]);
    return checkReply(found(shown[0]), versions);
  },
);
