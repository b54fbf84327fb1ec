import { consentActs } from '../../lib/contest/consent-acts.ts';
import { withoutMarks } from '../../lib/contest/consents.ts';
import { editEntry as edit } from '../../lib/contest/entry.ts';
import { found, requireVersion } from '../../lib/contest/found.ts';
import { readContent } from '../../lib/contest/written-content.ts';
import { entryReply } from '../../lib/contract/entry-reply.ts';
import { registrationRoutes } from '../../lib/contract/registration-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadCommuneList } from '../../lib/store/commune-lists.ts';
import { appendConsents } from '../../lib/store/consents.ts';
import { changedEntry, loadEntry } from '../../lib/store/entries.ts';
import { staleVersion, unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';

/** The owner replaces the draft. */
export const editEntry = endpoint(
  registrationRoutes.editEntry,
  async ({ path, body, actor, ifMatch, now, table, admit, save }) => {
    const { editionId, entryId } = path;
    const [facts, list] = await Promise.all([
      loadEntry(table, editionId, entryId, actor.personId),
      loadCommuneList(),
    ]);
    const before = found(facts.entry);
    admit(facts.standing);
    requireVersion(before.version, ifMatch);
    const edition = found(facts.edition);
    const { plan } = found(facts.plan);
    const { content, errors } = readContent(list, body, before.content);
    const edited = edit({ edition, plan, entry: before, readErrors: errors }, content, now);
    const acts = consentActs(before.content, content);
    const entry = withoutMarks(edited, acts);
    return save({
      changes: [
        ...changedEntry(before, entry, staleVersion),
        ...appendConsents(plan, entry, acts, { by: actor.personId, at: now }),
        unchanged(keys.edition(editionId), edition.version),
      ],
      reply: entryReply(plan, entry, facts.dossier),
      subject: `entry/${editionId}/${entryId}`,
    });
  },
);
