import { screenEntry as screen } from '../../lib/contest/entry.ts';
import { found } from '../../lib/contest/found.ts';
import { submittedReply } from '../../lib/contract/entry-reply.ts';
import { secretariatRoutes } from '../../lib/contract/secretariat-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { entryItem, loadEntry } from '../../lib/store/entries.ts';
import { replace, unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';

/** The secretariat decides whether a submitted entry takes part. */
export const screenEntry = endpoint(
  secretariatRoutes.screenEntry,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    const edition = found(facts.edition);
    admit({ roles: facts.standing.roles });
    const screening = { ...body, by: actor.personId, at: now };
    const entry = screen(edition, found(facts.entry), screening);
    const submission = found(facts.submission);
    return save({
      changes: [replace(entryItem(entry)), unchanged(keys.edition(editionId), edition.version)],
      reply: submittedReply(found(facts.plan).plan, entry, facts.dossier, submission),
      subject: `entry/${editionId}/${entryId}`,
      detail: { decision: body.decision, reasons: body.reasons },
    });
  },
);
