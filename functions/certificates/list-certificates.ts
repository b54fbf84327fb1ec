import { found } from '../../lib/contest/found.ts';
import { certificateRoutes } from '../../lib/contract/certificate-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import {
  loadAwardCertificatesPage,
  loadCertificates,
  shownCertificates,
} from '../../lib/store/certificates.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { loadResult } from '../../lib/store/shown-results.ts';
import { certificateReply } from './certificate-reply.ts';

/** An award: prize and entry. */
const position = /^[a-z0-9-]{1,40}#[0-9a-f-]{36}$/;

/** What was issued on the awards of an edition, revoked and superseded ones too, with the names as they may be shown now. */
export const listCertificates = endpoint(
  certificateRoutes.listCertificates,
  async ({ path: { editionId }, query: { limit, cursor }, actor, table, admit }) => {
    const binding = `listCertificates ${editionId} ${actor.personId}`;
    const after = cursor === undefined ? {} : { after: openCursor(binding, cursor, position) };
    const [edition, current, page] = await Promise.all([
      loadEdition(table, editionId, actor.personId),
      loadResult(table, editionId),
      loadAwardCertificatesPage(table, editionId, { limit, ...after }),
    ]);
    found(edition.edition);
    admit(edition.standing);
    const codes = page.awards.flatMap((award) => award.codes);
    const shown = await shownCertificates(table, editionId, await loadCertificates(table, codes));
    return {
      items: shown.map((one) => certificateReply(one, current)),
      ...(page.next === undefined ? {} : { next: sealCursor(binding, page.next) }),
    };
  },
);
