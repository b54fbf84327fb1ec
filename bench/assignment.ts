import { proposeAssignment } from '../lib/contest/assignment/propose.ts';
import { madeUpRound, type RoundSize } from '../test/support/assignment-problems.ts';
import type { Effort, Section } from './report.ts';
import { fixed, median } from './statistics.ts';

/** Proposing who reads what: feasibility, least cost, one piece, balance and report, out of facts in memory. */
export const assignment = async ({ quick }: Effort): Promise<readonly Section[]> => {
  const usual = { entries: 200, judges: 30, each: 5, conflictIn: 20 };
  const large = { entries: 2000, judges: 200, each: 4, conflictIn: 20 };
  const sizes: readonly RoundSize[] = (quick ? [usual] : [usual, large]).flatMap((size) => [
    { ...size, costs: false },
    { ...size, costs: true },
  ]);
  return [
    {
      title: 'Proposing an assignment (targets: 200 × 30 × 5 in 2 s, 2,000 × 200 × 4 in 15 s)',
      columns: [
        'entries × judges × each',
        'median ms',
        'min ms',
        'CPU ms',
        'cost',
        'co-readings',
        'efficiency',
        'peak MB so far',
      ],
      rows: sizes.map((size) => rowOf(size, quick || size.entries > 1000 ? 3 : 9)),
      notes: [
        'One pair in 20 is a conflict. Without costs loads are even; with costs of 0 to 99 the cheapest is sought.',
        'The peak is of the whole process; the target, 256 MB, holds for this part run alone.',
      ],
    },
  ];
};

function rowOf(size: RoundSize, runs: number): (string | number)[] {
  const problem = madeUpRound(size);
  const times: number[] = [];
  const cpu: number[] = [];
  let answer = proposeAssignment(problem);
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    const started = performance.now();
    answer = proposeAssignment(problem);
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  if (!answer.possible) throw new Error('the round of the benchmark has an assignment');
  const { coReadings, efficiency } = answer.report;
  return [
    `${size.entries} × ${size.judges} × ${size.each}${size.costs ? ', costs' : ''}`,
    fixed(median(times), 0),
    fixed(Math.min(...times), 0),
    fixed(median(cpu), 0),
    answer.cost,
    `${coReadings.least} to ${coReadings.most}`,
    fixed(efficiency ?? Number.NaN, 3),
    fixed(process.resourceUsage().maxRSS / 1024, 0),
  ];
}
