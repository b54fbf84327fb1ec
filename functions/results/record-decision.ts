import { found } from '../../lib/contest/found.ts';
import { organisersDecisionRoutes } from '../../lib/contract/organisers-decision-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { decideRound } from './decide-round.ts';

/** The organisers decide who goes on or who gets a prize, or take such a decision back. */
export const recordDecision = endpoint(
  organisersDecisionRoutes.recordDecision,
  async ({ path, body, actor, now, table, admit, save }) => {
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    found(facts.round);
    return save(await decideRound(table, facts, body, { personId: actor.personId, now }));
  },
);
