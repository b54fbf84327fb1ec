import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints as certificateEndpoints } from '../../functions/certificates/index.ts';
import { endpoints as documentEndpoints } from '../../functions/documents/index.ts';
import { endpoints as editionEndpoints } from '../../functions/editions/index.ts';
import { endpoints as exportEndpoints } from '../../functions/exports/index.ts';
import { reaction as inspection } from '../../functions/inspection/index.ts';
import { endpoints as judgingEndpoints } from '../../functions/judging/index.ts';
import { keepProgress } from '../../functions/judging/keep-progress.ts';
import { reaction as notification } from '../../functions/notification/index.ts';
import { endpoints as paperEndpoints } from '../../functions/papers/index.ts';
import { reaction as publication } from '../../functions/publication/index.ts';
import { endpoints as registrationEndpoints } from '../../functions/registration/index.ts';
import { endpoints as resultEndpoints } from '../../functions/results/index.ts';
import { askForFreeze } from '../../functions/schedule/ask-for-freeze.ts';
import { askForJudgeReminders } from '../../functions/schedule/ask-for-judge-reminders.ts';
import { askForPublication } from '../../functions/schedule/ask-for-publication.ts';
import { askForReminders } from '../../functions/schedule/ask-for-reminders.ts';
import { reaction as schedule } from '../../functions/schedule/index.ts';
import { endpoints as secretariatEndpoints } from '../../functions/secretariat/index.ts';
import { keepList } from '../../functions/secretariat/keep-list.ts';
import { endpoints as submissionEndpoints } from '../../functions/submission/index.ts';
import { endpoints as teamEndpoints } from '../../functions/teams/index.ts';
import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import type { Claims } from '../../lib/http/api-event.ts';
import { lambda } from '../../lib/http/lambda.ts';
import type { EventServices, Settings } from '../../lib/http/services.ts';
import type { ContestEvent } from '../../lib/platform/events.ts';
import { openEventQueue } from '../../lib/platform/host/event-queue.ts';
import { deliverRound } from '../../lib/platform/host/event-round.ts';
import { type FolderFiles, openFolderFiles } from '../../lib/platform/host/folder-files.ts';
import { openKeyFileSigner } from '../../lib/platform/host/key-file-signer.ts';
import type { LogEntry } from '../../lib/platform/host/log.ts';
import { openSqliteTable, type SqliteTable } from '../../lib/platform/host/sqlite-table.ts';
import type { Mail } from '../../lib/platform/mailer.ts';
import type { Table } from '../../lib/platform/table.ts';
import { countedTrips, type Trips } from './counted-trips.ts';
import { exampleWirePlan } from './example-plan.ts';
import { listen } from './http-server.ts';
import { openMailKeeper } from './mail-keeper.ts';
import { type Caller, callerOf, claimsIn, type Person } from './world-callers.ts';
import { settlePeople } from './world-people.ts';

/** A world begins within the example's submission window: 15 June 2022, 10 in the morning in Kon Tum. */
export const worldBeginsAt = '2022-06-15T03:00:00.000Z';
/** The example's window: the first instant in time, and the first too late. */
export const worldOpensAt = '2022-05-20T01:00:00.000Z';
export const worldClosesAt = '2022-07-31T10:00:00.000Z';

export interface WorldOptions {
  /** What the plan is to be, from the example's. */
  readonly plan?: (example: WirePlan) => WirePlan;
  /** Default `off`: a file is clean once its structure is. */
  readonly malwareScan?: Settings['malwareScan'];
  /** Put between the functions and the table: it may fail, wait or count, and must pass on. */
  readonly around?: (table: Table) => Table;
  /** The same between the reactions to events and the table. */
  readonly aroundReactions?: (table: Table) => Table;
  /** Index queries see the table as it was that long ago, as on AWS. Default: as it is. */
  readonly indexLagMs?: number;
  /** Upload and download URLs lead to a server. */
  readonly servesFiles?: true;
}

/** One edition with its people, all functions on a real table, folder and key, at a time of the test's choosing. */
export interface World extends AsyncDisposable {
  readonly editionId: string;
  readonly table: SqliteTable;
  readonly services: EventServices;
  readonly documents: FolderFiles;
  readonly results: FolderFiles;
  /** Oldest first. */
  readonly mails: readonly Mail[];
  /** What the functions logged, a line for each request. */
  readonly lines: readonly string[];
  now(): string;
  /** Sets the clock. */
  at(instant: string): void;
  as(person: Person): Caller;
  readonly anonymous: Caller;
  /** Whoever has a token of these claims. */
  withClaims(claims: Claims): Caller;
  /** What the functions asked of the table meanwhile. */
  tripsOf(work: () => Promise<unknown>): Promise<Trips>;
  /** Puts an event of the outside into the queue. */
  tell(event: ContestEvent): void;
  /** Delivers changes and due events until nothing is left. @throws Error when a reaction failed */
  settle(): Promise<void>;
}

