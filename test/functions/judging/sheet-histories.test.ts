import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action, Table } from '../../../lib/platform/table.ts';
import {
  type DynamoLocal,
  skipsDynamoLocal,
  startDynamoLocal,
} from '../../support/dynamo-local.ts';
import { movableTable } from '../../support/moved-table.ts';
import {
  type CheckedHistory,
  chanceOf,
  type HistorySize,
  sheetHistory,
  unsteady,
} from '../../support/sheet-histories.ts';
import { openWorld, type World } from '../../support/world.ts';
import { type Contender, scoringEntries } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

const judges = [people.judge1, people.judge2];

const kindsIn = ({ operations }: CheckedHistory) => {
  const told = operations.map(({ call, answer }) => `${call.kind} ${answer?.kind}`);
  return [...new Set(told)].filter((kind) => !kind.endsWith('busy')).sort();
};

/** What happens in a history is by chance: they go on, sheet after sheet, until each of these was seen. */
async function seeAll(
  world: World,
  entries: readonly Contender[],
  kinds: readonly string[],
  { of, ...size }: HistorySize & { readonly of: string },
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const sheets = entries.flatMap(({ entryId }) => judges.map((judge) => ({ judge, entryId })));
  for (const [at, sheet] of sheets.entries()) {
    const history = await sheetHistory(world, sheet, `${of} ${at}`, size);
    expect(history).toMatchObject(fine);
    expect(history.operations.length).toBeGreaterThanOrEqual(size.clients * size.each);
    for (const kind of kindsIn(history)) seen.add(kind);
    if (kinds.every((kind) => seen.has(kind))) break;
  }
  return [...seen].sort();
}

const kinds = [
  'read sheet',
  'reopen refused',
  'reopen reopened',
  'save refused',
  'save sheet',
  'save stale',
  'submit refused',
  'submit sheet',
  'submit stale',
];

const fine = { verdict: { linearizable: true }, atOdds: [] };

describe('eight windows on one score sheet', () => {
  it('see what one after the other would have seen, and nothing acknowledged is lost', async () => {
    const around = (table: Table) => unsteady(table, chanceOf('sqlite'));
    await using world = await openWorld({ around });
    const entries = await scoringEntries(world, 3);
    const seen = await seeAll(world, entries, kinds, { of: 'sqlite', clients: 8, each: 50 });
    expect(seen).toEqual(kinds);
  });

  it('are seen to lose updates on a table that looks at no version', async () => {
    const around = (table: Table) => unsteady(careless(table), chanceOf('careless'));
    await using world = await openWorld({ around });
    const [entry] = await scoringEntries(world);
    const sheet = { judge: people.judge1, entryId: entry?.entryId ?? '' };
    const { verdict } = await sheetHistory(world, sheet, 'careless', { clients: 8, each: 10 });
    expect(verdict).toMatchObject({ linearizable: false, key: entry?.entryId });
  });
});

/** Puts sheets over whatever stands there. */
const careless = (table: Table): Table => ({
  ...table,
  write: async (actions) => {
    const written = actions.map((action): Action => {
      const isSheet = action.kind === 'put' && action.item.sk.endsWith('#SHEET');
      return isSheet ? { kind: 'put', item: action.item } : action;
    });
    await table.write(written);
  },
});

describe.skipIf(skipsDynamoLocal())('eight windows on one score sheet, on DynamoDB', () => {
  let dynamo: DynamoLocal;
  beforeAll(async () => {
    dynamo = await startDynamoLocal();
  });
  afterAll(async () => await dynamo.stop());

  it('see the same', async () => {
    const { around, move } = movableTable();
    await using world = await openWorld({ around });
    const entries = await scoringEntries(world, 3);
    await move(world, dynamo);
    const wanted = ['save sheet', 'save stale', 'submit sheet'];
    const seen = await seeAll(world, entries, wanted, { of: 'dynamo', clients: 8, each: 25 });
    expect(seen).toEqual(expect.arrayContaining(wanted));
  }, 120_000);
});
