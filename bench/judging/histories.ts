import type { Table } from '../../lib/platform/table.ts';
import {
  type DynamoLocal,
  skipsDynamoLocal,
  startDynamoLocal,
} from '../../test/support/dynamo-local.ts';
import { movableTable } from '../../test/support/moved-table.ts';
import {
  type CheckedHistory,
  chanceOf,
  sheetHistory,
  unsteady,
} from '../../test/support/sheet-histories.ts';
import { openWorld } from '../../test/support/world.ts';
import { scoringEntries } from '../../test/support/world-judging.ts';
import { people } from '../../test/support/world-people.ts';
import type { Section } from '../report.ts';

const size = { clients: 8, each: 50 };
const judges = [people.judge1, people.judge2, people.judge3];
/** As many as a world's three applicants may hand in. */
const entriesInWorld = 9;

/** Histories of windows at once on one sheet, each checked: on SQLite with calls early and late by chance, and on DynamoDB. */
export async function histories(onSqlite: number, onDynamo: number): Promise<Section> {
  const rows = [rowOf('SQLite', await seenOnSqlite(onSqlite))];
  if (!skipsDynamoLocal()) rows.push(rowOf('DynamoDB Local', await seenOnDynamo(onDynamo)));
  return {
    title: `Score sheets as ${size.clients} clients see them at once, ${size.each} calls each`,
    columns: [
      'table',
      'histories',
      'not linearizable',
      'at odds with the audit trail',
      'calls',
      'revisions',
      '412',
      '409 by state',
      'asked to come again',
    ],
    rows,
    notes: [
      'Reads, saves and submissions under If-Match and openings again through the real operations; one write in eight is sent twice with its key.',
      'Each history is checked by Wing and Gong’s method against the rules of one sheet; a 412 must name the version that stands.',
    ],
  };
}

type Counted = readonly (string | number)[];

function rowOf(table: string, seen: readonly CheckedHistory[]): Counted {
  const answers = seen.flatMap(({ operations }) => operations);
  const told = (kind: string) => answers.filter(({ answer }) => answer?.kind === kind);
  const revisions = told('sheet').filter(({ call }) => call.kind !== 'read');
  return [
    table,
    seen.length,
    seen.filter(({ verdict }) => !verdict.linearizable).length,
    seen.filter(({ atOdds }) => atOdds.length > 0).length,
    answers.length,
    revisions.length + told('reopened').length,
    told('stale').length,
    told('refused').length,
    told('busy').length,
  ];
}

async function seenOnSqlite(count: number): Promise<readonly CheckedHistory[]> {
  const seen: CheckedHistory[] = [];
  while (seen.length < count) {
    const first = seen.length;
    const around = (table: Table) => unsteady(table, chanceOf(`sqlite ${first}`));
    const left = count - first;
    seen.push(...(await seenInWorld(around, left)));
  }
  return seen;
}

async function seenOnDynamo(count: number): Promise<readonly CheckedHistory[]> {
  const dynamo = await startDynamoLocal();
  try {
    const { around, move } = movableTable();
    return await seenInWorld(around, count, { dynamo, move });
  } finally {
    await dynamo.stop();
  }
}

/** As many as there are sheets in one world, at most. */
async function seenInWorld(
  around: (table: Table) => Table,
  most: number,
  moving?: {
    readonly dynamo: DynamoLocal;
    readonly move: ReturnType<typeof movableTable>['move'];
  },
): Promise<readonly CheckedHistory[]> {
  await using world = await openWorld({ around });
  const count = Math.min(entriesInWorld, Math.ceil(most / judges.length));
  const entries = await scoringEntries(world, count);
  await moving?.move(world, moving.dynamo);
  const sheets = entries.flatMap(({ entryId }) => judges.map((judge) => ({ judge, entryId })));
  const seen: CheckedHistory[] = [];
  for (const [at, sheet] of sheets.slice(0, most).entries()) {
    seen.push(await sheetHistory(world, sheet, `history-${most}-${at}`, size));
  }
  return seen;
}
