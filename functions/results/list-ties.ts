import { found, refuse } from '../../lib/contest/found.ts';
import { chairStanding } from '../../lib/contest/panel.ts';
import { tiesLeft } from '../../lib/contest/tie-ruling.ts';
import { rulingRoutes } from '../../lib/contract/ruling-routes.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { whyNotSigned } from './why-not-signed.ts';

/** The chair and the organisers see which ties the rules leave to them. */
export const listTies = endpoint(rulingRoutes.listTies, async ({ path, actor, table, admit }) => {
  const facts = await loadRound(table, path, actor.personId);
  found(facts.edition);
  admit(chairStanding(facts.standing, facts.round, actor.personId));
  refuse(whyNotSigned(facts));
  const { outcome } = await roundOutcome(table, facts);
  const ties = tiesLeft(outcome).map((tie) => ({ ...tie, entryIds: [...tie.entryIds] }));
  return { roundId: path.roundId, ties };
});
