import { found, refuse, requireVersion } from '../../lib/contest/found.ts';
import { wishProblems } from '../../lib/contest/judging-wishes.ts';
import { stateDetails } from '../../lib/contest/people.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition, memberItem } from '../../lib/store/editions.ts';
import { replace, staleVersion } from '../../lib/store/items.ts';
import { memberReply } from './member-reply.ts';

/** An official states their telephone, tax number, place of work and, as a judge, their wishes; the ledger keeps which, never what. */
export const saveOwnDetails = endpoint(
  editionRoutes.saveOwnDetails,
  async ({ path, body, actor, ifMatch, table, admit, save }) => {
    const { editionId } = path;
    const facts = await loadEdition(table, editionId, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const before = found(facts.member);
    requireVersion(before.version, ifMatch);
    const errors = wishProblems(body, found(facts.plan).plan);
    refuse(errors.length > 0 ? { code: 'validation-failed', errors } : undefined);
    const member = stateDetails(before, body);
    return save({
      changes: [replace(memberItem(member), staleVersion)],
      reply: memberReply(member),
      subject: `member/${editionId}/${actor.personId}`,
      detail: { stated: Object.keys(body) },
    });
  },
);
