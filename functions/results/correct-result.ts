import { correctResult as correct } from '../../lib/contest/correction.ts';
import { found } from '../../lib/contest/found.ts';
import { publicationRoutes } from '../../lib/contract/publication-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { loadPublication, newResult } from '../../lib/store/publications.ts';
import { resultReply } from './publication-reply.ts';

/** Another organiser than the approver publishes what is approved now as the next version, with the reason. */
export const correctResult = endpoint(
  publicationRoutes.correctResult,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const edition = await loadEdition(table, editionId, actor.personId);
    found(edition.edition);
    admit(edition.standing);
    const facts = await loadPublication(table, editionId, found(edition.plan));
    const result = correct(facts, { ...body, by: actor.personId, at: now });
    return save({
      changes: [...newResult(result), ...facts.guards],
      reply: resultReply(result),
      subject: `result/${editionId}`,
      detail: {
        digest: result.digest,
        documentNumber: result.decision.documentNumber,
        resultVersion: result.resultVersion,
        reason: body.reason,
      },
    });
  },
);
