import { found, refuse } from '../../lib/contest/found.ts';
import {
  isDue,
  planPublication,
  settlePlan,
  whyNotBeside,
} from '../../lib/contest/planned-publication.ts';
import { publishResult as publish } from '../../lib/contest/publication.ts';
import { publicationRoutes } from '../../lib/contract/publication-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import {
  changedPlan,
  loadPublication,
  newResult,
  unchangedPlan,
} from '../../lib/store/publications.ts';
import { plannedReply, resultReply } from './publication-reply.ts';

/**
 * Another organiser than the approver publishes the approved result, or plans it for an instant. One transaction makes it;
 * the public files are written by the event after it, so nothing names a winner before.
 */
export const publishResult = endpoint(
  publicationRoutes.publishResult,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const edition = await loadEdition(table, editionId, actor.personId);
    found(edition.edition);
    admit(edition.standing);
    const facts = await loadPublication(table, editionId, found(edition.plan));
    const { digest, decision, publishAt } = body;
    const order = { digest, decision, by: actor.personId, at: publishAt ?? now };
    const told = { digest, documentNumber: decision.documentNumber };
    const subject = `result/${editionId}`;
    if (publishAt !== undefined) {
      const planned = planPublication(facts, order, now);
      return save({
        changes: [changedPlan(planned), ...facts.guards],
        reply: { state: 'planned', planned: plannedReply(planned) },
        subject,
        detail: { ...told, publishAt },
      });
    }
    const result = publish(facts, order);
    const { planned, guards } = facts;
    refuse(whyNotBeside(planned, now));
    const plan = isDue(planned, now)
      ? changedPlan(settlePlan(planned, undefined))
      : unchangedPlan(editionId, planned);
    return save({
      changes: [...newResult(result), plan, ...guards],
      reply: { state: 'published', result: resultReply(result) },
      subject,
      detail: { ...told, resultVersion: result.resultVersion },
    });
  },
);
