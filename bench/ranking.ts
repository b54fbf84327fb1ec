import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { rankRound } from '../lib/contest/ranking-record.ts';
import { plainRules, pointsRubric, submitted } from '../test/support/scored-round.ts';
import type { Effort, Section } from './report.ts';
import { fixed, median } from './statistics.ts';

/** Ranking a large round (P6): the whole record, exact fractions and ties included, out of sheets in memory. */
export const ranking = async ({ quick }: Effort): Promise<readonly Section[]> => {
  const sizes = quick
    ? [{ entries: 100, judges: 5 }]
    : [
        { entries: 500, judges: 6 },
        { entries: 10_000, judges: 5 },
      ];
  return [
    {
      title: 'Ranking a round (P6: 50,000 sheets × 6 criteria in 4 ms)',
      columns: ['sheets', 'median ms', 'min ms', 'CPU ms', 'µs a sheet'],
      rows: sizes.map((size) => rowOf(size, quick ? 2 : 9)),
      notes: [
        'The full record that is approved and published: counted sheets, exact means, floors, rounding, ranks, ties, tracks. P6 is about the points alone in typed arrays.',
      ],
    },
    await previewSection(quick),
  ];
};

const program = join(import.meta.dirname, 'host', 'preview-process.ts');

/** The same round as it lies in the table: what the preview of an organiser takes. */
async function previewSection(quick: boolean): Promise<Section> {
  const sizes = quick ? [{ entries: 40, judges: 5 }] : [500, 10_000].map(withFive);
  const rows: string[][] = [];
  for (const size of sizes) rows.push(await previewRow(size));
  return {
    title: 'Previewing a ranking out of SQLite (goal: 10,000 entries × 5 sheets in 256 MB)',
    columns: ['sheets', 'reading ms', 'ranking ms', 'digest ms', 'peak MB'],
    rows,
    notes: [
      'Reading: tasks, sheets and entries out of the table and through their schemas. One run in a process of its own, whose peak it is.',
      'The example has 7 criteria. The young generation is at most 12 MB.',
    ],
  };
}

const withFive = (entries: number) => ({ entries, judges: 5 });

async function previewRow(size: { entries: number; judges: number }): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'contest-preview-'));
  const file = join(folder, 'contest.sqlite');
  const run = async (...args: string[]) =>
    await promisify(execFile)(process.execPath, ['--max-semi-space-size=4', program, ...args]);
  await run('seed', file, `${size.entries}`, `${size.judges}`);
  const { stdout } = await run('read', file);
  await rm(folder, { recursive: true });
  return z.array(z.string()).parse(JSON.parse(stdout));
}

function rowOf({ entries, judges }: { entries: number; judges: number }, runs: number) {
  const facts = largeRound(entries, judges);
  const times: number[] = [];
  const cpu: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    const started = performance.now();
    const record = rankRound(facts);
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
    if (record.entries.length !== entries) throw new Error('entries are missing in the record');
  }
  const sheets = entries * judges;
  return [
    sheets.toLocaleString('en'),
    fixed(median(times)),
    fixed(Math.min(...times)),
    fixed(median(cpu)),
    fixed((median(times) * 1000) / sheets, 2),
  ];
}

function largeRound(entryCount: number, judges: number) {
  const maxima = { a: 20, b: 20, c: 20, d: 15, e: 15, f: 10 };
  const next = seeded(20_220_731);
  const ids = Array.from({ length: entryCount }, (_, at) => `entry-${String(at).padStart(6, '0')}`);
  return {
    rules: plainRules,
    rubric: pointsRubric(maxima),
    entries: ids.map((entryId, at) => ({ entryId, trackId: at % 3 === 0 ? 'y-tuong' : 'du-an' })),
    sheets: ids.flatMap((entryId) =>
      Array.from({ length: judges }, (_, judge) => {
        const marks = Object.entries(maxima).map(([id, max]) => [
          id,
          Math.floor(next() * (2 * max + 1)) / 2,
        ]);
        return submitted(entryId, `judge-${judge}`, Object.fromEntries(marks));
      }),
    ),
    decisions: {},
  };
}

/** The same marks in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
