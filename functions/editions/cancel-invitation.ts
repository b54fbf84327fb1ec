import { found } from '../../lib/contest/found.ts';
import { invitationMailId } from '../../lib/contest/mail-invitation.ts';
import { cancelMail } from '../../lib/contest/outbox.ts';
import { activeRoles, cancelInvitation as cancel } from '../../lib/contest/people.ts';
import { peopleRoutes } from '../../lib/contract/people-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { replace } from '../../lib/store/items.ts';
import { changedMail, loadMail } from '../../lib/store/outbox.ts';
import { invitationItem, loadInvitation } from '../../lib/store/people.ts';

/** An organiser takes an offered role back before it is accepted, and the mail about it if nobody has let it go yet. */
export const cancelInvitation = endpoint(
  peopleRoutes.cancelInvitation,
  async ({ path, actor, now, table, admit, save }) => {
    const { editionId, invitationId } = path;
    const [facts, mail] = await Promise.all([
      loadInvitation(table, editionId, invitationId, actor),
      loadMail(table, { editionId, mailId: invitationMailId(invitationId) }),
    ]);
    found(facts.edition);
    admit({ roles: activeRoles(facts.member) });
    const before = found(facts.invitation);
    const invitation = cancel(before);
    const act = { by: actor.personId, at: now };
    // What nobody can accept any more is not to be read for the first time either.
    const unsent = mail?.state === 'held' ? [cancelMail(mail, act, 'invitation-cancelled')] : [];
    return save({
      changes: [
        ...(invitation === before ? [] : [replace(invitationItem(invitation))]),
        ...unsent.map((one) => changedMail(one)),
      ],
      reply: invitation,
      subject: `invitation/${editionId}/${invitationId}`,
      detail: { role: invitation.role },
    });
  },
);
