import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { type Bundle, callerBundle, ourBundle, typicalBundle } from './cold/bundles.ts';
import { coldJobs, type Job } from './cold/jobs.ts';
import { startStubDynamo } from './cold/stub-dynamo.ts';
import type { Effort, Section } from './report.ts';
import { fixed, median } from './statistics.ts';

const figures = z.object({
  readyMs: z.number(),
  firstMs: z.number(),
  cpuMs: z.number(),
  builtins: z.number(),
  http: z.boolean(),
  undici: z.boolean(),
  status: z.number(),
  problem: z.string(),
});
type Figures = z.infer<typeof figures>;

/** One bundle with one call of it. */
interface Start {
  readonly bundle: Bundle;
  readonly eventFile: string;
  readonly endpoint: string;
  readonly seen: Figures[];
}

/** Process start, import and first call of each function (P1), its size and what of Node it loads (P2). */
export const coldStart = async ({ quick }: Effort): Promise<readonly Section[]> => {
  await using opening = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'contest-cold-'));
  opening.defer(async () => await rm(folder, { recursive: true }));
  const jobs = await coldJobs();
  const caller = await callerBundle(folder);
  const starts = await startsOf(jobs, folder, opening);
  const rounds = quick ? 2 : 25;
  // In turns: what the neighbours do to the machine reaches every bundle alike.
  for (let round = 0; round < rounds; round += 1) {
    for (const start of starts) start.seen.push(await run(caller, start));
  }
  const empty = startNamed(starts, 'typical-empty');
  const rows = jobs.map((job) => {
    const ours = startNamed(starts, `our-${job.capability}`);
    const theirs = startNamed(starts, `typical-${job.typical}`);
    return rowOf(job, { ours, theirs, empty });
  });
  return [
    {
      title: `Cold start: process start, import, first call (P1: at most 0.60 × typical), median of ${rounds}`,
      columns: [
        'function (first call)',
        'kB',
        'typical kB',
        'ready + first ms',
        'typical ms',
        '**× typical**',
        '× empty',
        'CPU × typical',
        'builtins',
        'http / undici',
      ],
      rows,
      notes: [
        `An empty bundle takes ${fixed(totalOf(empty))} ms in this run (min ${fixed(Math.min(...empty.seen.map(total)))}).`,
        'Against a stub of DynamoDB over loopback HTTP: no TLS, no network. kB are thousands of bytes, minified.',
        'Typical: middy with three stock middlewares, `import { z }`, document client, SDK presign for uploads; bundled and minified, SDK inside; one operation in each, while ours holds all operations of its capability.',
        'builtins: modules of Node loaded when the handler is; http: `node:http` among them; undici: loaded at any time.',
      ],
    },
  ];
};

async function startsOf(
  jobs: readonly Job[],
  folder: string,
  opening: AsyncDisposableStack,
): Promise<readonly Start[]> {
  const starts: Start[] = [];
  for (const [at, job] of jobs.entries()) {
    const eventFile = join(folder, `event-${job.capability}.json`);
    await writeFile(eventFile, JSON.stringify(job.event));
    const stub = await startStubDynamo(job.items);
    opening.defer(stub.close);
    const bundles = [
      ...(at === 0 ? [await typicalBundle(folder, 'empty')] : []),
      await ourBundle(folder, job.capability),
      await typicalBundle(folder, job.typical),
    ];
    for (const bundle of bundles) starts.push({ bundle, eventFile, endpoint: stub.url, seen: [] });
  }
  return starts;
}

async function run(caller: Bundle, { bundle, eventFile, endpoint }: Start): Promise<Figures> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [caller.file, bundle.file, eventFile],
    {
      env: {
        AWS_REGION: 'ap-southeast-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        AWS_SESSION_TOKEN: 'local',
        AWS_ENDPOINT_URL_DYNAMODB: endpoint,
        MAIN_TABLE: 'main',
        LEDGER_TABLE: 'ledger',
        DOCUMENTS_BUCKET: 'documents',
        DOCUMENTS_ORIGIN: 'https://documents.example.vn',
        ORIGIN: 'https://contest.example.vn',
        MALWARE_SCAN: 'required',
      },
    },
  );
  const line = stdout.split('\n').find((each) => each.startsWith('FIGURES')) ?? '';
  const seen = figures.parse(JSON.parse(line.slice('FIGURES'.length)));
  if (seen.status >= 300)
    throw new Error(`${bundle.name} answered ${seen.status}: ${seen.problem}`);
  return seen;
}

function startNamed(starts: readonly Start[], name: string): Start {
  const found = starts.find(({ bundle }) => bundle.name === name);
  if (found === undefined) throw new Error(`no bundle ${name}`);
  return found;
}

const total = ({ readyMs, firstMs }: Figures): number => readyMs + firstMs;
const totalOf = ({ seen }: Start): number => median(seen.map(total));
const cpuOf = ({ seen }: Start): number => median(seen.map(({ cpuMs }) => cpuMs));

function rowOf(
  { operation, capability }: Job,
  { ours, theirs, empty }: { ours: Start; theirs: Start; empty: Start },
): (string | number)[] {
  const [first] = ours.seen;
  return [
    `${capability} (${operation})`,
    fixed(ours.bundle.bytes / 1000, 0),
    fixed(theirs.bundle.bytes / 1000, 0),
    fixed(totalOf(ours)),
    fixed(totalOf(theirs)),
    `**${fixed(totalOf(ours) / totalOf(theirs), 2)}**`,
    fixed(totalOf(ours) / totalOf(empty), 2),
    fixed(cpuOf(ours) / cpuOf(theirs), 2),
    first?.builtins ?? '',
    `${first?.http ? 'yes' : 'no'} / ${ours.seen.some(({ undici }) => undici) ? 'yes' : 'no'}`,
  ];
}
