import { found } from '../../lib/contest/found.ts';
import { requestSupplement as request } from '../../lib/contest/supplement.ts';
import { submittedReply } from '../../lib/contract/entry-reply.ts';
import { screeningRoutes } from '../../lib/contract/screening-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEntry } from '../../lib/store/entries.ts';
import { changedByOffice } from '../../lib/store/screening.ts';

/** The secretariat opens named parts of a submitted entry again. */
export const requestSupplement = endpoint(
  screeningRoutes.requestSupplement,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    const edition = found(facts.edition);
    admit({ roles: facts.standing.roles });
    const { plan } = found(facts.plan);
    const { submission, dossier } = facts;
    const entry = request({ edition, plan, entry: found(facts.entry), submission }, body, {
      by: actor.personId,
      now,
    });
    const { fields, documents } = body;
    return save({
      changes: changedByOffice(edition, [entry]),
      reply: submittedReply(plan, entry, dossier, found(submission)),
      subject: `entry/${editionId}/${entryId}`,
      detail: { fields, documents, closesAt: found(entry.supplement).closesAt },
    });
  },
);
