import { found } from '../../lib/contest/found.ts';
import { screenEntry as screen } from '../../lib/contest/screen-entry.ts';
import { submittedReply } from '../../lib/contract/entry-reply.ts';
import { screeningRoutes } from '../../lib/contract/screening-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedByOffice, loadForScreening } from '../../lib/store/screening.ts';

/** One person's opinion on whether a submitted entry takes part; the one that completes the plan's number decides. */
export const screenEntry = endpoint(
  screeningRoutes.screenEntry,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadForScreening(table, editionId, entryId, actor.personId);
    const edition = found(facts.edition);
    admit({ roles: facts.standing.roles });
    const { plan } = found(facts.plan);
    const { submission, officials, dossier } = facts;
    const entry = screen(
      { edition, plan, entry: found(facts.entry), submission, officials },
      body,
      { personId: actor.personId, isOrganiser: facts.standing.roles.includes('organiser') },
      now,
    );
    return save({
      changes: changedByOffice(edition, [entry]),
      reply: submittedReply(plan, entry, dossier, found(submission)),
      subject: `entry/${editionId}/${entryId}`,
      detail: { ...body, state: entry.state },
    });
  },
);
