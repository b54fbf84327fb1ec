import type { Pair } from './assign.ts';
import type { AssignmentProblem, EntryDemand } from './assignment/problem.ts';
import type { Member } from './people.ts';
import type { RoundPlan } from './plan.ts';
import { proposalCosts } from './proposal-costs.ts';

/**
 * The problem whose solution completes a round's assignment: what stands is fixed, so that a refill after a recusal or an
 * absence changes nothing else. In a pitch round everybody without a conflict reads everything, unless told.
 */
export function assignmentProblem(
  facts: {
    readonly round: RoundPlan;
    readonly entries: readonly { readonly entryId: string; readonly fieldId?: string }[];
    readonly judges: readonly Member[];
    readonly conflicts: readonly Pair[];
    readonly standing: readonly Pair[];
  },
  wish: { readonly judgesPerEntry?: number; readonly digest: string },
): AssignmentProblem {
  const { round, entries, judges, conflicts, standing } = facts;
  const asked = wish.judgesPerEntry ?? (round.kind === 'pitch' ? 'all' : round.judgesPerEntry);
  const ofEntry = Map.groupBy(standing, ({ entryId }) => entryId);
  const ofJudge = Map.groupBy(standing, ({ judgeId }) => judgeId);
  const demand = ({ entryId }: { readonly entryId: string }): EntryDemand => {
    const held = ofEntry.get(entryId)?.length ?? 0;
    return { entryId, judges: asked === 'all' ? asked : Math.max(asked, held) };
  };
  return {
    entries: entries.map(demand),
    judges: judges.map(({ personId: judgeId, capacity = entries.length }) => ({
      judgeId,
      atLeast: 0,
      // What somebody has already stays, also beyond what they said they could read.
      atMost: Math.max(capacity, ofJudge.get(judgeId)?.length ?? 0),
    })),
    conflicts,
    fixed: standing,
    costs: proposalCosts(entries, judges),
    loads: 'even',
    tolerance: 0,
    digest: wish.digest,
  };
}
