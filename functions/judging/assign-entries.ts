import { distinctPairs, draftAssignments } from '../../lib/contest/assign.ts';
import { assignmentBlockers } from '../../lib/contest/assignment-blockers.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { roundBefore } from '../../lib/contest/plan.ts';
import { type Round, takeAssignment, whyNotAssign } from '../../lib/contest/round.ts';
import { judgingRoutes } from '../../lib/contract/judging-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import type { Table } from '../../lib/platform/table.ts';
import { loadAssignmentFacts, writeAssignments } from '../../lib/store/assignments.ts';
import { recordDerived } from '../../lib/store/derived-conflicts.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { unchanged } from '../../lib/store/items.ts';
import { changedRound, loadRound } from '../../lib/store/judging.ts';
import { keys } from '../../lib/store/keys.ts';
import { loadOutcomeHead } from '../../lib/store/outcomes.ts';

/**
 * An organiser gives entries to judges. Tasks are written first, under a revision made of the request, and
 * come into force by one transaction: a repeated request goes on where it stopped, and nobody sees half of it.
 */
export const assignEntries = endpoint(
  judgingRoutes.assignEntries,
  async ({ path, body, actor, now, newId, table, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    const edition = found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    refuse(whyNotAssign(edition, round, now));
    const pairs = distinctPairs(body.pairs);
    const assigned = await loadAssignmentFacts(table, round, pairs);
    const derived = await recordDerived(table, round, assigned.derived, { now, newId });
    const conflicts = new Map([...assigned.conflicts, ...derived]);
    const before = roundBefore(found(facts.plan).plan, roundId);
    const advanced = before && (await advancedInto(table, round, before.id));
    const blockers = assignmentBlockers(pairs, {
      ...assigned,
      conflicts,
      panel: round.panel,
      advanced,
    });
    refuse(
      blockers.length > 0 ? { code: 'state-conflict', state: round.state, blockers } : undefined,
    );
    const named = [roundId, pairs, ...(round.removals === undefined ? [] : [round.removals])];
    const revision = sha256Hex(JSON.stringify(named)).slice(0, 16);
    const drafts = draftAssignments(round, revision, pairs, assigned.submissions);
    await writeAssignments(table, round, drafts);
    return save({
      changes: [
        changedRound(takeAssignment(round, revision)),
        unchanged(keys.edition(editionId), edition.version),
      ],
      reply: { roundId, assigned: pairs.length, revision },
      subject: `round/${editionId}/${roundId}`,
      detail: { revision, pairs: pairs.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`) },
    });
  },
);

async function advancedInto(
  table: Table,
  round: Round,
  beforeId: string,
): Promise<ReadonlySet<string>> {
  const head = await loadOutcomeHead(table, round.editionId, beforeId);
  return new Set(head?.advanced ?? []);
}
