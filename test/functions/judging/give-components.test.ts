import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { absentId, expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  eightyAndVote,
  give,
  handInPoints,
  scaleOfThreeHundred,
} from '../../support/world-components.ts';
import {
  acceptMissing,
  assign,
  close,
  contenders,
  eligibleEntries,
  firstRound,
  firstRoundClosesAt,
  open,
  scoringEntries,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

const { organiserA, organiserB, judge1, judge2, judge3, secretary, applicant1 } = people;
const judges = [judge1, judge2, judge3];
const path = { roundId: firstRound };
const invalid = (errors: readonly object[]) => ({
  status: 422,
  code: 'validation-failed',
  errors,
});
const conflict = (state: string, blockers?: readonly object[]) => ({
  status: 409,
  code: 'state-conflict',
  state,
  ...(blockers ? { blockers } : {}),
});

const preview = async (world: World) =>
  (await world.as(organiserA).reply(routes.previewRanking, { path })).rankings[0]!;

const giveMany = async (world: World, body: object) =>
  await world.as(organiserA).call(routes.giveManyComponents, { path, body });

const closing = async (world: World) =>
  await world.as(organiserA).call(routes.closeRound, { path, body: { acceptMissing: false } });

describe('a round of 300 points', () => {
  it('is ranked by the mean of its sheets and what the organisers gave', async () => {
    await using world = await openWorld({ plan: scaleOfThreeHundred });
    const [one, two] = await scoringEntries(world, 2);
    for (const [at, judge] of judges.entries()) {
      const pitch = ['60', '59.5', '58'][at]!;
      await handInPoints(world, judge, one!.entryId, { 'mo-hinh': '80', slide: '70', pitch });
      const other = { 'mo-hinh': '80', slide: '70', pitch: '55' };
      await handInPoints(world, judge, two!.entryId, other);
    }
    const given = await give(world, one!.entryId, { points: { 'chuyen-can': '35.5' } });
    expect([given.status, given.headers['etag'], given.body]).toEqual([
      200,
      '"1"',
      {
        entryId: one!.entryId,
        points: { 'chuyen-can': '35.5' },
        by: organiserA.personId,
        at: world.now(),
        version: 1,
      },
    ]);
    await give(world, two!.entryId, { points: { 'chuyen-can': '40' } });
    await close(world);
    const { entries, overall } = await preview(world);
    const scores = new Map(entries.map(({ entryId, score }) => [entryId, score]));
    expect(scores.get(one!.entryId)).toMatchObject({
      mean: '1255/6',
      components: [{ componentId: 'chuyen-can', printed: '35.50' }],
      sum: '734/3',
      printed: '244.67',
    });
    expect(scores.get(two!.entryId)?.printed).toBe('245.00');
    expect(overall.places.map(({ entryIds }) => entryIds)).toEqual([
      [two!.entryId],
      [one!.entryId],
    ]);
  });
});

describe('80 points and a vote', () => {
  it('are ranked with the share of the most votes, and approved as they were seen', async () => {
    await using world = await openWorld({ plan: eightyAndVote });
    const entries = await scoringEntries(world, 3);
    const ids = entries.map(({ entryId }) => entryId);
    for (const judge of judges) {
      for (const [at, entryId] of ids.entries()) {
        const points = { 'tinh-moi': `${20 - 5 * at}`, 'kha-thi': '25', 'tac-dong': '25' };
        await handInPoints(world, judge, entryId, points);
      }
    }
    // Counted only after the time for sheets is over.
    world.at(firstRoundClosesAt);
    const votes = [333, 1000, 0];
    const body = {
      entries: ids.map((entryId, at) => ({ entryId, version: 0, points: {}, votes: votes[at] })),
    };
    const trips = await world.tripsOf(async () => {
      expect((await giveMany(world, body)).status).toBe(200);
    });
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
    await close(world);
    const ranking = await preview(world);
    expect(ranking.mostVotes).toBe(1000);
    const printed = new Map(
      ranking.entries.map(({ entryId, score }) => [
        entryId,
        [score?.printed, score?.components?.[0]?.printed],
      ]),
    );
    expect(ids.map((entryId) => printed.get(entryId))).toEqual([
      ['76.70', '6.7'],
      ['85.00', '20.0'],
      ['60.00', '0.0'],
    ]);
    const { digest } = await world.as(organiserA).reply(routes.previewRanking, { path });
    const approved = await world
      .as(organiserA)
      .reply(routes.approveRanking, { path, body: { digest } });
    expect(approved.digest).toBe(digest);
    expect(refusalIn(await give(world, ids[0]!, { points: {}, votes: 334 }, 1))).toEqual(
      conflict('approved'),
    );
  });

  it('do not close without a vote, unless that is accepted: then who lacks one has no rank', async () => {
    await using world = await openWorld({ plan: eightyAndVote });
    const [one, two] = await scoringEntries(world, 2);
    const points = { 'tinh-moi': '20', 'kha-thi': '30', 'tac-dong': '30' };
    for (const judge of judges) {
      for (const { entryId } of [one!, two!]) await handInPoints(world, judge, entryId, points);
    }
    await give(world, two!.entryId, { points: {}, votes: 0 });
    const missing = { code: 'components-missing', entryId: one!.entryId, because: 'binh-chon' };
    expect(refusalIn(await closing(world))).toEqual(conflict('scoring', [missing]));
    await close(world, firstRound, acceptMissing);
    const { entries, overall } = await preview(world);
    expect(entries.find(({ entryId }) => entryId === one!.entryId)).toMatchObject({
      whyNotEligible: [{ code: 'component-missing' }],
    });
    expect(overall.places.map(({ entryIds, score }) => [score, entryIds])).toEqual([
      ['80.00', [two!.entryId]],
    ]);
    expect(refusalIn(await give(world, one!.entryId, { points: {}, votes: 1 }))).toEqual(
      conflict('closed'),
    );
  });
});

describe('giveComponents', () => {
  it('keeps each revision with who, when and why', async () => {
    await using world = await openWorld({ plan: scaleOfThreeHundred });
    const { entryId } = (await scoringEntries(world))[0]!;
    await give(world, entryId, { points: { 'chuyen-can': '35' } });
    const unexplained = await give(world, entryId, { points: { 'chuyen-can': '36' } }, 1);
    expect(refusalIn(unexplained)).toEqual(invalid([{ pointer: '/reason', code: 'required' }]));
    const corrected = await world.as(organiserB).call(routes.giveComponents, {
      path: { ...path, entryId },
      body: { points: { 'chuyen-can': '36' }, reason: 'Điểm danh sót một buổi' },
      ifMatch: 1,
    });
    expect(corrected.body).toMatchObject({ version: 2, by: organiserB.personId });
    await world.settle();
    const revisions = await world
      .as(organiserA)
      .reply(routes.listComponentRevisions, { path: { ...path, entryId } });
    expect(revisions).toEqual({
      items: [
        {
          revision: 1,
          at: expect.any(String),
          actorId: organiserA.personId,
          points: { 'chuyen-can': '35' },
        },
        {
          revision: 2,
          at: expect.any(String),
          actorId: organiserB.personId,
          points: { 'chuyen-can': '36' },
          reason: 'Điểm danh sót một buổi',
        },
      ],
    });
    const listed = await world.as(organiserA).reply(routes.listComponents, { path });
    expect(listed).toEqual({ items: [corrected.body] });
  });

  it('takes points on the grid of what the rubric has, and takes none back', async () => {
    await using world = await openWorld({ plan: scaleOfThreeHundred });
    const { entryId } = (await scoringEntries(world))[0]!;
    const wrong = { 'chuyen-can': '40.5', pitch: '1' };
    expect(refusalIn(await give(world, entryId, { points: wrong, votes: 3 }))).toEqual(
      invalid([
        { pointer: '/points/chuyen-can', code: 'invalid-score', limit: 'above-maximum 40' },
        { pointer: '/points/pitch', code: 'unknown-component' },
        { pointer: '/votes', code: 'unknown-component' },
      ]),
    );
    const offStep = await give(world, entryId, { points: { 'chuyen-can': '0.3' } });
    expect(refusalIn(offStep)).toEqual(
      invalid([{ pointer: '/points/chuyen-can', code: 'invalid-score', limit: 'off-step 0.5' }]),
    );
    for (const points of ['40', '0']) {
      const version = points === '40' ? 0 : 1;
      const body = { points: { 'chuyen-can': points }, reason: 'Theo danh sách' };
      expect((await give(world, entryId, body, version)).status).toBe(200);
    }
    const empty = await give(world, entryId, { points: {}, reason: 'Nhầm' }, 2);
    expect(refusalIn(empty)).toEqual(
      invalid([{ pointer: '/points/chuyen-can', code: 'required' }]),
    );
    const stale = await give(world, entryId, { points: {}, reason: 'Nhầm' }, 1);
    expect(refusalIn(stale)).toEqual({
      status: 412,
      code: 'precondition-failed',
      currentVersion: 2,
    });
  });

  it('takes votes that are a count', async () => {
    await using world = await openWorld({ plan: eightyAndVote });
    const { entryId } = (await scoringEntries(world))[0]!;
    for (const votes of [-1, 1.5, '12', 1_000_000_001, null]) {
      expect((await give(world, entryId, { points: {}, votes })).status).toBe(422);
    }
    expect((await give(world, entryId, { points: {}, votes: 1_000_000_000 })).status).toBe(200);
    const left = await give(world, entryId, { points: {}, reason: 'Nhầm' }, 1);
    expect(refusalIn(left)).toEqual(invalid([{ pointer: '/votes', code: 'required' }]));
  });

  it('is for entries of an open round whose rubric has something to give', async () => {
    await using world = await openWorld({ plan: eightyAndVote });
    const [one, two] = await eligibleEntries(world, contenders(2));
    const body = { points: {}, votes: 1 };
    expect(refusalIn(await give(world, one!.entryId, body))).toEqual(conflict('planned'));
    expect(refusalIn(await give(world, absentId, body))).toEqual({
      status: 404,
      code: 'not-found',
    });
    const consent = { path: { entryId: one!.entryId, purpose: 'to-chuc' } };
    await world.as(applicant1).reply(routes.withdrawConsent, consent);
    await assign(world, [{ entryId: two!.entryId, judgeId: judge1.personId }]);
    await open(world);
    expect((await give(world, two!.entryId, body)).status).toBe(200);
    expect(refusalIn(await give(world, one!.entryId, body))).toEqual(
      conflict('scoring', [{ code: 'entry-not-eligible', entryId: one!.entryId }]),
    );
  });

  it('has nothing to give where the rubric asks for nothing', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    expect(refusalIn(await give(world, one!.entryId, { points: {} }))).toEqual(
      conflict('scoring', [{ code: 'no-components', entryId: one!.entryId }]),
    );
  });

  it('is for organisers alone, whose values nobody else reads', async () => {
    await using world = await openWorld({ plan: eightyAndVote });
    const [one] = await scoringEntries(world);
    await give(world, one!.entryId, { points: {}, votes: 7 });
    const strangers = [secretary, judge1, applicant1];
    const of = { path: { ...path, entryId: one!.entryId } };
    const wrong = { needs: 'organiser', strangers };
    const said = { ...of, body: { points: {}, votes: 8, reason: 'x' }, ifMatch: 1 };
    await expectForbidden(world, routes.giveComponents, said, wrong);
    await expectForbidden(world, routes.listComponents, { path }, wrong);
    await expectForbidden(world, routes.listComponentRevisions, of, wrong);
  });
});

