import { found, refuse } from '../../lib/contest/found.ts';
import { chairStanding } from '../../lib/contest/panel.ts';
import { rulingRoutes } from '../../lib/contract/ruling-routes.ts';
import { ownConflicts } from '../../lib/derived/own-conflicts.ts';
import { deriveRound } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
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
  const entryIds = flags.map(({ entryId }) => entryId);
  const close = await ownConflicts(table, facts.member, entryIds);
  const seen = flags.filter(({ entryId }) => !close.has(entryId));
  return { roundId: path.roundId, flags: seen.map(flagReply) };
});
