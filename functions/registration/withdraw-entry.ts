import { withdrawEntry as withdraw } from '../../lib/contest/entry.ts';
import { found } from '../../lib/contest/found.ts';
import { entryReply } from '../../lib/contract/entry-reply.ts';
import { registrationRoutes } from '../../lib/contract/registration-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { withdrawnEntry } from '../../lib/store/entries.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { loadOwnEntry } from '../../lib/store/own-entries.ts';

/** The owner takes the entry back; doing it again answers the same. */
export const withdrawEntry = endpoint(
  registrationRoutes.withdrawEntry,
  async ({ path, actor, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadOwnEntry(table, editionId, entryId, actor.personId);
    const before = found(facts.entry);
    admit(facts.standing);
    const edition = found(facts.edition);
    const entry = withdraw(edition, before, now);
    const changes =
      entry === before
        ? []
        : [
            ...withdrawnEntry(before, entry, facts.ownership),
            unchanged(keys.edition(editionId), edition.version),
          ];
    return save({
      changes,
      reply: entryReply(found(facts.plan).plan, entry, facts.dossier),
      subject: `entry/${editionId}/${entryId}`,
    });
  },
);
