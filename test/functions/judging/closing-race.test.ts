import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import type { Table } from '../../../lib/platform/table.ts';
import {
  type DynamoLocal,
  skipsDynamoLocal,
  startDynamoLocal,
} from '../../support/dynamo-local.ts';
import { interposed } from '../../support/interposed.ts';
import { movableTable } from '../../support/moved-table.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { chanceOf, unsteady } from '../../support/sheet-histories.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Answered, Person } from '../../support/world-callers.ts';
import {
  acceptMissing,
  allPairs,
  close,
  firstRound,
  marksOf,
  scoringEntries,
  sheetBody,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const judges = [judge1, judge2, judge3];
const round = { roundId: firstRound };

/** A judge's sheet as the judge was told last, and what every act on it was answered. */
interface Told {
  readonly judge: Person;
  readonly entryId: string;
  readonly answers: Answered<{ version: number; state: string; total: string }>[];
}

const nameOf = ({ judge, entryId }: Pick<Told, 'judge' | 'entryId'>) =>
  `${entryId} ${judge.personId}`;

const lastDone = ({ answers }: Told) => answers.findLast(({ status }) => status === 200)?.body;

/** Every judge saves each sheet up to four times and hands it in, all at once; after so many answers an organiser closes. */
async function raceToTheClose(
  world: World,
  entries: readonly { readonly entryId: string }[],
  closeAfter: number,
): Promise<readonly Told[]> {
  let done = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const told = allPairs(entries).map(({ entryId, judgeId }): Told => {
    const judge = judges.find(({ personId }) => personId === judgeId)!;
    return { judge, entryId, answers: [] };
  });
  const scoring = told.map(async ({ judge, entryId, answers }, at) => {
    const path = { ...round, entryId };
    const note = (answer: Told['answers'][number]): void => {
      answers.push(answer);
      done += 1;
      if (done === closeAfter) resolve();
    };
    const saves = 1 + (at % 4);
    for (let version = 0; version < saves; version += 1) {
      const body = sheetBody({ points: marksOf(firstRound, (at + version) % 9) });
      note(await world.as(judge).call(routes.saveScoreSheet, { path, body, ifMatch: version }));
    }
    note(await world.as(judge).call(routes.submitScoreSheet, { path, ifMatch: saves }));
  });
  const closing = promise.then(async () => await close(world, firstRound, acceptMissing));
  await Promise.all([...scoring, closing]);
  return told;
}

/** Each total as a number: a fraction of hundredths is exact in one. */
async function countedTotals(world: World): Promise<{ [sheet: string]: number }> {
  const { rankings } = await world.as(organiserA).reply(routes.previewRanking, { path: round });
  const counted = rankings
    .flatMap(({ entries }) => entries)
    .flatMap(({ entryId, sheets }) =>
      sheets.map(({ judgeId, total }) => {
        const [above = '', below = '1'] = total.split('/');
        return [`${entryId} ${judgeId}`, Number(above) / Number(below)] as const;
      }),
    );
  return Object.fromEntries(counted);
}

/** What was acknowledged as handed in is counted with its marks, nothing else is, and nothing acknowledged is lost. */
async function expectWhole(world: World, told: readonly Told[]): Promise<void> {
  const handedIn = told.filter((one) => lastDone(one)?.state === 'submitted');
  const acknowledged = handedIn.map((one) => [nameOf(one), Number(lastDone(one)?.total)]);
  expect(await countedTotals(world)).toEqual(Object.fromEntries(acknowledged));
  for (const one of told) {
    const refused = one.answers.filter(({ status }) => status !== 200);
    for (const answer of refused.slice(0, 1)) {
      expect(refusalIn(answer)).toMatchObject({ code: 'phase-closed' });
    }
    const path = { ...round, entryId: one.entryId };
    const stands = await world.as(one.judge).reply(routes.getScoreSheet, { path });
    const { version = 0, total = '0', state = 'none' } = lastDone(one) ?? {};
    expect([stands.version, stands.total, stands.state]).toEqual([version, total, state]);
  }
}

describe('a round that is closed while judges save and hand in', () => {
  it.each([1, 9, 16, 24, 34])(
    'takes each sheet whole or not at all, closed after %i answers',
    async (closeAfter) => {
      const around = (table: Table) => unsteady(table, chanceOf(`close ${closeAfter}`));
      await using world = await openWorld({ around });
      const entries = await scoringEntries(world, 4);
      const told = await raceToTheClose(world, entries, closeAfter);
      await expectWhole(world, told);
    },
  );

  it('refuses a sheet whose decision it overtook', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const [entry] = await scoringEntries(world);
    const path = { ...round, entryId: entry?.entryId ?? '' };
    const body = sheetBody();
    await world.as(judge1).reply(routes.saveScoreSheet, { path, body, ifMatch: 0 });
    beforeNextWrite(async () => await close(world, firstRound, acceptMissing));
    const late = await world.as(judge1).call(routes.submitScoreSheet, { path, ifMatch: 1 });
    expect(refusalIn(late)).toMatchObject({ status: 409, code: 'phase-closed' });
    expect(await countedTotals(world)).toEqual({});
  });

  it('counts a sheet that was handed in while it was being closed', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const [entry] = await scoringEntries(world);
    const entryId = entry?.entryId ?? '';
    const path = { ...round, entryId };
    const body = sheetBody();
    await world.as(judge1).reply(routes.saveScoreSheet, { path, body, ifMatch: 0 });
    beforeNextWrite(
      async () => await world.as(judge1).reply(routes.submitScoreSheet, { path, ifMatch: 1 }),
    );
    await close(world, firstRound, acceptMissing);
    expect(Object.keys(await countedTotals(world))).toEqual([`${entryId} ${judge1.personId}`]);
  });
});

describe.skipIf(skipsDynamoLocal())('the same on DynamoDB', () => {
  let dynamo: DynamoLocal;
  beforeAll(async () => {
    dynamo = await startDynamoLocal();
  });
  afterAll(async () => await dynamo.stop());

  it('takes each sheet whole or not at all', async () => {
    const { around, move } = movableTable();
    await using world = await openWorld({ around });
    const entries = await scoringEntries(world, 4);
    await move(world, dynamo);
    await expectWhole(world, await raceToTheClose(world, entries, 18));
  });
});
