import { countingAnswers } from '../../lib/contest/answers.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { whyNotJudge } from '../../lib/contest/score-sheet.ts';
import { documentReply } from '../../lib/contract/document-reply.ts';
import { formReply } from '../../lib/contract/form-reply.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadJudging } from '../../lib/store/judging.ts';

/** A judge without conflict reads what was submitted: never the draft, a contact or the owner. */
export const getJudgedEntry = endpoint(
  judgingRoutes.getJudgedEntry,
  async ({ path, actor, table, admit }) => {
    const facts = await loadJudging(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    refuse(whyNotJudge(found(facts.judging)));
    const { code, content, documents } = found(facts.submission);
    const { plan } = found(facts.plan);
    const { answers: _, ...unasked } = content;
    const { links: __, ...said } = unasked;
    const submitted = new Set(documents.map(({ documentId }) => documentId));
    return {
      entryId: path.entryId,
      code,
      content: { ...said, ...formReply({ ...unasked, ...countingAnswers(plan, content) }) },
      applicantName: content.applicant?.name ?? '',
      members: content.members.map(({ name }) => name),
      documents: facts.dossier.documents
        .filter(({ documentId }) => submitted.has(documentId))
        .map(documentReply),
    };
  },
);
