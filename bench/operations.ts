import { found } from '../lib/contest/found.ts';
import { roundOf, rubricFor } from '../lib/contest/plan.ts';
import { skipsDynamoLocal, startDynamoLocal } from '../test/support/dynamo-local.ts';
import { examplePlan } from '../test/support/example-plan.ts';
import { latencies } from './contest/latencies.ts';
import { measuredCalls } from './contest/measured-calls.ts';
import { roundId } from './contest/seed-contest.ts';
import { type Cost, tripsAndUnits } from './contest/trips-and-units.ts';
import { startHost } from './host/start-host.ts';
import type { Effort, Section } from './report.ts';
import { fixed, quantile } from './statistics.ts';

/** Round trips (P4) and capacity units (P5) of each operation, and its latency on one machine, in a small and a large contest. */
export const operations = async ({ quick }: Effort): Promise<readonly Section[]> => {
  const sizes = quick ? [10, 100] : [10, 10_000];
  const calls = quick ? 5 : 100;
  const costs = skipsDynamoLocal() ? undefined : await costsAt(sizes);
  const times = [];
  for (const size of sizes) times.push(await timesAt(size, calls));
  const [small = [], large = []] = times;
  return [
    ...(costs === undefined ? [] : [unitsSection(sizes, costs)]),
    {
      title: `Latency on SQLite through the running host, ms, ${calls} calls one at a time`,
      columns: [
        'operation',
        ...sizes.flatMap((size) => [
          `p50 at ${size.toLocaleString('en')}`,
          `p99 at ${size.toLocaleString('en')}`,
        ]),
      ],
      rows: small.map(({ operation, p50, p99 }, at) => [
        operation,
        fixed(p50, 2),
        fixed(p99, 2),
        fixed(large[at]?.p50 ?? Number.NaN, 2),
        fixed(large[at]?.p99 ?? Number.NaN, 2),
      ]),
      notes: [
        'HTTP over loopback from another process, token verified, every write on the disk (synchronous=FULL) before its answer.',
        'getProgress reads a small card of each entry of the round: a few pages of the table.',
      ],
    },
  ];
};

/** Criteria of the rubric that all seeded entries of the first track are scored by. */
function criteria(): readonly string[] {
  const plan = examplePlan();
  return found(rubricFor(found(roundOf(plan, roundId)), 'du-an')).criteria.map(({ id }) => id);
}

async function costsAt(sizes: readonly number[]): Promise<readonly (readonly Cost[])[]> {
  const dynamo = await startDynamoLocal();
  try {
    const costs = [];
    for (const size of sizes) costs.push(await tripsAndUnits(dynamo, size, criteria()));
    return costs;
  } finally {
    await dynamo.stop();
  }
}

function unitsSection(
  sizes: readonly number[],
  [small = [], large = []]: readonly (readonly Cost[])[],
): Section {
  const [few, many] = sizes.map((size) => size.toLocaleString('en'));
  return {
    title: 'Round trips and capacity units of each operation (P4, P5)',
    columns: [
      'operation',
      'reads',
      'writes',
      'waits',
      `read units at ${few}`,
      `at ${many} entries`,
      `write units at ${few}`,
      `at ${many} entries`,
    ],
    rows: small.map((cost) => {
      const { operation, reads, writes, waits, readUnits, writeUnits } = cost;
      const more = large.find((one) => one.operation === operation);
      // Whoever reads a whole round asks more often in a larger one.
      const both = (few: number, then = few) => (few === then ? few : `${few} / ${then}`);
      return [
        operation,
        both(reads, more?.reads),
        writes,
        both(waits, more?.waits),
        readUnits,
        more?.readUnits ?? '',
        writeUnits,
        more?.writeUnits ?? '',
      ];
    }),
    notes: [
      'Counted at the table port; waits: round trips one after the other (those at the same time wait together).',
      'Read units as DynamoDB Local reports them. Write units by DynamoDB’s rule from the items themselves (transactions twice, checks and index entries included): Local adds up the sizes of a transaction before it rounds and leaves its checks out.',
      'Every write carries its idempotency and audit record in the same transaction. getProgress reads a small card of each entry of the round.',
      'From getRound on: with judges at work. Closing, ranking and proposing read the round whole; nothing is proposed for more than 4,000 entries.',
    ],
  };
}

async function timesAt(entries: number, calls: number) {
  await using host = await startHost(entries, calls);
  const rows = [];
  for (const call of measuredCalls(host.seeded, criteria())) {
    const taken = await latencies(host, call, call.isWhole ? Math.min(calls, 10) : calls);
    rows.push({
      operation: call.route.operation,
      p50: quantile(taken, 0.5),
      p99: quantile(taken, 0.99),
    });
  }
  return rows;
}
