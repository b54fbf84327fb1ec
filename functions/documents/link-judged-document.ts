import { documentOf } from '../../lib/contest/dossier.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { whyNotJudge } from '../../lib/contest/score-sheet.ts';
import { documentRoutes } from '../../lib/contract/document-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadJudging } from '../../lib/store/judging.ts';
import { downloadLink } from './download-link.ts';

/** A judge reads a document of an assigned entry, and only what was submitted of it. */
export const linkJudgedDocument = endpoint(
  documentRoutes.linkJudgedDocument,
  async ({ path, actor, table, documents, admit, save }) => {
    const facts = await loadJudging(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    refuse(whyNotJudge(found(facts.judging)));
    const { editionId, entryId, documentId } = path;
    const submitted = found(facts.submission).documents.find(
      (one) => one.documentId === documentId,
    );
    found(submitted);
    const reply = await downloadLink(documents, path, documentOf(facts.dossier, documentId));
    return save({
      changes: [],
      reply,
      subject: `document/${editionId}/${entryId}/${documentId}`,
    });
  },
);
