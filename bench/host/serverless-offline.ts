import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import { freePort } from '../../test/support/free-port.ts';
import { editionId, seedContest } from '../contest/seed-contest.ts';
import { pinned } from './pinned.ts';

/** The last versions that run without an account. */
const packages = ['serverless@3.40.0', 'serverless-offline@13.9.0'];

export interface Offline extends AsyncDisposable {
  /** Where its API is. */
  readonly api: string;
  readonly note: string;
}

/** serverless-offline with the real function on SQLite, installed into a folder of its own that goes away afterwards. */
export async function startServerlessOffline(): Promise<Offline> {
  await using opening = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'contest-offline-'));
  opening.defer(async () => await rm(folder, { recursive: true, force: true }));
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...packages], {
    stdio: 'ignore',
  });
  await build({
    entryPoints: [join(import.meta.dirname, 'offline-handler.ts')],
    outfile: join(folder, 'handler.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'warning',
  });
  const table = openSqliteTable({ file: join(folder, 'contest.sqlite') });
  const cast = { organiser: 'organiser-0001', secretary: 'secretary-0001', judge: 'judge-0001' };
  await seedContest(table, { ...cast, submitters: ['submitter-0001'] }, 10);
  await table.close();
  const port = await freePort();
  await writeFile(join(folder, 'serverless.yml'), serviceOf(port, await freePort()));
  const cli = join(folder, 'node_modules', 'serverless', 'bin', 'serverless.js');
  const [command, args] = pinned(process.execPath, [cli, 'offline', 'start']);
  const child = spawn(command, args, { cwd: folder, env: environment(folder), stdio: 'ignore' });
  opening.defer(async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  });
  const api = `http://127.0.0.1:${port}/api`;
  await answers(`${api}/editions/${editionId}`);
  const opened = opening.move();
  return {
    api,
    note: `${packages.join(' with ')}: the same function on the same kind of table.`,
    [Symbol.asyncDispose]: async () => await opened.disposeAsync(),
  };
}

const serviceOf = (port: number, lambdaPort: number): string => `service: contest
frameworkVersion: '3'
configValidationMode: 'off'
provider: { name: aws, runtime: nodejs20.x, region: ap-southeast-1 }
plugins: [serverless-offline]
custom:
  serverless-offline: { host: 127.0.0.1, httpPort: ${port}, lambdaPort: ${lambdaPort}, noPrependStageInUrl: true }
functions:
  editions:
    handler: handler.handler
    events:
      - httpApi: 'GET /api/editions'
      - httpApi: 'GET /api/editions/{editionId}'
`;

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  CONTEST_FOLDER: folder,
  SLS_TELEMETRY_DISABLED: '1',
  SLS_NOTIFICATIONS_MODE: 'off',
  SLS_ANALYTICS_URL: '',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
});

async function answers(url: string): Promise<void> {
  for (let left = 240; left > 0; left -= 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(500);
  }
  throw new Error('serverless-offline did not answer');
}
