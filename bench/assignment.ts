import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Effort, Section } from './report.ts';

const program = join(import.meta.dirname, 'host', 'assignment-process.ts');

/** Proposing who reads what: feasibility, least cost, one piece, balance and report, out of facts in memory. */
export const assignment = async ({ quick }: Effort): Promise<readonly Section[]> => {
  const usual = { entries: 200, judges: 30, each: 5, runs: quick ? 2 : 9 };
  const large = { entries: 2000, judges: 200, each: 4, runs: 3 };
  const rows: string[][] = [];
  for (const size of quick ? [usual] : [usual, large]) {
    for (const costs of [0, 1]) {
      const numbers = [size.entries, size.judges, size.each, costs, size.runs];
      rows.push(await rowOf(numbers));
    }
  }
  return [
    {
      title:
        'Proposing an assignment (targets: 200 × 30 × 5 in 2 s, 2,000 × 200 × 4 in 15 s, 256 MB)',
      columns: [
        'entries × judges × each',
        'median ms',
        'min ms',
        'CPU ms',
        'cost',
        'co-readings',
        'efficiency',
        'peak MB',
      ],
      rows,
      notes: [
        'One pair in 20 is a conflict. Without costs loads are even; with costs of 0 to 99 the cheapest is sought.',
        'The peak is of a process that does nothing else, Node and 400,000 costs as objects included. Its young generation is at most 12 MB; left alone, V8 takes 150 MB more before it collects.',
      ],
    },
  ];
};

/** In a process of its own, so that its memory is its own. */
async function rowOf(numbers: readonly number[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-semi-space-size=4',
    program,
    ...numbers.map((value) => `${value}`),
  ]);
  return z.array(z.string()).parse(JSON.parse(stdout));
}
