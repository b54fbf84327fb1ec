import { found } from '../../lib/contest/found.ts';
import { cancelPublication as cancel } from '../../lib/contest/planned-publication.ts';
import { publicationRoutes } from '../../lib/contract/publication-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { changedPlan, loadPublicationState } from '../../lib/store/publications.ts';
import { plannedReply } from './publication-reply.ts';

/** An organiser takes a planned publication back before its instant. */
export const cancelPublication = endpoint(
  publicationRoutes.cancelPublication,
  async ({ path, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const [edition, { planned: before }] = await Promise.all([
      loadEdition(table, editionId, actor.personId),
      loadPublicationState(table, editionId),
    ]);
    found(edition.edition);
    admit(edition.standing);
    const planned = cancel(found(before), { by: actor.personId, now });
    return save({
      changes: [changedPlan(planned)],
      reply: plannedReply(planned),
      subject: `result/${editionId}`,
      detail: { digest: planned.digest, publishAt: planned.publishAt },
    });
  },
);
