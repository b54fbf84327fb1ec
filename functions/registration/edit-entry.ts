import { editEntry as edit } from '../../lib/contest/entry.ts';
import { found, requireVersion } from '../../lib/contest/found.ts';
import { entryReply } from '../../lib/contract/entry-reply.ts';
import { registrationRoutes } from '../../lib/contract/registration-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedEntry, loadEntry } from '../../lib/store/entries.ts';
import { staleVersion, unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';

/** The owner replaces the draft. */
export const editEntry = endpoint(
  registrationRoutes.editEntry,
  async ({ path, body, actor, ifMatch, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    const before = found(facts.entry);
    admit(facts.standing);
    requireVersion(before.version, ifMatch);
    const edition = found(facts.edition);
    const { plan } = found(facts.plan);
    const entry = edit({ edition, plan, entry: before }, body, now);
    return save({
      changes: [
        ...changedEntry(before, entry, staleVersion),
        unchanged(keys.edition(editionId), edition.version),
      ],
      reply: entryReply(plan, entry, facts.dossier),
      subject: `entry/${editionId}/${entryId}`,
    });
  },
);
