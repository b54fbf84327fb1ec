import { found } from '../../lib/contest/found.ts';
import { routes } from '../../lib/contract/routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEntry } from '../../lib/store/entries.ts';
import { entryReply } from './entry-reply.ts';

/** The owner or the secretariat reads an entry, and what it still lacks. */
export const getEntry = endpoint(routes.getEntry, async ({ path, actor, table, admit }) => {
  const facts = await loadEntry(table, path.editionId, path.entryId, actor.personId);
  const entry = found(facts.entry);
  admit(facts.standing);
  return entryReply(found(facts.plan).plan, entry, facts.dossier);
});
