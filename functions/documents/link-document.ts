import { documentOf } from '../../lib/contest/dossier.ts';
import { found } from '../../lib/contest/found.ts';
import { documentRoutes } from '../../lib/contract/document-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEntry } from '../../lib/store/entries.ts';
import { downloadLink } from './download-link.ts';

/** The owner or the secretariat reads one document; the audit trail says who and when. */
export const linkDocument = endpoint(
  documentRoutes.linkDocument,
  async ({ path, actor, table, documents, admit, save }) => {
    const { editionId, entryId, documentId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    found(facts.entry);
    admit(facts.standing);
    const reply = await downloadLink(documents, path, documentOf(facts.dossier, documentId));
    return save({
      changes: [],
      reply,
      subject: `document/${editionId}/${entryId}/${documentId}`,
    });
  },
);
