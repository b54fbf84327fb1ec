import { proposeAssignment } from '../../lib/contest/assignment/propose.ts';
import { madeUpRound } from '../../test/support/assignment-problems.ts';
import { fixed, median } from '../statistics.ts';

/** `assignment-process.ts entries judges each costs runs`: prints the row of the table as JSON, memory of this process included. */
const [entries = 0, judges = 0, each = 0, costs = 0, runs = 0] = process.argv.slice(2).map(Number);
const problem = madeUpRound({ entries, judges, each, costs: costs === 1, conflictIn: 20 });
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
console.log(
  JSON.stringify([
    `${entries} × ${judges} × ${each}${costs === 1 ? ', costs' : ''}`,
    fixed(median(times), 0),
    fixed(Math.min(...times), 0),
    fixed(median(cpu), 0),
    `${answer.cost}`,
    `${coReadings.least} to ${coReadings.most}`,
    fixed(efficiency ?? Number.NaN, 3),
    fixed(process.resourceUsage().maxRSS / 1024, 0),
  ]),
);
