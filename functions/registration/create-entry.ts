import { consentActs, noConsents } from '../../lib/contest/consent-acts.ts';
import { found } from '../../lib/contest/found.ts';
import { beginEntry, entryCode } from '../../lib/contest/new-entry.ts';
import { readContent } from '../../lib/contest/written-content.ts';
import { entryReply } from '../../lib/contract/entry-reply.ts';
import { registrationRoutes } from '../../lib/contract/registration-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { claimedMailbox } from '../../lib/store/applicants.ts';
import { loadCommuneList } from '../../lib/store/commune-lists.ts';
import { appendConsents } from '../../lib/store/consents.ts';
import { loadForNewEntry, newEntry } from '../../lib/store/own-entries.ts';

/** Somebody signed in begins an entry. */
export const createEntry = endpoint(
  registrationRoutes.createEntry,
  async ({ path, body, actor, now, newId, table, save }) => {
    const [facts, list] = await Promise.all([
      loadForNewEntry(table, path.editionId, actor),
      loadCommuneList(),
    ]);
    const edition = found(facts.edition);
    const { plan } = found(facts.plan);
    const read = readContent(list, body);
    const code = entryCode(plan.codePrefix, crypto.getRandomValues(new Uint8Array(6)));
    const entry = beginEntry(
      {
        edition,
        plan,
        isOfficial: facts.member !== undefined || facts.mailbox?.side === 'official',
        late: facts.late,
        readErrors: read.errors,
        owned: facts.ownership?.entryIds.length ?? 0,
      },
      read.content,
      { entryId: newId(), code, by: actor },
      now,
    );
    const { editionId, entryId } = entry;
    const acts = consentActs(noConsents, entry.content);
    const dossier = { editionId, entryId, documents: [], version: 0 };
    return save({
      changes: [
        ...newEntry({ entry, ownership: facts.ownership }, edition.version),
        ...claimedMailbox(facts.mailbox, { editionId, side: 'applicant' }, actor),
        ...appendConsents(plan, entry, acts, { by: actor.personId, at: now }),
      ],
      reply: entryReply(plan, entry, dossier),
      subject: `entry/${editionId}/${entryId}`,
    });
  },
);
