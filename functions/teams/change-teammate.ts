import { ownershipOf, withShare } from '../../lib/contest/applicants.ts';
import { found, requireVersion } from '../../lib/contest/found.ts';
import { changeTeammate as change } from '../../lib/contest/team-roles.ts';
import { teamRoutes } from '../../lib/contract/team-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedOwnership } from '../../lib/store/applicants.ts';
import { replace, staleVersion } from '../../lib/store/items.ts';
import { loadTeammate, teammateItem, unchangedEntry } from '../../lib/store/teams.ts';

/** The lead gives a teammate the other role. */
export const changeTeammate = endpoint(
  teamRoutes.changeTeammate,
  async ({ path, body, actor, ifMatch, now, table, admit, save }) => {
    const { editionId, entryId, personId } = path;
    const act = { editionId, entryId, personId: actor.personId };
    const facts = await loadTeammate(table, act, personId);
    const entry = found(facts.entry);
    admit(facts.standing);
    const before = found(facts.teammate);
    requireVersion(before.version, ifMatch);
    const edition = found(facts.edition);
    const { role } = body;
    const teammate = change({ edition, entry, teammate: before }, role, now);
    const ownership = ownershipOf(facts.ownership, { editionId, personId });
    return save({
      changes: [
        replace(teammateItem(teammate), staleVersion),
        changedOwnership(withShare(ownership, { entryId, role })),
        ...unchangedEntry(entry, edition.version),
      ],
      reply: teammate,
      subject: `entry/${editionId}/${entryId}`,
      detail: { personId, role },
    });
  },
);
