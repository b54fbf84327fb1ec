import { setUpEdition } from '../../lib/contest/plan-change.ts';
import { planFromWire } from '../../lib/contest/plan-wire.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { claimedMailbox } from '../../lib/store/applicants.ts';
import { loadAdministrator } from '../../lib/store/editions.ts';
import { newEdition } from '../../lib/store/new-edition.ts';
import { editionReply } from './edition-reply.ts';
import { firstOrganiser, provenEmail } from './first-organiser.ts';

/** An administrator sets an edition up from its plan and becomes its first organiser. */
export const createEdition = endpoint(
  editionRoutes.createEdition,
  async ({ body, actor, now, table, admit, save }) => {
    admit({ roles: [], administrator: await loadAdministrator(table, provenEmail(actor)) });
    const { editionId } = body;
    const wish = { editionId, plan: planFromWire(body.plan), by: actor.personId };
    const { edition, plan, rounds } = setUpEdition(wish, now);
    return save({
      changes: [
        ...newEdition({ edition, plan, organiser: firstOrganiser(editionId, actor), rounds }),
        ...claimedMailbox(undefined, { editionId, side: 'official' }, actor),
      ],
      reply: editionReply(edition, plan, now),
      subject: `edition/${editionId}`,
    });
  },
);
