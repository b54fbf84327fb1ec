import { found } from '../../lib/contest/found.ts';
import { publishResult as publish } from '../../lib/contest/publication.ts';
import { resultRoutes } from '../../lib/contract/result-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadAwarded, loadWithdrawals, unchangedWithdrawals } from '../../lib/store/consents.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { unchanged } from '../../lib/store/items.ts';
import { loadRoundById, planOfRound } from '../../lib/store/judging.ts';
import { keys } from '../../lib/store/keys.ts';
import { loadOutcome, loadResult, newResult } from '../../lib/store/outcomes.ts';

/**
 * Another organiser than the approver publishes the approved result. One transaction makes it; the public
 * files are written by the event after it, so nothing names a winner before.
 */
export const publishResult = endpoint(
  resultRoutes.publishResult,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const facts = await loadEdition(table, editionId, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const current = found(facts.plan);
    const lastId = found(current.plan.rounds.at(-1)).id;
    const [round, outcome, published, withdrawals] = await Promise.all([
      loadRoundById(table, editionId, lastId),
      loadOutcome(table, editionId, lastId),
      loadResult(table, editionId),
      // Before the entries: whoever takes a consent back after this is waited for.
      loadWithdrawals(table, editionId),
    ]);
    const awards = outcome?.allocation?.awards ?? [];
    const awardedIds = [...new Set(awards.map(({ entryId }) => entryId))];
    const last = found(round);
    const result = publish(
      {
        plan: await planOfRound(table, current, last),
        round: last,
        outcome,
        awarded: await loadAwarded(table, editionId, awardedIds),
        published: published !== undefined,
      },
      { ...body, by: actor.personId, now },
    );
    return save({
      changes: [
        ...newResult(result),
        unchanged(keys.round(editionId, lastId), last.version),
        unchangedWithdrawals(editionId, withdrawals),
      ],
      reply: { ...result, awards: [...result.awards] },
      subject: `result/${editionId}`,
      detail: { digest: result.digest, documentNumber: result.documentNumber },
    });
  },
);
