import { found, requireVersion } from '../../lib/contest/found.ts';
import { stateDetails } from '../../lib/contest/people.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition, memberItem } from '../../lib/store/editions.ts';
import { replace, staleVersion } from '../../lib/store/items.ts';

/** An official states their telephone, tax number and place of work; the ledger keeps which, never what. */
export const saveOwnDetails = endpoint(
  editionRoutes.saveOwnDetails,
  async ({ path, body, actor, ifMatch, table, admit, save }) => {
    const { editionId } = path;
    const facts = await loadEdition(table, editionId, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const before = found(facts.member);
    requireVersion(before.version, ifMatch);
    const member = stateDetails(before, body);
    return save({
      changes: [replace(memberItem(member), staleVersion)],
      reply: { ...member, roles: [...member.roles] },
      subject: `member/${editionId}/${actor.personId}`,
      detail: { stated: Object.keys(body) },
    });
  },
);
