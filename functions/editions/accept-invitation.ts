import { found } from '../../lib/contest/found.ts';
import { acceptInvitation as accept } from '../../lib/contest/people.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { claimedMailbox } from '../../lib/store/applicants.ts';
import { memberItem } from '../../lib/store/editions.ts';
import { replace, stillAbsent } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { invitationItem, loadInvitation } from '../../lib/store/people.ts';
import { memberReply } from './member-reply.ts';

/** The invited person takes the role, and can from then on have no entry in the edition. */
export const acceptInvitation = endpoint(
  editionRoutes.acceptInvitation,
  async ({ path, actor, now, table, save }) => {
    const { editionId, invitationId } = path;
    const facts = await loadInvitation(table, editionId, invitationId, actor);
    const { invitation, member } = accept(
      { ...facts, invitation: found(facts.invitation) },
      actor,
      now,
    );
    return save({
      changes: [
        replace(invitationItem(invitation)),
        replace(memberItem(member)),
        stillAbsent(keys.ownership(editionId, actor.personId)),
        ...claimedMailbox(facts.mailbox, { editionId, side: 'official' }, actor),
      ],
      reply: memberReply(member),
      subject: `member/${editionId}/${actor.personId}`,
      detail: { role: invitation.role },
    });
  },
);
