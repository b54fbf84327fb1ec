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
  sheetHistory,
  unsteady,
} from '../../support/sheet-histories.ts';
import { openWorld } from '../../support/world.ts';
import { scoringEntries } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

const judges = [people.judge1, people.judge2];

const kindsIn = ({ operations }: CheckedHistory) => {
  const told = operations.map(({ call, answer }) => `${call.kind} ${answer?.kind}`);
  return [...new Set(told)].filter((kind) => !kind.endsWith('busy')).sort();
};

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
    const [entry] = await scoringEntries(world);
    const seen = new Set<string>();
    for (const [at, judge] of judges.entries()) {
      const sheet = { judge, entryId: entry?.entryId ?? '' };
      const history = await sheetHistory(world, sheet, `sqlite ${at}`, { clients: 8, each: 50 });
      expect(history).toMatchObject(fine);
      expect(history.operations.length).toBeGreaterThanOrEqual(400);
      for (const kind of kindsIn(history)) seen.add(kind);
    }
    expect([...seen].sort()).toEqual(kinds);
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
    const [entry] = await scoringEntries(world);
    await move(world, dynamo);
    const sheet = { judge: people.judge1, entryId: entry?.entryId ?? '' };
    const history = await sheetHistory(world, sheet, 'dynamo', { clients: 8, each: 25 });
    expect(history).toMatchObject(fine);
    expect(kindsIn(history)).toEqual(
      expect.arrayContaining(['save sheet', 'save stale', 'submit sheet']),
    );
  });
});