describe('giveManyComponents', () => {
  it('gives every row or none, and says which are in the way', async () => {
    await using world = await openWorld({ plan: eightyAndVote });
    const [one, two] = await scoringEntries(world, 2);
    const row = (entryId: string, votes: number, version = 0) => ({
      entryId,
      version,
      points: {},
      votes,
    });
    await give(world, one!.entryId, { points: {}, votes: 5 });
    const refused = await giveMany(world, {
      entries: [row(one!.entryId, 6), row(absentId, 1), row(two!.entryId, 2)],
    });
    expect(refusalIn(refused)).toEqual(
      conflict('scoring', [
        { code: 'changed-meanwhile', entryId: one!.entryId },
        { code: 'entry-unknown', entryId: absentId },
      ]),
    );
    const twice = await giveMany(world, {
      entries: [row(two!.entryId, 1), row(two!.entryId, 2)],
    });
    expect(refusalIn(twice)).toEqual(
      invalid([{ pointer: '/entries/1/entryId', code: 'repeated' }]),
    );
    const wrong = { ...row(two!.entryId, 2), points: { 'tinh-moi': '3' } };
    const both = [row(one!.entryId, 6, 1), wrong];
    expect(refusalIn(await giveMany(world, { entries: both }))).toEqual(
      invalid([
        { pointer: '/entries/1/points/tinh-moi', code: 'unknown-component' },
        { pointer: '/reason', code: 'required' },
      ]),
    );
    const { items } = await world.as(organiserA).reply(routes.listComponents, { path });
    expect(items.map(({ votes }) => votes)).toEqual([5]);
    const given = await giveMany(world, {
      entries: [row(two!.entryId, 2), row(one!.entryId, 6, 1)],
      reason: 'Đếm lại',
    });
    expect(
      given.body.items.map(({ entryId, votes, version }) => [entryId, votes, version]),
    ).toEqual([
      [two!.entryId, 2, 1],
      [one!.entryId, 6, 2],
    ]);
    await world.settle();
    for (const [entryId, revision] of [
      [one!.entryId, 2],
      [two!.entryId, 1],
    ] as const) {
      const revisions = await world
        .as(organiserA)
        .reply(routes.listComponentRevisions, { path: { ...path, entryId } });
      expect(revisions.items.at(-1)).toMatchObject({ revision, reason: 'Đếm lại' });
    }
  });

  it('takes up to 32 rows, and lists them a page at a time', async () => {
    await using world = await openWorld({ plan: eightyAndVote });
    const entries = await scoringEntries(world, 3);
    const rows = (count: number) =>
      Array.from({ length: count }, () => ({ entryId: absentId, version: 0, points: {} }));
    expect((await giveMany(world, { entries: rows(33) })).status).toBe(422);
    const unknown = rows(32).map((row) => ({ ...row, entryId: randomUUID() }));
    expect(refusalIn(await giveMany(world, { entries: unknown }))).toEqual(
      conflict(
        'scoring',
        unknown.map(({ entryId }) => ({ code: 'entry-unknown', entryId })),
      ),
    );
    expect((await giveMany(world, { entries: [] })).status).toBe(422);
    const said = entries.map(({ entryId }, votes) => ({ entryId, version: 0, points: {}, votes }));
    await giveMany(world, { entries: said });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor === undefined ? {} : { cursor }) };
      const page = await world.as(organiserA).reply(routes.listComponents, { path, query });
      ids.push(...page.items.map(({ entryId }) => entryId));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(ids).toEqual(entries.map(({ entryId }) => entryId).sort());
    const foreign = await world
      .as(organiserA)
      .call(routes.listComponents, { path, query: { cursor: 'abc' } });
    expect(refusalIn(foreign)).toMatchObject({ status: 400, code: 'cursor-invalid' });
  });

  it('and the close at once: what is in is in the ranking, what is refused is not', async () => {
    await using world = await openWorld({ plan: eightyAndVote });
    const [one] = await scoringEntries(world);
    const points = { 'tinh-moi': '10', 'kha-thi': '10', 'tac-dong': '10' };
    for (const judge of judges) await handInPoints(world, judge, one!.entryId, points);
    const [given] = await Promise.all([
      give(world, one!.entryId, { points: {}, votes: 9 }),
      close(world, firstRound, acceptMissing),
    ]);
    const { entries } = await preview(world);
    expect(entries[0]?.score?.components?.[0]?.votes).toBe(given.status === 200 ? 9 : undefined);
    if (given.status !== 200) expect(refusalIn(given)).toEqual(conflict('closed'));
  });
});
