import { found } from '../../lib/contest/found.ts';
import { withdrawSupplement as withdraw } from '../../lib/contest/supplement.ts';
import { submittedReply } from '../../lib/contract/entry-reply.ts';
import { screeningRoutes } from '../../lib/contract/screening-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEntry } from '../../lib/store/entries.ts';
import { changedByOffice } from '../../lib/store/screening.ts';

/** The secretariat closes again what it opened. */
export const withdrawSupplement = endpoint(
  screeningRoutes.withdrawSupplement,
  async ({ path, actor, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    const edition = found(facts.edition);
    admit({ roles: facts.standing.roles });
    const entry = withdraw(found(facts.entry), now);
    return save({
      changes: changedByOffice(edition, [entry]),
      reply: submittedReply(found(facts.plan).plan, entry, facts.dossier, found(facts.submission)),
      subject: `entry/${editionId}/${entryId}`,
    });
  },
);
