import { cloneEdition as clone } from '../../lib/contest/clone-edition.ts';
import { found } from '../../lib/contest/found.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { claimedMailbox } from '../../lib/store/applicants.ts';
import { loadEditionToClone } from '../../lib/store/editions.ts';
import { newEdition } from '../../lib/store/new-edition.ts';
import { editionReply } from './edition-reply.ts';
import { firstOrganiser, provenEmail } from './first-organiser.ts';

/** An administrator sets an edition up by the plan of another one; people, entries and results stay where they are. */
export const cloneEdition = endpoint(
  editionRoutes.cloneEdition,
  async ({ path, body, actor, now, table, admit, save }) => {
    const from = await loadEditionToClone(table, path.editionId, provenEmail(actor));
    admit({ roles: [], administrator: from.isAdministrator });
    const { plan: last } = found(from.plan);
    const { edition, plan, rounds } = clone(last, { ...body, by: actor.personId }, now);
    const { editionId } = edition;
    return save({
      changes: [
        ...newEdition({ edition, plan, organiser: firstOrganiser(editionId, actor), rounds }),
        ...claimedMailbox(undefined, { editionId, side: 'official' }, actor),
      ],
      reply: editionReply(edition, plan, now),
      subject: `edition/${editionId}`,
      detail: { clonedFrom: path.editionId },
    });
  },
);
