import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import {
  closeSubmissions,
  exampleContent,
  screen,
  submittedEntry,
} from '../../support/world-entries.ts';
import {
  allPairs,
  assign,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  handIn,
  open,
  scoringEntries,
  sheetBody,
} from '../../support/world-judging.ts';
import { engage, people, person } from '../../support/world-people.ts';
import { approve, closedFirstRound, digestIn } from '../../support/world-results.ts';
import { joinTeam } from '../../support/world-teams.ts';

const { organiserA, organiserB, judge1, judge2, judge3 } = people;
const seen = { status: 403, code: 'conflict-of-interest', because: 'derived' };
const applicantOf = (at: number) => exampleContent(at).applicant!;

const state = async (world: World, judge: Person, body: object, ifMatch = 1) =>
  await world.as(judge).call(routes.saveOwnDetails, { body, ifMatch });
const declarations = async (world: World, judge: Person) =>
  (await world.as(judge).reply(routes.listQueue)).items.map(({ declaration }) => declaration);
const historyOf = async (world: World, entryId: string, judge: Person, of = 'declaration') => {
  const place = of === 'sheet' ? `${firstRound}/${entryId}` : entryId;
  const subject = `${of}/${world.editionId}/${place}/${judge.personId}`;
  const { records } = await listHistory(world.table, subject, { limit: 10 });
  return records.map(({ actorId, operation, detail }) => ({ actorId, operation, detail }));
};
const recorded = (reason: string) => ({
  actorId: 'system:conflicts',
  operation: 'declareConflict',
  detail: { conflict: true, reason },
});

describe('giving an entry to a judge who is too close to it', () => {
  it('is refused with what shows it, which stands from there', async () => {
    await using world = await openWorld();
    const bookkeeper = person('ke-toan', 'khoi-nghiep.example.vn');
    await engage(world, bookkeeper, 'judge');
    const [one, two] = await eligibleEntries(world, contenders(2));
    await state(world, judge1, { organisation: applicantOf(0).name.toUpperCase() });
    const pairs = allPairs([one!, two!], [judge1, judge2, bookkeeper]);
    const refused = {
      status: 409,
      code: 'state-conflict',
      state: 'planned',
      blockers: [
        { entryId: one!.entryId, judgeId: judge1.personId, because: 'derived:organisation' },
        { entryId: one!.entryId, judgeId: bookkeeper.personId, because: 'derived:emailDomain' },
        { entryId: two!.entryId, judgeId: bookkeeper.personId, because: 'derived:emailDomain' },
      ].map((blocker) => ({ code: 'conflict-of-interest', ...blocker })),
    };
    for (const _ of ['found', 'on record']) {
      const said = { path: { roundId: firstRound }, body: { pairs } };
      const answer = await world.as(organiserA).call(routes.assignEntries, said);
      expect(refusalIn(answer)).toEqual(refused);
    }
    expect(await historyOf(world, one!.entryId, judge1)).toEqual([
      recorded('derived:organisation'),
    ]);
    await assign(world, allPairs([one!, two!], [judge2]));
    await assign(world, allPairs([two!], [judge1]));
  });
});

describe('a judge who lives where the applicant does', () => {
  it('is given none of that address, and their sheet is struck when they state it later', async () => {
    await using world = await openWorld();
    const [one, two] = await scoringEntries(world, 2);
    for (const { entryId } of [one!, two!]) await handIn(world, judge3, entryId);
    world.at('2022-08-02T03:00:00.000Z');
    const { provinceCode, communeCode, detail } = applicantOf(0).address!;
    const address = { provinceCode, communeCode, detail: detail.toUpperCase() };
    expect((await state(world, judge3, { address })).status).toBe(200);
    const path = { roundId: firstRound, entryId: one!.entryId };
    expect(refusalIn(await world.as(judge3).call(routes.getJudgedEntry, { path }))).toEqual(seen);
    expect((await historyOf(world, one!.entryId, judge3)).at(-1)).toEqual(
      recorded('derived:address'),
    );
    expect((await declarations(world, judge3)).toSorted()).toEqual(['conflict', 'no-conflict']);
  });
});

