import { found } from '../../lib/contest/found.ts';
import { inviteTeammate as invite } from '../../lib/contest/team-invitation.ts';
import { teamRoutes } from '../../lib/contract/team-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { create } from '../../lib/store/items.ts';
import { teamInvitationItem } from '../../lib/store/team-invitations.ts';
import { countedInvitation, loadTeam, unchangedEntry } from '../../lib/store/teams.ts';

/** The lead offers somebody a part in the team; the mail leaves after the answer. */
export const inviteTeammate = endpoint(
  teamRoutes.inviteTeammate,
  async ({ path, body, actor, now, newId, table, admit, save }) => {
    const facts = await loadTeam(table, { ...path, personId: actor.personId });
    const entry = found(facts.entry);
    admit(facts.standing);
    const edition = found(facts.edition);
    const { plan } = found(facts.plan);
    const invitation = invite(
      { edition, plan, entry, roster: facts.roster },
      body,
      { invitationId: newId(), by: actor },
      now,
    );
    const { invitationId, role } = invitation;
    return save({
      changes: [
        create(teamInvitationItem(invitation)),
        countedInvitation(invitation, facts.rosterVersion),
        ...unchangedEntry(entry, edition.version),
      ],
      reply: invitation,
      subject: `entry/${path.editionId}/${path.entryId}`,
      detail: { invitationId, role },
    });
  },
);
