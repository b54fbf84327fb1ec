import { found } from '../../lib/contest/found.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { memberReply } from './member-reply.ts';

/** An official reads what the edition knows of them. */
export const getOwnDetails = endpoint(
  editionRoutes.getOwnDetails,
  async ({ path, actor, table, admit }) => {
    const facts = await loadEdition(table, path.editionId, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    return memberReply(found(facts.member));
  },
);
