import { found } from '../../lib/contest/found.ts';
import { activeRoles, revoke } from '../../lib/contest/people.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { memberItem } from '../../lib/store/editions.ts';
import { replace, unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { loadMembers } from '../../lib/store/people.ts';
import { memberReply } from './member-reply.ts';

/** An organiser takes every role from somebody else; the next request is refused, token or no token. */
export const revokePerson = endpoint(
  editionRoutes.revokePerson,
  async ({ path, actor, now, table, admit, save }) => {
    const { editionId, personId } = path;
    const facts = await loadMembers(table, editionId, [actor.personId, personId]);
    found(facts.edition);
    admit({ roles: activeRoles(facts.caller) });
    // Whoever revoked the last organiser would leave an edition that nobody can run.
    if (actor.personId === personId) throw new Refused({ code: 'state-conflict', state: 'self' });
    const member = revoke(found(facts.other), now);
    return save({
      changes: [
        replace(memberItem(member)),
        // Two who revoke each other at the same moment: only the first is still an organiser.
        unchanged(keys.member(editionId, actor.personId), found(facts.caller).version),
      ],
      reply: memberReply(member),
      subject: `member/${editionId}/${personId}`,
    });
  },
);
