import { ownershipOf, withOwn, withShare } from '../../lib/contest/applicants.ts';
import { found } from '../../lib/contest/found.ts';
import { handOverLead as handOver } from '../../lib/contest/team-roles.ts';
import { teamRoutes } from '../../lib/contract/team-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedOwnership, removed } from '../../lib/store/applicants.ts';
import { entryItem } from '../../lib/store/entries.ts';
import { create, replace, unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { loadTeammate, teammateItem } from '../../lib/store/teams.ts';

/** The lead makes somebody of the team its lead and becomes an editor, all at once. */
export const handOverLead = endpoint(
  teamRoutes.handOverLead,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const leadId = body.personId;
    const act = { editionId, entryId, personId: actor.personId };
    const facts = await loadTeammate(table, act, leadId);
    const before = found(facts.entry);
    admit(facts.standing);
    const edition = found(facts.edition);
    const { plan } = found(facts.plan);
    const teammate = found(facts.teammate);
    const ownership = ownershipOf(facts.ownership, { editionId, personId: leadId });
    const own = ownershipOf(facts.ownOwnership, act);
    const { entry, editor } = handOver(
      { edition, plan, entry: before, teammate, ownership },
      actor,
      now,
    );
    return save({
      changes: [
        replace(entryItem(entry)),
        removed(keys.teammate(editionId, entryId, leadId), teammate.version),
        create(teammateItem(editor), 'reload'),
        changedOwnership(withOwn(ownership, entryId)),
        changedOwnership(withShare(own, { entryId, role: 'editor' })),
        unchanged(keys.edition(editionId), edition.version),
      ],
      reply: { leadId, editor },
      subject: `entry/${editionId}/${entryId}`,
      detail: { from: actor.personId, to: leadId },
    });
  },
);
