import { proposeRetraction } from '../../lib/contest/correction.ts';
import { found } from '../../lib/contest/found.ts';
import { publicationRoutes } from '../../lib/contract/publication-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { changedRetraction, loadPublicationState } from '../../lib/store/publications.ts';
import { retractionReply } from './publication-reply.ts';

/** An organiser proposes to retract the published result. Nothing changes in public until another person confirms it. */
export const retractResult = endpoint(
  publicationRoutes.retractResult,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const [edition, { current, retraction: before }] = await Promise.all([
      loadEdition(table, editionId, actor.personId),
      loadPublicationState(table, editionId),
    ]);
    found(edition.edition);
    admit(edition.standing);
    const { timeZone } = found(edition.plan).plan;
    const said = { by: actor.personId, now };
    const proposed = proposeRetraction({ current, before, editionId, timeZone }, body, said);
    return save({
      changes: [changedRetraction(proposed)],
      reply: retractionReply(proposed),
      subject: `result/${editionId}`,
      detail: {
        resultVersion: body.resultVersion,
        documentNumber: body.decision.documentNumber,
        reason: body.reason,
      },
    });
  },
);
