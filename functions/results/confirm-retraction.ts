import { confirmRetraction as confirm } from '../../lib/contest/correction.ts';
import { found } from '../../lib/contest/found.ts';
import { publicationRoutes } from '../../lib/contract/publication-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { loadPublicationState, newResult } from '../../lib/store/publications.ts';
import { resultReply } from './publication-reply.ts';

/** Another organiser confirms a proposed retraction: the next version says so, the one before stays readable. */
export const confirmRetraction = endpoint(
  publicationRoutes.confirmRetraction,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const [edition, { current, retraction }] = await Promise.all([
      loadEdition(table, editionId, actor.personId),
      loadPublicationState(table, editionId),
    ]);
    found(edition.edition);
    admit(edition.standing);
    const act = { resultVersion: body.resultVersion, by: actor.personId, now };
    const result = confirm({ current, proposal: retraction }, act);
    return save({
      changes: [
        ...newResult(result),
        unchanged(keys.retraction(editionId), retraction?.version ?? 0),
      ],
      reply: resultReply(result),
      subject: `result/${editionId}`,
      detail: {
        documentNumber: result.decision.documentNumber,
        resultVersion: result.resultVersion,
        ...(result.reason === undefined ? {} : { reason: result.reason }),
      },
    });
  },
);
