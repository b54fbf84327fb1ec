import { found } from '../../lib/contest/found.ts';
import { roundOf, rubricFor } from '../../lib/contest/plan.ts';
import { examplePlan } from '../../test/support/example-plan.ts';
import { roundId } from '../contest/seed-contest.ts';
import type { Section } from '../report.ts';
import { fixed, quantile } from '../statistics.ts';
import { judgeAtWork } from './judge-at-work.ts';
import { startJudgingHost } from './judging-host.ts';

/** So many judges save and hand in at the same time, over HTTP on one machine; what was acknowledged is read back. */
export async function savingAtOnce(judges: number, saves: number): Promise<Section> {
  await using host = await startJudgingHost(judges);
  const rubric = found(rubricFor(found(roundOf(examplePlan(), roundId)), 'du-an'));
  const criteria = rubric.criteria.map(({ id }) => id);
  const started = performance.now();
  const done = await Promise.all(
    host.judges.map(async (judge) => await judgeAtWork(host.origin, judge, { saves, criteria })),
  );
  const seconds = (performance.now() - started) / 1000;
  const all = done.flatMap((one) => one.saves);
  const lost = done.flatMap((one) => one.lost);
  for (const line of lost.slice(0, 5)) console.error(line);
  const repeated = done.reduce((sum, one) => sum + one.repeated, 0);
  // Each judge saves, hands in and reads once more.
  const requests = judges * (saves + 2);
  const row = (what: string, taken: readonly number[]) => [
    what,
    taken.length,
    fixed(quantile(taken, 0.5), 0),
    fixed(quantile(taken, 0.99), 0),
    fixed(Math.max(...taken), 0),
  ];
  return {
    title: `${judges} judges at once, each on an own connection: ${lost.length} lost, ${fixed(requests / seconds, 0)} requests a second`,
    columns: ['act', 'acknowledged', 'p50 ms', 'p99 ms', 'longest ms'],
    rows: [
      row(
        'the first save, all in the same instant',
        done.map((one) => one.saves[0] ?? Number.NaN),
      ),
      row(`${saves} saves each, without a pause`, all),
      row(
        'handing in',
        done.map((one) => one.submit),
      ),
    ],
    notes: [
      'HTTP over loopback, client and host in a process each; every save on the disk (synchronous=FULL) before its answer, with its audit record.',
      'Lost: an answer that is not what was sent, or a sheet that is not as it was acknowledged last when it is read back.',
      `${repeated} requests were sent again with the same key because their connection was gone.`,
      'No judge pauses here: what a save takes is the queue of all the others, not the work.',
    ],
  };
}
