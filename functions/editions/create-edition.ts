import type { Member } from '../../lib/contest/people.ts';
import { setUpEdition } from '../../lib/contest/plan-change.ts';
import { planFromWire } from '../../lib/contest/plan-wire.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadAdministrator, newEdition } from '../../lib/store/editions.ts';
import { editionReply } from './edition-reply.ts';

/** An administrator sets an edition up from its plan and becomes its first organiser. */
export const createEdition = endpoint(
  editionRoutes.createEdition,
  async ({ body, actor, now, table, admit, save }) => {
    // An unverified address proves nothing: anybody could claim an administrator's.
    const email = actor.emailVerified ? actor.email : undefined;
    admit({ roles: [], administrator: await loadAdministrator(table, email) });
    const { editionId } = body;
    const wish = { editionId, plan: planFromWire(body.plan), by: actor.personId };
    const { edition, plan, rounds } = setUpEdition(wish, now);
    const organiser: Member = {
      editionId,
      personId: actor.personId,
      email: actor.email ?? '',
      name: actor.email ?? '',
      roles: ['organiser'],
      active: true,
      version: 1,
    };
    return save({
      changes: newEdition({ edition, plan, organiser, rounds }),
      reply: editionReply(edition, plan, now),
      subject: `edition/${editionId}`,
    });
  },
);
