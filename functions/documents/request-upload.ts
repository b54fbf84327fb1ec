import { addDocument } from '../../lib/contest/add-document.ts';
import { documentKey } from '../../lib/contest/document-key.ts';
import { openingOf, whyNotEditDocument } from '../../lib/contest/entry-window.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { documentRoutes } from '../../lib/contract/document-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedDossier, loadEntry } from '../../lib/store/entries.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';

/** A ticket is good for one PUT of exactly these bytes within five minutes. */
const ticketSeconds = 300;

/** The owner gets a ticket for one file; the rules are checked here, the bytes never pass through. */
export const requestUpload = endpoint(
  documentRoutes.requestUpload,
  async ({ path, body, actor, now, newId, table, documents, admit, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    const entry = found(facts.entry);
    admit(facts.standing);
    const edition = found(facts.edition);
    refuse(whyNotEditDocument(edition, entry, body.kind, now));
    // A supplement is to what was handed in, whatever the draft became.
    const isSupplement = openingOf(edition, entry, now) === 'supplement';
    const { content } = isSupplement ? found(facts.submission) : entry;
    const documentId = newId();
    const dossier = addDocument(
      { plan: found(facts.plan).plan, trackId: content.trackId, dossier: facts.dossier },
      body,
      { documentId, now },
    );
    const upload = await documents.ticket({
      key: documentKey({ editionId, entryId, documentId }),
      contentType: body.contentType,
      size: body.size,
      sha256: body.sha256,
      expiresInSeconds: ticketSeconds,
    });
    return save({
      changes: [changedDossier(dossier), unchanged(keys.edition(editionId), edition.version)],
      reply: { documentId, upload },
      subject: `document/${editionId}/${entryId}/${documentId}`,
      detail: { sha256: body.sha256, size: body.size },
    });
  },
);
