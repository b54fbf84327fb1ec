import type { Pair } from '../assign.ts';
import { type CompiledProblem, pairAt } from './compiled-problem.ts';
import type { Constraint, ImpossibleReason, TooFewCards, TooFewJudges } from './problem.ts';
import { type Shortage, shortagesOf } from './shortages.ts';

/**
 * All reasons why no assignment meets every demand, bound, conflict and fixed pair; none if one does. That entries find
 * their judges and judges their cards may be asked apart: where each can be, both can (Mendelsohn and Dulmage).
 */
export function reasonsAgainst(problem: CompiledProblem): readonly ImpossibleReason[] {
  const wrong = wrongFixes(problem);
  if (wrong.length > 0) return wrong;
  const entries = problem.entryIds.map((_, at) => at);
  const judges = problem.judgeIds.map((_, at) => at);
  const isOpen = (entry: number, judge: number) =>
    !(problem.conflicts.has(entry, judge) || problem.fixed.has(entry, judge));
  const cards = entries.map((at) => (problem.demand[at] ?? 0) - fixedOfEntry(problem, at));
  const fixedLoads = judges.map((at) => fixedOfJudge(problem, at));
  const places = judges.map((at) => (problem.caps[at] ?? 0) - (fixedLoads[at] ?? 0));
  const owed = judges.map((at) => Math.max(0, (problem.floors[at] ?? 0) - (fixedLoads[at] ?? 0)));
  return [
    ...shortagesOf({ wants: cards, places, isOpen }).map((shortage) =>
      tooFewJudges(problem, shortage, places),
    ),
    ...shortagesOf({
      wants: owed,
      places: cards,
      isOpen: (judge, entry) => isOpen(entry, judge),
    }).map((shortage) => tooFewCards(problem, shortage, cards)),
  ];
}

function wrongFixes(problem: CompiledProblem): ImpossibleReason[] {
  const { entryIds, judgeIds, conflicts, fixed, demand, caps } = problem;
  const pairs: Pair[] = [];
  for (const entry of entryIds.keys()) {
    for (const judge of judgeIds.keys()) {
      const isWrong = fixed.has(entry, judge) && conflicts.has(entry, judge);
      if (isWrong) pairs.push(pairAt(problem, entry, judge));
    }
  }
  const overDemand = entryIds.map((entryId, at) => ({
    code: 'fixed-over-demand' as const,
    entryId,
    fixed: fixedOfEntry(problem, at),
    demand: demand[at] ?? 0,
  }));
  const overLoad = judgeIds.map((judgeId, at) => ({
    code: 'fixed-over-load' as const,
    judgeId,
    fixed: fixedOfJudge(problem, at),
    atMost: caps[at] ?? 0,
  }));
  return [
    ...(pairs.length > 0 ? [{ code: 'fixed-in-conflict' as const, pairs }] : []),
    ...overDemand.filter((reason) => reason.fixed > reason.demand),
    ...overLoad.filter((reason) => reason.fixed > reason.atMost),
  ];
}

function tooFewJudges(
  problem: CompiledProblem,
  { missing, wanting, full }: Shortage,
  places: readonly number[],
): TooFewJudges {
  return {
    code: 'too-few-judges',
    missing,
    because: constraintsOf(problem, new Set(wanting.map(({ row }) => row)), new Set(full)),
    entries: wanting.map(({ row, wants, others }) => ({
      entryId: problem.entryIds[row] ?? '',
      wants,
      others,
    })),
    fullJudges: full.map((judge) => ({
      judgeId: problem.judgeIds[judge] ?? '',
      places: places[judge] ?? 0,
    })),
  };
}

function tooFewCards(
  { entryIds, judgeIds }: CompiledProblem,
  { missing, wanting, full }: Shortage,
  cards: readonly number[],
): TooFewCards {
  return {
    code: 'too-few-cards',
    missing,
    judges: wanting.map(({ row, wants, others }) => ({
      judgeId: judgeIds[row] ?? '',
      wants,
      others,
    })),
    fullEntries: full.map((entry) => ({
      entryId: entryIds[entry] ?? '',
      places: cards[entry] ?? 0,
    })),
  };
}

/** What holds the set down: full judges, conflicts with the others, or fixed cards that fill its judges elsewhere. */
function constraintsOf(
  { entryIds, judgeIds, conflicts, fixed }: CompiledProblem,
  entries: ReadonlySet<number>,
  full: ReadonlySet<number>,
): Constraint[] {
  const judges = judgeIds.map((_, at) => at);
  const inConflict = judges.some((judge) =>
    [...entries].some((entry) => conflicts.has(entry, judge)),
  );
  const fixedElsewhere = [...full].some((judge) =>
    entryIds.some((_, entry) => !entries.has(entry) && fixed.has(entry, judge)),
  );
  const found: Constraint[] = [
    ...(full.size > 0 ? ['caps' as const] : []),
    ...(inConflict ? ['conflicts' as const] : []),
    ...(fixedElsewhere ? ['fixed' as const] : []),
  ];
  return found.length > 0 ? found : ['panel'];
}

function fixedOfEntry({ judgeIds, fixed }: CompiledProblem, entry: number): number {
  return judgeIds.filter((_, judge) => fixed.has(entry, judge)).length;
}

function fixedOfJudge({ entryIds, fixed }: CompiledProblem, judge: number): number {
  return entryIds.filter((_, entry) => fixed.has(entry, judge)).length;
}
