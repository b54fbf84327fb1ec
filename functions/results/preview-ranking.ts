import { flagBlockers } from '../../lib/contest/flag.ts';
import { found } from '../../lib/contest/found.ts';
import { outcomeBlockers } from '../../lib/contest/outcome.ts';
import { resultRoutes } from '../../lib/contract/result-routes.ts';
import { ownConflicts } from '../../lib/derived/own-conflicts.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { previewReply } from './preview-reply.ts';

/** An organiser looks at the ranking of a closed round: the dry run of everything that follows. */
export const previewRanking = endpoint(
  resultRoutes.previewRanking,
  async ({ path, actor, table, admit }) => {
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const { outcome, digest, flags } = await roundOutcome(table, facts);
    const entryIds = outcome.rankings.flatMap(({ entries }) =>
      entries.map(({ entryId }) => entryId),
    );
    const hidden = await ownConflicts(table, facts.member, entryIds);
    const state = found(facts.round).state === 'approved' ? 'approved' : 'closed';
    const blockers = [...outcomeBlockers(outcome), ...flagBlockers(flags)];
    return previewReply(outcome, { digest, state, blockers, hidden });
  },
);