/** Opens a world in a folder of its own; `await using` closes it and takes the folder away. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  await using opening = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'contest-world-'));
  opening.defer(async () => await rm(folder, { recursive: true }));
  let instant = worldBeginsAt;
  const clock = () => Date.parse(instant);

  const { around = asItIs, aroundReactions = asItIs, malwareScan = 'off' } = options;
  const table = openSqliteTable({
    file: join(folder, 'contest.sqlite'),
    clock,
    ...(options.indexLagMs === undefined ? {} : { indexLagMs: options.indexLagMs }),
  });
  opening.defer(table.close);
  const queue = openEventQueue(table.database, clock);
  const { documents, results } = await openBuckets(folder, options, clock, opening);
  await documents.onStored(async ({ key, versionId, size }) => {
    queue.enqueue({
      kind: 'object-stored',
      id: `stored-${key}-${versionId}`,
      key,
      versionId,
      size,
    });
  });
  const mailer = openMailKeeper();
  const trips = countedTrips(around(table));
  const services: EventServices = {
    table,
    documents,
    results,
    signer: await openKeyFileSigner(join(folder, 'signing-key.pem')),
    mailer,
    schedule: queue.schedule,
    settings: { origin: 'https://contest.example.vn', malwareScan },
    now: () => instant,
  };
  const lines: string[] = [];
  const handler = lambda(endpoints, () => ({ ...services, table: trips.table }), {
    log: (line) => lines.push(line),
  });
  const reacting = { ...services, table: aroundReactions(table) };
  const reactions = Object.fromEntries(
    Object.entries(reactionsBy).map(([name, open]) => [name, open(reacting)]),
  );
  const failures: LogEntry[] = [];
  const parts = { table, queue, reactions, reactionTimeoutMs: 10_000 };

  const editionId = 'kon-tum-2022';
  const opened = opening.move();
  const world: World = {
    editionId,
    table,
    services,
    documents,
    results,
    mails: mailer.mails,
    lines,
    now: () => instant,
    at: (next) => {
      instant = next;
    },
    as: (one) => callerOf(handler, () => instant, editionId, claimsIn(one)),
    anonymous: callerOf(handler, () => instant, editionId),
    withClaims: (claims) => callerOf(handler, () => instant, editionId, claims),
    tripsOf: trips.tripsOf,
    tell: queue.enqueue,
    async settle() {
      while (await deliverRound({ ...parts, log: (entry) => failures.push(entry) }));
      const failure = failures.shift();
      if (failure) throw new Error(`${failure.message} ${failure['reaction']} ${failure['cause']}`);
    },
    [Symbol.asyncDispose]: async () => await opened.disposeAsync(),
  };
  const plan = exampleWirePlan();
  await settlePeople(world, options.plan?.(plan) ?? plan);
  return world;
}

const asItIs = (table: Table): Table => table;

const endpoints = [
  ...editionEndpoints,
  ...registrationEndpoints,
  ...submissionEndpoints,
  ...documentEndpoints,
  ...teamEndpoints,
  ...secretariatEndpoints,
  ...exportEndpoints,
  ...paperEndpoints,
  ...judgingEndpoints,
  ...resultEndpoints,
  ...certificateEndpoints,
];

const reactionsBy = {
  inspection,
  notification,
  publication,
  askForFreeze,
  askForPublication,
  askForReminders,
  askForJudgeReminders,
  keepList,
  keepProgress,
  schedule,
};

async function openBuckets(
  folder: string,
  { servesFiles }: WorldOptions,
  clock: () => number,
  opening: AsyncDisposableStack,
): Promise<{ documents: FolderFiles; results: FolderFiles }> {
  let origin = 'https://contest.example.vn';
  if (servesFiles) {
    const server = await listen((request, response) => void documents.serve(request, response));
    opening.defer(server.close);
    origin = server.url;
  }
  const secret = Buffer.alloc(32, 7);
  const open = async (name: string) =>
    await openFolderFiles({
      folder: join(folder, name),
      baseUrl: `${origin}/${name}`,
      secret,
      clock,
    });
  const documents = await open('files');
  return { documents, results: await open('results') };
}
