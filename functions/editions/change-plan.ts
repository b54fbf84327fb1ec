import { found } from '../../lib/contest/found.ts';
import { changePlan as change } from '../../lib/contest/plan-change.ts';
import { roundsTouched } from '../../lib/contest/plan-freeze.ts';
import { planFromWire } from '../../lib/contest/plan-wire.ts';
import { planRoutes } from '../../lib/contract/plan-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedPlan, loadEdition } from '../../lib/store/editions.ts';
import { loadRounds, unchangedRound } from '../../lib/store/rounds.ts';
import { editionReply } from './edition-reply.ts';

/** An organiser replaces the plan by a numbered decision; a changed deadline is public at once. */
export const changePlan = endpoint(
  planRoutes.changePlan,
  async ({ path, body, actor, ifMatch, now, table, admit, save }) => {
    const facts = await loadEdition(table, path.editionId, actor.personId);
    const before = found(facts.edition);
    admit(facts.standing);
    const current = found(facts.plan);
    const { reason, documentNumber } = body;
    const wanted = planFromWire(body.plan);
    // A second read, for the few changes that touch how an open round might be scored, or when it closes.
    const touched = roundsTouched(before, current.plan, wanted);
    const rounds = await loadRounds(table, path.editionId, touched);
    const { edition, plan } = change(
      { edition: before, current, rounds },
      {
        plan: wanted,
        reason,
        documentNumber,
        by: actor.personId,
        basedOn: ifMatch,
      },
      now,
    );
    return save({
      changes: [...changedPlan(edition, plan), ...rounds.map(unchangedRound)],
      reply: editionReply(edition, plan, now),
      subject: `edition/${path.editionId}`,
      detail: { reason, documentNumber, closesAt: edition.closesAt },
    });
  },
);
