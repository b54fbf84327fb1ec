import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn, sameBytes } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  acceptMissing,
  allPairs,
  assign,
  close,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  open,
  saveDraft,
  scoringEntries,
  sheetBody,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const points = (mark: string) => ({ 'doi-moi': mark, 'ho-so': '5' });
const unknownId = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';

/** Judge 1 has saved twice and handed in, organiser A has opened the sheet again, a second apart. */
async function reopenedSheet(world: World) {
  const [one] = await scoringEntries(world);
  const path = { roundId: firstRound, entryId: one!.entryId };
  const begun = Date.parse(world.now());
  const times = [0, 1, 2, 3].map((seconds) => new Date(begun + seconds * 1000).toISOString());
  const sheet = { ...sheetBody().points };
  for (const [basedOn, mark] of ['8.5', '12'].entries()) {
    world.at(times[basedOn]!);
    const body = sheetBody({
      points: basedOn === 0 ? points(mark) : { ...sheet, ...points(mark) },
    });
    await saveDraft(world, judge1, path.entryId, { basedOn, body });
  }
  world.at(times[2]!);
  await world.as(judge1).reply(routes.submitScoreSheet, { path, ifMatch: 2 });
  world.at(times[3]!);
  const ofJudge1 = { ...path, judgeId: judge1.personId };
  await world
    .as(organiserA)
    .reply(routes.reopenSheet, { path: ofJudge1, body: { reason: 'Nhầm' } });
  const whole = { ...sheet, ...points('12') };
  const mine = { actorId: judge1.personId };
  const [first, second, third, fourth] = times;
  const draft = { state: 'draft' } as const;
  const revisions = [
    {
      revision: 1,
      at: first,
      operation: 'saveScoreSheet',
      ...mine,
      ...draft,
      points: points('8.5'),
    },
    { revision: 2, at: second, operation: 'saveScoreSheet', ...mine, ...draft, points: whole },
    {
      revision: 3,
      at: third,
      operation: 'submitScoreSheet',
      ...mine,
      state: 'submitted',
      points: whole,
    },
    {
      revision: 4,
      at: fourth,
      operation: 'reopenSheet',
      actorId: organiserA.personId,
      ...draft,
      points: whole,
      reason: 'Nhầm',
    },
  ];
  return { path, ofJudge1, revisions };
}

describe('listSheetRevisions', () => {
  it('retraces the own sheet, whoever changed it, at two reads side by side', async () => {
    await using world = await openWorld();
    const { path, revisions } = await reopenedSheet(world);
    const trips = await world.tripsOf(async () => {
      const page = await world.as(judge1).reply(routes.listSheetRevisions, { path });
      expect(page).toEqual({ items: revisions });
    });
    expect(trips).toEqual({ reads: 2, writes: 0, waits: 1 });
    const none = await world.as(judge2).reply(routes.listSheetRevisions, { path });
    expect(none).toEqual({ items: [] });
  });

  it('leads on page by page, by a cursor of that judge and sheet', async () => {
    await using world = await openWorld();
    const { path, revisions } = await reopenedSheet(world);
    const query = { limit: '3' };
    const first = await world.as(judge1).reply(routes.listSheetRevisions, { path, query });
    expect(first).toEqual({ items: revisions.slice(0, 3), next: expect.any(String) });
    const more = { path, query: { cursor: first.next! } };
    const second = await world.as(judge1).reply(routes.listSheetRevisions, more);
    expect(second).toEqual({ items: revisions.slice(3) });
    const other = await world.as(judge2).call(routes.listSheetRevisions, more);
    expect(refusalIn(other)).toMatchObject({ status: 400, code: 'cursor-invalid' });
  });

  it('is of who judges the entry', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    await assign(world, allPairs([one!], [judge1, judge2]));
    await declare(world, judge2, one!.entryId, { conflict: true });
    await open(world);
    const path = { roundId: firstRound, entryId: one!.entryId };
    const others = [
      'organiserA',
      'secretary',
      'applicant1',
      'administrator',
      'organiserElsewhere',
      'revoked',
    ] as const;
    const conflict = { status: 403, code: 'conflict-of-interest' };
    expect(
      await refusalsOf(world, routes.listSheetRevisions, { path }, [
        ...others,
        'judge1',
        'judge2',
        'judge3',
      ]),
    ).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('judge')),
      judge1: { ...conflict, because: 'not-declared' },
      judge2: { ...conflict, because: 'declared' },
      judge3: notFound,
    });
    const hidden = await world.as(judge3).call(routes.listSheetRevisions, { path });
    const nothing = { path: { ...path, entryId: unknownId } };
    const absent = await world.as(judge3).call(routes.listSheetRevisions, nothing);
    expect(sameBytes(hidden)).toBe(sameBytes(absent));
  });
});

describe('listJudgeSheetRevisions', () => {
  it('shows organisers the same, once the round is closed', async () => {
    await using world = await openWorld();
    const { ofJudge1: path, revisions } = await reopenedSheet(world);
    const read = async () =>
      await world.as(organiserA).call(routes.listJudgeSheetRevisions, { path });
    const early = await read();
    expect(refusalIn(early)).toEqual({ status: 409, code: 'state-conflict', state: 'scoring' });
    await close(world, firstRound, acceptMissing);
    const trips = await world.tripsOf(async () => {
      const { status, body } = await read();
      expect([status, body]).toEqual([200, { items: revisions }]);
    });
    expect(trips).toEqual({ reads: 6, writes: 0, waits: 3 });
  });

  it('tells when a conflict struck the sheet, and why', async () => {
    await using world = await openWorld();
    const { path, ofJudge1, revisions } = await reopenedSheet(world);
    await declare(world, judge1, path.entryId, { conflict: true, reason: 'Họ hàng' });
    const own = await world.as(judge1).call(routes.listSheetRevisions, { path });
    expect(refusalIn(own)).toMatchObject({ status: 403, code: 'conflict-of-interest' });
    await close(world, firstRound, acceptMissing);
    const said = { path: ofJudge1 };
    const { items } = await world.as(organiserA).reply(routes.listJudgeSheetRevisions, said);
    expect(items).toEqual([
      ...revisions,
      {
        ...revisions[3],
        revision: 5,
        operation: 'declareConflict',
        actorId: judge1.personId,
        reason: 'Họ hàng',
        recused: true,
      },
    ]);
  });

  it('is an organiser’s, and not there for what nobody was given', async () => {
    await using world = await openWorld();
    const { ofJudge1: path } = await reopenedSheet(world);
    const others = [
      'secretary',
      'judge1',
      'judge2',
      'applicant1',
      'administrator',
      'organiserElsewhere',
      'revoked',
    ] as const;
    expect(await refusalsOf(world, routes.listJudgeSheetRevisions, { path }, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
    for (const changed of [{ judgeId: 'nobody' }, { roundId: 'vong-ba' }, { entryId: unknownId }]) {
      const elsewhere = { path: { ...path, ...changed } };
      const answer = await world.as(organiserA).call(routes.listJudgeSheetRevisions, elsewhere);
      expect(refusalIn(answer)).toEqual(notFound);
    }
  });
});
