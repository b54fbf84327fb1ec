import { describe, expect, it } from 'vitest';
import type { Route } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import { type Canary, canariesIn, canarySheet } from '../support/canaries.ts';
import { openWorld, type World } from '../support/world.ts';
import type { Caller } from '../support/world-callers.ts';
import { acceptMissing, close, firstRound, scoringEntries } from '../support/world-judging.ts';
import { outboxOf } from '../support/world-mails.ts';
import { people } from '../support/world-people.ts';

const { organiserA, organiserB, secretary, judge1, judge2 } = people;
const secrets: readonly Canary[] = ['points', 'comment', 'note'];

/** Judge 1's sheet, saved, handed in, opened again and handed in once more; judge 2 has the same entry and no sheet. */
async function scored(world: World) {
  const [one] = await scoringEntries(world);
  const { entryId, code, documentId } = one!;
  const path = { roundId: firstRound, entryId };
  const judge = world.as(judge1);
  await judge.reply(routes.saveScoreSheet, { path, body: canarySheet(), ifMatch: 0 });
  await judge.reply(routes.submitScoreSheet, { path, ifMatch: 1 });
  await world.as(organiserA).reply(routes.reopenSheet, {
    path: { ...path, judgeId: judge1.personId },
    body: { reason: 'Nhầm' },
  });
  await judge.reply(routes.submitScoreSheet, { path, ifMatch: 3 });
  await world.settle();
  const named = { ...path, code, documentId, submission: '1', planVersion: '1' };
  const of = { judgeId: judge1.personId, personId: judge1.personId, provinceCode: '51' };
  return { ...named, ...of, mailId: `receipt-${entryId}-1` };
}

/** Every read of the API by one caller, and the file of entries; the operations whose answer holds a secret. */
async function operationsThatTell(by: Caller, named: { readonly [name: string]: string }) {
  const telling: [string, Canary[]][] = [];
  for (const route of Object.values<Route>(routes)) {
    const isExport = route.operation === 'exportEntries';
    if (route.method !== 'GET' && !isExport) continue;
    const places = Object.entries(named).filter(([name]) => route.path.includes(`{${name}}`));
    const query = route.path.includes('{code}') ? { query: { signature: 'A'.repeat(86) } } : {};
    const said = { path: Object.fromEntries(places), ...query, ...(isExport ? { body: {} } : {}) };
    const { text, headers } = await by.call(route, said);
    const told = canariesIn(text + JSON.stringify(headers)).filter((one) => secrets.includes(one));
    if (told.length > 0) telling.push([route.operation, told]);
  }
  return Object.fromEntries(telling);
}

/** The points as they are stored, in hundredths, and not four digits of an id or a digest. */
const marks = /(?<![\w-])1350(?![\w-])/;

/** Where a mark, the comment or the note of the sheet is stored: kinds of items and of records. */
function placesOf({ table: { database } }: World): string[] {
  const read = (table: string) =>
    database
      .prepare(`SELECT body FROM ${table}`)
      .all()
      .map(({ body }) => String(body));
  const telling = [...read('main'), ...read('ledger')].filter(
    (body) => canariesIn(body).some((one) => secrets.includes(one)) || marks.test(body),
  );
  const kinds = telling.map((body) => {
    const { pk, sk, subject } = JSON.parse(body) as { pk: string; sk: string; subject?: string };
    if (pk.startsWith('IDEMPOTENCY#')) return pk;
    const kind = pk.slice(0, pk.indexOf('#'));
    return `${kind} ${subject?.split('/')[0] ?? sk.split('#').at(-1)}`;
  });
  return [...new Set(kinds)].sort();
}

describe('while judges score', () => {
  it('no point, comment or note is told to anybody but the judge whose it is', async () => {
    await using world = await openWorld();
    const named = await scored(world);
    const others = Object.entries(people).filter(([, person]) => person !== judge1);
    const told: { [name: string]: object } = {};
    for (const [name, person] of others) {
      told[name] = await operationsThatTell(world.as(person), named);
    }
    told['anonymous'] = await operationsThatTell(world.anonymous, named);
    expect(told).toEqual(Object.fromEntries(Object.keys(told).map((name) => [name, {}])));
    const apart = JSON.stringify([outboxOf(world), world.mails, world.lines]);
    expect(canariesIn(apart).filter((one) => secrets.includes(one))).toEqual([]);

    // It would be found, were it there.
    expect(await operationsThatTell(world.as(judge1), named)).toEqual({
      getScoreSheet: secrets,
      listSheetRevisions: ['points'],
    });
  });

  it('they are stored with the sheet, its revisions and the judge’s own answers alone', async () => {
    await using world = await openWorld();
    await scored(world);
    expect(placesOf(world)).toEqual([
      'AUDIT sheet',
      `IDEMPOTENCY#${judge1.personId}#saveScoreSheet`,
      `IDEMPOTENCY#${judge1.personId}#submitScoreSheet`,
      'SHEETS SHEET',
    ]);
  });

  it('organisers see them once the round is closed, and secretaries and other judges not even then', async () => {
    await using world = await openWorld();
    const named = await scored(world);
    await close(world, firstRound, acceptMissing);
    for (const organiser of [organiserA, organiserB]) {
      const told = await operationsThatTell(world.as(organiser), named);
      expect(told).toMatchObject({ listJudgeSheetRevisions: ['points'] });
    }
    for (const other of [secretary, judge2]) {
      expect(await operationsThatTell(world.as(other), named)).toEqual({});
    }
  });
});
