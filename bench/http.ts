import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { editionId } from './contest/seed-contest.ts';
import { pinned } from './host/pinned.ts';
import { startServerlessOffline } from './host/serverless-offline.ts';
import { startHost } from './host/start-host.ts';
import type { Effort, Section } from './report.ts';
import { fixed, median } from './statistics.ts';

/** One thing that is asked over and over. */
interface Target {
  readonly name: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
  readonly status: number;
  readonly perSecond: number[];
  readonly p99: number[];
}

const post = { 'content-type': 'application/json' };
const body = JSON.stringify({ planVersion: 1, points: { a: '12.5', b: '8' }, comment: 'Đã đọc.' });

/** How many requests a second one process answers (P7), the host's beside the least that Node can do. */
export const http = async ({
  quick,
  withServerlessOffline,
}: Effort): Promise<readonly Section[]> => {
  await using opening = new AsyncDisposableStack();
  const host = opening.use(await startHost(10, 1));
  const raw = opening.use(await startRaw());
  const offline = withServerlessOffline ? opening.use(await startServerlessOffline()) : undefined;
  const target = (name: string, url: string, more: Partial<Target>): Target => ({
    name,
    url,
    method: 'GET',
    status: 200,
    perSecond: [],
    p99: [],
    ...more,
  });
  const api = `${host.origin}/api`;
  const authorization = `Bearer ${host.tokens.submitters[0]}`;
  const entry = `${api}/editions/${editionId}/entries/${host.seeded.drafts[0]}`;
  const rawPost = target('raw `node:http` POST', raw.url, { method: 'POST', headers: post, body });
  const targets = [
    rawPost,
    target('no such route, 404', `${api}/nothing`, { status: 404 }),
    target('without a token, 401', entry, { status: 401 }),
    target(
      'token verified, body refused by the schema, 422',
      `${api}/editions/${editionId}/entries`,
      {
        method: 'POST',
        headers: {
          ...post,
          authorization,
          'idempotency-key': '0190a6e0-7f4d-7abc-8def-0123456789ab',
        },
        body,
        status: 422,
      },
    ),
    target('getEdition, public, from SQLite', `${api}/editions/${editionId}`, {}),
    target('listEditions, public, from SQLite', `${api}/editions`, {}),
    target('getEntry, signed in, from SQLite', entry, { headers: { authorization } }),
    ...(offline === undefined
      ? []
      : [
          target('getEdition on serverless-offline', `${offline.api}/editions/${editionId}`, {}),
          target('listEditions on serverless-offline', `${offline.api}/editions`, {}),
        ]),
  ];
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    for (const each of targets) await load(each, quick ? 1 : 5);
  }
  const floor = median(rawPost.perSecond);
  return [
    {
      title:
        'Requests a second over loopback, 20 connections (P7: at least 0.4 × raw where no store is involved)',
      columns: ['request', 'a second', '**× raw**', 'p99 ms'],
      rows: targets.map(({ name, perSecond, p99 }) => [
        name,
        fixed(median(perSecond), 0),
        `**${fixed(median(perSecond) / floor, 2)}**`,
        fixed(median(p99), 0),
      ]),
      notes: [
        'autocannon in this process; each server in one of its own on one processor; in turns, median of the rounds.',
        'The raw server parses the body and writes it back. The host matches the route, verifies the token, builds the event of API Gateway, and runs the function’s whole chain.',
        ...(offline?.note === undefined ? [] : [offline.note]),
      ],
    },
  ];
};

async function load(target: Target, seconds: number): Promise<void> {
  const { url, method, headers, body: sent, status } = target;
  const result = await autocannon({
    url,
    method,
    connections: 20,
    duration: seconds,
    ...(headers === undefined ? {} : { headers }),
    ...(sent === undefined ? {} : { body: sent }),
  });
  const answered = result.statusCodeStats?.[`${status}`]?.count ?? 0;
  if (answered === 0 || answered < result.requests.total - 50) {
    throw new Error(`${target.name}: ${JSON.stringify(result.statusCodeStats)}`);
  }
  target.perSecond.push(result.requests.average);
  target.p99.push(result.latency.p99);
}

async function startRaw(): Promise<AsyncDisposable & { readonly url: string }> {
  const [command, args] = pinned(process.execPath, [
    join(import.meta.dirname, 'host', 'raw-process.ts'),
  ]);
  const child: ChildProcess = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('no pipes');
  const [line] = await once(createInterface(stdout), 'line');
  const { port } = JSON.parse(String(line));
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      stdin.end();
      await ended;
    },
  };
}
