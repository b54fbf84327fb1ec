import { found } from '../../lib/contest/found.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { roundReply } from './round-reply.ts';

/** The officials see where a round stands. */
export const getRound = endpoint(judgingRoutes.getRound, async ({ path, actor, table, admit }) => {
  const facts = await loadRound(table, path, actor.personId);
  found(facts.edition);
  admit(facts.standing);
  return roundReply(found(facts.round));
});
