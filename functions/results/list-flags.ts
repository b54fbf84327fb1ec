import { found, refuse } from '../../lib/contest/found.ts';
import { chairStanding } from '../../lib/contest/panel.ts';
import { rulingRoutes } from '../../lib/contract/ruling-routes.ts';
import { deriveRound } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadConflicts } from '../../lib/store/assignments.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { flagReply } from './flag-reply.ts';
import { whyNotSigned } from './why-not-signed.ts';

/** The chair and the organisers see where judges are too far apart; nobody of an entry that is close to them. */
export const listFlags = endpoint(rulingRoutes.listFlags, async ({ path, actor, table, admit }) => {
  const facts = await loadRound(table, path, actor.personId);
  found(facts.edition);
  admit(chairStanding(facts.standing, facts.round, actor.personId));
  refuse(whyNotSigned(facts));
  const { flags } = await deriveRound(table, facts);
  const pairs = flags.map(({ entryId }) => ({ entryId, judgeId: actor.personId }));
  const conflicts = await loadConflicts(table, path.editionId, pairs);
  const seen = flags.filter(({ entryId }) => !conflicts.has(`${entryId} ${actor.personId}`));
  return { roundId: path.roundId, flags: seen.map(flagReply) };
});