describe('a judge whom the entry names as a mentor', () => {
  const mentors = [
    { name: 'Y Mentor', email: judge1.email },
    { name: 'A Cố Vấn', phone: '0933 333 333' },
  ];

  it('is not given it; a declaration and details stated later say the same, and no judge sees who they are', async () => {
    await using world = await openWorld();
    const { entryId } = await submittedEntry(world, { content: exampleContent(0, { mentors }) });
    await closeSubmissions(world);
    await screen(world, entryId);
    const given = async (judge: Person) => {
      const body = { pairs: [{ entryId, judgeId: judge.personId }] };
      const said = { path: { roundId: firstRound }, body };
      return await world.as(organiserA).call(routes.assignEntries, said);
    };
    expect(refusalIn(await given(judge1))).toMatchObject({
      status: 409,
      blockers: [{ code: 'conflict-of-interest', because: 'derived:mentor' }],
    });
    for (const judge of [judge2, judge3]) expect((await given(judge)).status).toBe(201);
    await state(world, judge3, { phone: '0933333333' });
    expect(await historyOf(world, entryId, judge3)).toEqual([recorded('derived:mentor')]);
    await declare(world, judge2, entryId);
    await open(world);
    const queue = await world.as(judge2).call(routes.listQueue);
    const path = { roundId: firstRound, entryId };
    const dossier = await world.as(judge2).call(routes.getJudgedEntry, { path });
    expect([queue.status, dossier.status]).toEqual([200, 200]);
    for (const { text } of [queue, dossier])
      expect(text).not.toMatch(/Y Mentor|A Cố Vấn|933 ?333 ?333/);
  });
});

describe('a judge’s "no conflict"', () => {
  it('is kept as one where the team shares the judge’s own mail domain', async () => {
    await using world = await openWorld();
    const partner = person('cong-su', 'hoi-dong.example.vn');
    const judge = person('giam-khao', 'hoi-dong.example.vn');
    await engage(world, judge, 'judge');
    const entry = await submittedEntry(world);
    const { entryId } = entry;
    await joinTeam(world, entryId, partner);
    await closeSubmissions(world);
    await screen(world, entryId);
    await assign(world, allPairs([entry], [judge, judge2]));
    const said = await declare(world, judge, entryId);
    expect(said).toEqual({ entryId, conflict: true, declaredAt: world.now() });
    expect(await declarations(world, judge)).toEqual(['conflict']);
    const path = { roundId: firstRound, entryId };
    const answer = await world.as(judge).call(routes.getJudgedEntry, { path });
    expect(refusalIn(answer)).toEqual(seen);
    expect(await historyOf(world, entryId, judge)).toEqual([
      {
        actorId: judge.personId,
        operation: 'declareConflict',
        detail: { conflict: true, reason: 'derived:emailDomain', struck: false, said: false },
      },
    ]);
    expect((await declare(world, judge2, entryId)).conflict).toBe(false);
  });
});

describe('details that a judge states later', () => {
  it('strike the sheet of each entry they are too close to, and no other', async () => {
    await using world = await openWorld();
    const [one, two] = await scoringEntries(world, 2);
    for (const { entryId } of [one!, two!]) await handIn(world, judge3, entryId);
    world.at('2022-08-02T03:00:00.000Z');
    const { phone, taxCode } = applicantOf(0);
    expect((await state(world, judge3, { phone, taxCode })).status).toBe(200);
    const path = { roundId: firstRound, entryId: one!.entryId };
    for (const route of [routes.getJudgedEntry, routes.getScoreSheet]) {
      expect(refusalIn(await world.as(judge3).call(route, { path }))).toEqual(seen);
    }
    expect((await declarations(world, judge3)).toSorted()).toEqual(['conflict', 'no-conflict']);
    const reason = 'derived:phone,taxCode';
    expect((await historyOf(world, one!.entryId, judge3)).at(-1)).toEqual(recorded(reason));
    expect((await historyOf(world, one!.entryId, judge3, 'sheet')).at(-1)).toMatchObject({
      actorId: 'system:conflicts',
      detail: { revision: 3, state: 'submitted', reason, recused: true },
    });
    expect((await historyOf(world, two!.entryId, judge3)).length).toBe(1);
  });

  it('change a ranking that is not approved yet, so that what was seen is not approved', async () => {
    await using world = await openWorld();
    await closedFirstRound(world);
    const digest = await digestIn(world);
    await state(world, judge3, { organisation: applicantOf(0).name });
    const said = { path: { roundId: firstRound }, body: { digest } };
    const stale = await world.as(organiserB).call(routes.approveRanking, said);
    expect(refusalIn(stale)).toMatchObject({ status: 409, code: 'digest-changed' });
    await approve(world);
    const approved = await digestIn(world);
    await state(world, judge2, { organisation: applicantOf(0).name });
    expect(await digestIn(world)).toBe(approved);
  });

  it('that organisers knew with another role shut the entry, too', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    const { entryId } = one!;
    await assign(world, allPairs([one!], [judge1]));
    await declare(world, judge1, entryId);
    await open(world);
    const { name: organisation } = applicantOf(0);
    const offer = { email: judge1.email, name: 'Giám khảo', role: 'secretary', organisation };
    const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, { body: offer });
    await world.as(judge1).reply(routes.acceptInvitation, { path: { invitationId } });
    const path = { roundId: firstRound, entryId };
    const save = { path, body: sheetBody(), ifMatch: 0 };
    expect(refusalIn(await world.as(judge1).call(routes.getJudgedEntry, { path }))).toEqual(seen);
    expect(refusalIn(await world.as(judge1).call(routes.saveScoreSheet, save))).toEqual(seen);
  });
});
