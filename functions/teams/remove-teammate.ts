import { ownershipOf, takesNoPart, withoutShare } from '../../lib/contest/applicants.ts';
import { mailboxOf } from '../../lib/contest/email.ts';
import { found } from '../../lib/contest/found.ts';
import { requireRemovable } from '../../lib/contest/team-roles.ts';
import { teamRoutes } from '../../lib/contract/team-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedOwnership, leftMailbox, removed } from '../../lib/store/applicants.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { loadMailbox, loadTeammate } from '../../lib/store/teams.ts';

/** The lead takes somebody out of the team, or somebody leaves it. Whoever takes part with nothing then is no applicant any more. */
export const removeTeammate = endpoint(
  teamRoutes.removeTeammate,
  async ({ path, actor, table, admit, save }) => {
    const { editionId, entryId, personId } = path;
    const act = { editionId, entryId, personId: actor.personId };
    const facts = await loadTeammate(table, act, personId);
    const entry = found(facts.entry);
    admit(facts.standing);
    requireRemovable(entry, actor, personId);
    const teammate = found(facts.teammate);
    const before = ownershipOf(facts.ownership, { editionId, personId });
    const ownership = withoutShare(before, entryId);
    const mailbox = takesNoPart(ownership)
      ? await loadMailbox(table, editionId, mailboxOf(teammate.email))
      : undefined;
    return save({
      changes: [
        removed(keys.teammate(editionId, entryId, personId), teammate.version),
        changedOwnership(ownership),
        ...leftMailbox(mailbox, personId),
        // Handing over meanwhile makes another person the one who may do this.
        unchanged(keys.entry(editionId, entryId), entry.version),
      ],
      reply: { personId },
      subject: `entry/${editionId}/${entryId}`,
      detail: { personId },
    });
  },
);
