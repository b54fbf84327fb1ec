import { found, refuse, requireVersion } from '../../lib/contest/found.ts';
import { readDetails, stateDetails } from '../../lib/contest/own-details.ts';
import { activeRoles } from '../../lib/contest/people.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadCommuneList } from '../../lib/store/commune-lists.ts';
import { recordDerivedOf } from '../../lib/store/derived-of-judge.ts';
import { loadEdition, memberItem } from '../../lib/store/editions.ts';
import { replace, staleVersion } from '../../lib/store/items.ts';
import { memberReply } from './member-reply.ts';

/** An official states their telephone, tax number, place of work, address and, as a judge, their wishes; the ledger keeps which, never what. */
export const saveOwnDetails = endpoint(
  editionRoutes.saveOwnDetails,
  async ({ path, body, actor, ifMatch, now, newId, table, admit, save }) => {
    const { editionId } = path;
    const facts = await loadEdition(table, editionId, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const before = found(facts.member);
    requireVersion(before.version, ifMatch);
    const { plan } = found(facts.plan);
    const list = body.address === undefined ? undefined : await loadCommuneList();
    const { details, errors } = readDetails(body, { plan, list, before });
    refuse(errors.length > 0 ? { code: 'validation-failed', errors } : undefined);
    const member = stateDetails(before, details);
    // Before the save: were it to fail in between, the conflict stands and the repeat states the details.
    if (activeRoles(member).includes('judge')) await recordDerivedOf(table, member, { now, newId });
    return save({
      changes: [replace(memberItem(member), staleVersion)],
      reply: memberReply(member),
      subject: `member/${editionId}/${actor.personId}`,
      detail: { stated: Object.keys(body) },
    });
  },
);
