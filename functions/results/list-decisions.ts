import { found } from '../../lib/contest/found.ts';
import { inForce } from '../../lib/contest/organisers-decision.ts';
import { organisersDecisionRoutes } from '../../lib/contract/organisers-decision-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadRulings } from '../../lib/store/rulings.ts';
import { decisionFace } from './decide-round.ts';

/** An organiser reads what was decided about a round, the withdrawn decisions as well. */
export const listDecisions = endpoint(
  organisersDecisionRoutes.listDecisions,
  async ({ path, actor, table, admit }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    found(facts.round);
    const { decided } = await loadRulings(table, editionId, roundId);
    const standing = new Set(inForce(decided).map(({ number }) => number));
    const decisions = decided.map((one) => ({
      ...decisionFace(one),
      isInForce: standing.has(one.number),
    }));
    return { roundId, decisions };
  },
);
