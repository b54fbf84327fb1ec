import { found } from '../../lib/contest/found.ts';
import { toldInvitations } from '../../lib/contest/team-invitation.ts';
import { leadName } from '../../lib/contest/team-roles.ts';
import { teamRoutes } from '../../lib/contract/team-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadTeam } from '../../lib/store/teams.ts';

/** Who has to do with an entry. */
export const listTeam = endpoint(
  teamRoutes.listTeam,
  async ({ path, actor, now, table, admit }) => {
    const facts = await loadTeam(table, { ...path, personId: actor.personId });
    const entry = found(facts.entry);
    admit(facts.standing);
    const name = leadName(entry);
    return {
      lead: {
        personId: entry.ownerId,
        ...(entry.ownerEmail === undefined ? {} : { email: entry.ownerEmail }),
        ...(name === undefined ? {} : { name }),
      },
      teammates: [...facts.roster.teammates],
      invitations: toldInvitations(facts.roster, now),
    };
  },
);
