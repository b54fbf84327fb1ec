import { found } from '../../lib/contest/found.ts';
import { organisersDecisionRoutes } from '../../lib/contract/organisers-decision-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { decideRound } from './decide-round.ts';

/** The organisers record what the public voted: a decision like the others, so a correction leaves the first counts on record. */
export const countVotes = endpoint(
  organisersDecisionRoutes.countVotes,
  async ({ path, body, actor, now, table, admit, save }) => {
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    found(facts.round);
    const said = { kind: 'count-votes' as const, ...body };
    return save(await decideRound(table, facts, said, { personId: actor.personId, now }));
  },
);
