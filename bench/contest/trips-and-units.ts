import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiHandler } from '../../lib/http/lambda.ts';
import { lambda } from '../../lib/http/lambda.ts';
import { createDynamoTable } from '../../lib/platform/aws/dynamo-table.ts';
import { openFolderFiles } from '../../lib/platform/host/folder-files.ts';
import { functions } from '../../lib/platform/host/functions.ts';
import { openKeyFileSigner } from '../../lib/platform/host/key-file-signer.ts';
import { countedTrips } from '../../test/support/counted-trips.ts';
import type { DynamoLocal } from '../../test/support/dynamo-local.ts';
import { apiEvent, claimsOf } from '../../test/support/events.ts';
import { billedUnits } from './billed-units.ts';
import { beginJudging, judgingCalls } from './judging-calls.ts';
import { type MeasuredCall, measuredCalls, type Who } from './measured-calls.ts';
import { type Cast, seedContest, seededAt } from './seed-contest.ts';

/** What one call asked of the table, and what DynamoDB would bill for it. */
export interface Cost {
  readonly operation: string;
  readonly reads: number;
  readonly writes: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Round trips one after the other: those at the same time wait together. */
  readonly waits: number;
}

const cast: Cast = {
  organiser: 'organiser-0001',
  secretary: 'secretary-0001',
  judge: 'judge-0001',
  submitters: ['submitter-0001'],
};

/** The cost of each operation in a contest of this many entries, on tables of its own. */
export async function tripsAndUnits(
  dynamo: DynamoLocal,
  entries: number,
  criteria: readonly string[],
): Promise<readonly Cost[]> {
  const folder = await mkdtemp(join(tmpdir(), 'contest-units-'));
  const names = await dynamo.createTables();
  const { client } = dynamo;
  let taken = { readUnits: 0, writeUnits: 0 };
  const table = createDynamoTable({
    client,
    ...names,
    onConsumed: ({ readUnits }) => {
      taken.readUnits += readUnits;
    },
  });
  const silent = createDynamoTable({ client, ...names });
  const trips = countedTrips({
    ...table,
    async write(actions) {
      taken.writeUnits += await billedUnits(silent, actions);
      await table.write(actions);
    },
  });
  const seeded = await seedContest(silent, cast, entries);
  const secret = Buffer.alloc(32, 7);
  const services = {
    table: trips.table,
    documents: await openFolderFiles({ folder, baseUrl: 'https://contest.example.vn', secret }),
    signer: await openKeyFileSigner(join(folder, 'signing-key.pem')),
    settings: { origin: 'https://contest.example.vn', malwareScan: 'off' as const },
  };
  const handler = lambda(functions.endpoints, () => services, { log: faults });
  const costs: Cost[] = [];
  const measure = async (calls: readonly MeasuredCall[]): Promise<void> => {
    for (const call of calls) {
      if (entries > (call.mostEntries ?? entries)) continue;
      taken = { readUnits: 0, writeUnits: 0 };
      const made = await trips.tripsOf(async () => await answered(handler, call));
      costs.push({ operation: call.route.operation, ...made, ...taken });
    }
  };
  await measure(measuredCalls(seeded, criteria));
  await beginJudging(silent, seeded, cast.judge);
  await measure(judgingCalls(seeded, cast.judge));
  await rm(folder, { recursive: true });
  return costs;
}

async function answered(handler: ApiHandler, { route, said }: MeasuredCall): Promise<void> {
  const { who, ifMatch, path, query, body, at = seededAt } = said(0);
  const personId = personOf(who);
  const { statusCode, body: reply } = await handler(
    apiEvent(route, {
      ...(path && { path }),
      ...(query && { query }),
      ...(body === undefined ? {} : { body }),
      ...(personId && { claims: claimsOf(personId, { email_verified: true }) }),
      ...(ifMatch && { headers: { 'if-match': ifMatch } }),
      at,
    }),
  );
  if (statusCode !== route.success)
    throw new Error(`${route.operation} answered ${statusCode}: ${reply}`);
}

function personOf(who: Who): string | undefined {
  if (who === 'nobody') return undefined;
  return typeof who === 'string' ? cast[who] : cast.submitters[who.submitter];
}

/** The line of a fault says what went wrong; the others are not read. */
function faults(line: string): void {
  if (line.includes('"level":"ERROR"')) console.error(line);
}
