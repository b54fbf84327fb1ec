import { documentKey } from '../../lib/contest/document-key.ts';
import {
  confirmDocument as confirm,
  currentDocument,
  documentOf,
} from '../../lib/contest/dossier.ts';
import { whyNotEditDocument } from '../../lib/contest/entry-window.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { documentReply } from '../../lib/contract/document-reply.ts';
import { documentRoutes } from '../../lib/contract/document-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedDossier, loadEntry } from '../../lib/store/entries.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';

/** The owner says the upload is through: the version that lies there is pinned. Twice is once. */
export const confirmDocument = endpoint(
  documentRoutes.confirmDocument,
  async ({ path, actor, now, table, documents, admit, save }) => {
    const { editionId, entryId, documentId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    const entry = found(facts.entry);
    admit(facts.standing);
    const edition = found(facts.edition);
    const known = currentDocument(facts.dossier, documentId);
    if (!known.stored) refuse(whyNotEditDocument(edition, entry, known.kind, now));
    const stored = known.stored ? undefined : await documents.head(documentKey(path));
    const dossier = confirm(facts.dossier, documentId, stored, now);
    const changes =
      dossier === facts.dossier
        ? []
        : [changedDossier(dossier), unchanged(keys.edition(editionId), edition.version)];
    return save({
      changes,
      reply: documentReply(documentOf(dossier, documentId)),
      subject: `document/${editionId}/${entryId}/${documentId}`,
    });
  },
);
