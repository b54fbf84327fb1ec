import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginDrafts, closesAt, type Draft, type StormSize, setUpEdition } from './drafts.ts';
import { type Crowd, gather, type HandedIn, handIn, steps } from './hand-in.ts';
import { startKillableHost } from './killable-host.ts';
import { type Found, readBack } from './read-back.ts';
import { openTransport } from './transport.ts';

/** What a storm left behind. */
export interface Storm extends Found {
  readonly handedIn: readonly HandedIn[];
  /** Of those that were handed in as fast as the host could take them. */
  readonly rush: { readonly handedIn: readonly HandedIn[]; readonly seconds: number };
  readonly kills: number;
  readonly faults: readonly string[];
}

const close = Date.parse(closesAt);
const HOUR_MS = 3_600_000;

/**
 * Many clients save, upload and hand in at once; the clock is set to the last seconds, and the last submits arrive around the
 * close. Meanwhile the host is killed so many times at random moments. Then everything is read back.
 */
export async function runStorm(size: StormSize, kills: number): Promise<Storm> {
  await using opening = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'contest-storm-'));
  opening.defer(async () => await rm(folder, { recursive: true, force: true }));
  const { clients: applicants } = size;
  const host = opening.use(
    await startKillableHost(folder, { moment: close - HOUR_MS, applicants }),
  );
  const transport = opening.use(openTransport());
  const killer = killsAtRandom(kills, size, host.kill);
  const crowd = gather(host, transport, killer.onAnswer);
  await setUpEdition(crowd.administrator, size);
  const drafts = await Promise.all(
    crowd.applicants.map(async (client, owner) => await beginDrafts(client, owner, size)),
  );

  killer.begin();
  const early = size.draftsEach - size.lastEach;
  const spread = size.lastMilliseconds / 2;
  const started = performance.now();
  const rushed = (
    await Promise.all(drafts.map(async (own) => await inTurn(crowd, own.slice(0, early))))
  ).flat();
  const seconds = (performance.now() - started) / 1000;
  await host.setClock(close - size.lastMilliseconds);
  const last = await Promise.all(
    drafts.flatMap((own) =>
      own
        .slice(early)
        .map(
          async (draft, at) =>
            await handIn(crowd, draft, close + around(spread, (draft.owner + at) % 2 === 0)),
        ),
    ),
  );
  const done = await killer.end();
  const handedIn = [...rushed, ...last];
  // Only what a new process finds was kept.
  if (kills > 0) await host.kill();
  const found = await readBack(crowd, folder, handedIn);
  const { faults } = host;
  return { handedIn, rush: { handedIn: rushed, seconds }, kills: done, faults, ...found };
}

async function inTurn(crowd: Crowd, drafts: readonly Draft[]): Promise<HandedIn[]> {
  const handedIn: HandedIn[] = [];
  for (const draft of drafts) handedIn.push(await handIn(crowd, draft));
  return handedIn;
}

/** Milliseconds from the close: the nearer to it the more. */
function around(spread: number, isBefore: boolean): number {
  const away = spread * Math.random() ** 2;
  return isBefore ? -away : away;
}

/** Kills after random numbers of answers, each in its own part of the storm, so that none comes when all is over. */
function killsAtRandom(kills: number, size: StormSize, kill: () => Promise<void>) {
  // Some are refused before their last act, and a kill is to meet somebody.
  const acts = 0.9 * size.clients * (size.draftsEach - size.lastEach) * steps.length;
  const moments = Array.from({ length: kills }, (_, at) => ((at + Math.random()) / kills) * acts);
  const killed: Promise<void>[] = [];
  let answers = Number.NEGATIVE_INFINITY;
  const soon = async (): Promise<void> => {
    await sleep(Math.random() * 20);
    await kill();
  };
  return {
    begin: () => {
      answers = 0;
    },
    onAnswer: () => {
      answers += 1;
      if (answers <= (moments[killed.length] ?? Number.POSITIVE_INFINITY)) return;
      const one = soon();
      // Whoever waits for it is told; until then it is no unhandled failure.
      one.catch(() => undefined);
      killed.push(one);
    },
    async end(): Promise<number> {
      await Promise.all(killed);
      return killed.length;
    },
  };
}
