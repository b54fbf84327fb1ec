import { found } from '../../lib/contest/found.ts';
import { changePlan as change } from '../../lib/contest/plan-change.ts';
import { planFromWire } from '../../lib/contest/plan-wire.ts';
import { editionRoutes } from '../../lib/contract/edition-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedPlan, loadEdition } from '../../lib/store/editions.ts';
import { editionReply } from './edition-reply.ts';

/** An organiser replaces the plan by a numbered decision; a changed deadline is public at once. */
export const changePlan = endpoint(
  editionRoutes.changePlan,
  async ({ path, body, actor, ifMatch, now, table, admit, save }) => {
    const facts = await loadEdition(table, path.editionId, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const { reason, documentNumber } = body;
    const { edition, plan } = change(
      { edition: facts.edition, current: facts.plan },
      {
        plan: planFromWire(body.plan),
        reason,
        documentNumber,
        by: actor.personId,
        basedOn: ifMatch,
      },
      now,
    );
    return save({
      changes: changedPlan(edition, plan),
      reply: editionReply(edition, plan, now),
      subject: `edition/${path.editionId}`,
      detail: { reason, documentNumber, closesAt: edition.closesAt },
    });
  },
);
