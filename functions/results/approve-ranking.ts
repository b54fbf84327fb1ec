import { flagBlockers } from '../../lib/contest/flag.ts';
import { found } from '../../lib/contest/found.ts';
import { advancedEntries, approveOutcome } from '../../lib/contest/outcome.ts';
import { resultRoutes } from '../../lib/contract/result-routes.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedRound, loadRound } from '../../lib/store/judging.ts';
import { newOutcome, writeOutcomeParts } from '../../lib/store/outcomes.ts';

/** An organiser approves the very ranking that was seen; the round ends, and its best go on. */
export const approveRanking = endpoint(
  resultRoutes.approveRanking,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const { outcome, digest, flags } = await roundOutcome(table, facts);
    const round = approveOutcome(
      { round: found(facts.round), outcome, digest, flagged: flagBlockers(flags) },
      { digest: body.digest, by: actor.personId, now },
    );
    const advanced = advancedEntries(outcome);
    const parts = await writeOutcomeParts(table, outcome, digest);
    return save({
      changes: [changedRound(round), newOutcome(outcome, { digest, parts, advanced })],
      reply: { roundId, digest, approvedAt: now, advanced },
      subject: `round/${editionId}/${roundId}`,
      detail: { digest },
    });
  },
);
