import { found } from '../../lib/contest/found.ts';
import { admitLateEntry as admitLate } from '../../lib/contest/late-admission.ts';
import { entryReply } from '../../lib/contract/entry-reply.ts';
import { screeningRoutes } from '../../lib/contract/screening-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEntry } from '../../lib/store/entries.ts';
import { changedByOffice } from '../../lib/store/screening.ts';

/** An organiser lets a draft that missed the deadline be handed in. */
export const admitLateEntry = endpoint(
  screeningRoutes.admitLateEntry,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    const edition = found(facts.edition);
    admit({ roles: facts.standing.roles });
    const { plan } = found(facts.plan);
    const made = { by: actor.personId, now };
    const entry = admitLate({ edition, plan, entry: found(facts.entry) }, body, made);
    const { reason, documentNumber } = body;
    return save({
      changes: changedByOffice(edition, [entry]),
      reply: entryReply(plan, entry, facts.dossier),
      subject: `entry/${editionId}/${entryId}`,
      detail: { reason, documentNumber, closesAt: found(entry.late).closesAt },
    });
  },
);
