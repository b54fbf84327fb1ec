import { currentDocument, removeDocument as remove } from '../../lib/contest/dossier.ts';
import { whyNotEditDocument } from '../../lib/contest/entry-window.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { documentReply } from '../../lib/contract/document-reply.ts';
import { documentRoutes } from '../../lib/contract/document-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedDossier, loadEntry } from '../../lib/store/entries.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';

/** The owner takes a file out of the draft; what was submitted keeps its pinned version. */
export const removeDocument = endpoint(
  documentRoutes.removeDocument,
  async ({ path, actor, now, table, admit, save }) => {
    const { editionId, entryId, documentId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    const entry = found(facts.entry);
    admit(facts.standing);
    const edition = found(facts.edition);
    const document = currentDocument(facts.dossier, documentId);
    refuse(whyNotEditDocument(edition, entry, document.kind, now));
    return save({
      changes: [
        changedDossier(remove(facts.dossier, documentId, now)),
        unchanged(keys.edition(editionId), edition.version),
      ],
      reply: documentReply(document),
      subject: `document/${editionId}/${entryId}/${documentId}`,
    });
  },
);
