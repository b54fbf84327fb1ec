import { ownershipOf, withShare } from '../../lib/contest/applicants.ts';
import { found } from '../../lib/contest/found.ts';
import { acceptTeamInvitation as accept } from '../../lib/contest/team-invitation.ts';
import { teamRoutes } from '../../lib/contract/team-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedOwnership, claimedMailbox } from '../../lib/store/applicants.ts';
import { create, replace, stillAbsent } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { teamInvitationItem } from '../../lib/store/team-invitations.ts';
import { loadTeamAcceptance, teammateItem, unchangedEntry } from '../../lib/store/teams.ts';

/** The invited person joins the team, and can from then on be no official of the edition. */
export const acceptTeamInvitation = endpoint(
  teamRoutes.acceptTeamInvitation,
  async ({ path, actor, now, table, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadTeamAcceptance(table, path, actor);
    const entry = found(facts.entry);
    const edition = found(facts.edition);
    const { teammate, invitation } = accept(
      { ...facts, edition, entry, invitation: found(facts.invitation), teammate: facts.own },
      actor,
      now,
    );
    const { personId, role } = teammate;
    const before = ownershipOf(facts.ownership, { editionId, personId });
    return save({
      changes: [
        replace(teamInvitationItem(invitation)),
        create(teammateItem(teammate), 'reload'),
        changedOwnership(withShare(before, { entryId, role })),
        stillAbsent(keys.member(editionId, personId)),
        ...claimedMailbox(facts.mailbox, { editionId, side: 'applicant' }, actor),
        ...unchangedEntry(entry, edition.version),
      ],
      reply: teammate,
      subject: `entry/${editionId}/${entryId}`,
      detail: { role },
    });
  },
);
