import type { AssignmentProblem } from '../../lib/contest/assignment/problem.ts';
import { randomFrom } from '../../lib/contest/assignment/random.ts';

/** A digest as good as any: what its words are does not matter. */
const someDigest = '9b1c'.repeat(16);

/** A problem with nothing in it but what is named. */
export function problemOf(parts: Partial<AssignmentProblem>): AssignmentProblem {
  return {
    entries: [],
    judges: [],
    conflicts: [],
    fixed: [],
    costs: [],
    loads: 'even',
    tolerance: 0,
    digest: someDigest,
    ...parts,
  };
}

/** How large a made-up round is; one pair in `conflictIn` is a conflict, costs are 0 to 99 or all 0. */
export interface RoundSize {
  readonly entries: number;
  readonly judges: number;
  readonly each: number;
  readonly costs: boolean;
  readonly conflictIn: number;
}

/** A made-up round, the same each time: judges may read two entries more than their even share. */
export function madeUpRound(size: RoundSize): AssignmentProblem {
  const random = randomFrom(someDigest);
  const entries = idsOf('entry', size.entries).map((entryId) => ({ entryId, judges: size.each }));
  const atMost = Math.ceil((size.entries * size.each) / size.judges) + 2;
  const judges = idsOf('judge', size.judges).map((judgeId) => ({ judgeId, atLeast: 0, atMost }));
  const pairs = entries.flatMap(({ entryId }) =>
    judges.map(({ judgeId }) => ({ entryId, judgeId })),
  );
  return problemOf({
    entries,
    judges,
    conflicts: pairs.filter(() => random.below(size.conflictIn) === 0),
    costs: size.costs ? pairs.map((pair) => ({ ...pair, cost: random.below(100) })) : [],
    loads: size.costs ? 'cheapest' : 'even',
  });
}

/** `entry-0000`, `entry-0001`, …: in order bytewise. */
export function idsOf(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${kind}-${String(at).padStart(4, '0')}`);
}
