import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { aroundTable } from '../../support/around-table.ts';
import { refusalIn, sameBytes } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { exampleContent } from '../../support/world-entries.ts';
import { contenders, finalRound, firstRound, scoringEntries } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  approve,
  approvedFinal,
  closedFinal,
  closedFirstRound,
  decisionOf,
  digestIn,
  publish,
} from '../../support/world-results.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, organiserB } = people;
const digestOfNothing = '0'.repeat(64);
const notOrganisers = [
  'secretary',
  'judge1',
  'applicant1',
  'administrator',
  'organiserElsewhere',
  'revoked',
] as const;

const previewed = async (world: World, roundId = firstRound) =>
  await world.as(organiserA).call(routes.previewRanking, { path: { roundId } });
const approveBy = async (world: World, digest: string, more: object = {}) =>
  await world
    .as(organiserA)
    .call(routes.approveRanking, { path: { roundId: firstRound }, body: { digest }, ...more });
const publishBy = async (world: World, digest: string, person = organiserB, more: object = {}) =>
  await world
    .as(person)
    .call(routes.publishResult, { body: { digest, decision: decisionOf(world) }, ...more });

describe('previewRanking', () => {
  it('is nobody’s while a sheet can still change', async () => {
    await using world = await openWorld();
    await scoringEntries(world);
    const refused = async (roundId: string) => refusalIn(await previewed(world, roundId));
    const conflict = { status: 409, code: 'state-conflict' };
    expect(await refused(firstRound)).toEqual({ ...conflict, state: 'scoring' });
    expect(await refused(finalRound)).toEqual({ ...conflict, state: 'planned' });
    expect(await refused('vong-ba')).toEqual(notFound);
  });

  it('shows the whole derivation, with the judges’ exact totals and the digest', async () => {
    await using world = await openWorld();
    const [first, second] = await closedFirstRound(world, { gap: 3 });
    const answer = await previewed(world);
    const { rankings, ...preview } = answer.body;
    expect(preview).toEqual({
      editionId: world.editionId,
      roundId: firstRound,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      state: 'closed',
      hiddenSheets: 0,
      awards: [],
      unawarded: [],
      blockers: [],
    });
    const judges = [people.judge1, people.judge2, people.judge3];
    const sheets = (total: string) => judges.map(({ personId }) => ({ judgeId: personId, total }));
    const [ranking] = rankings;
    expect(
      ranking!.entries.map(({ entryId, sheets: given, score }) => [entryId, given, score?.printed]),
    ).toEqual(
      [
        [first!.entryId, sheets('100'), '100.00'],
        [second!.entryId, sheets('197/2'), '98.50'],
      ].sort(([a], [b]) => (a! < b! ? -1 : 1)),
    );
    expect(ranking!.overall.places).toEqual([
      { rank: 1, score: '100.00', entryIds: [first!.entryId], standing: 'alone' },
      { rank: 2, score: '98.50', entryIds: [second!.entryId], standing: 'alone' },
    ]);
    expect((await previewed(world)).text).toBe(answer.text);
  });

  it('is the same after the approval, and in whatever order the table answers', async () => {
    let isReversed = false;
    await using world = await openWorld({
      around: (table) => ({
        ...table,
        async query(query) {
          const page = await table.query(query);
          return isReversed ? { ...page, items: [...page.items].reverse() } : page;
        },
      }),
    });
    await closedFirstRound(world, { contents: contenders(4) });
    const before = await digestIn(world);
    isReversed = true;
    expect(await digestIn(world)).toBe(before);
    await approve(world);
    const after = await previewed(world);
    expect([after.body.digest, after.body.state]).toEqual([before, 'approved']);
  });

  it('is an organiser’s', async () => {
    await using world = await openWorld();
    const said = { path: { roundId: firstRound } };
    expect(await refusalsOf(world, routes.previewRanking, said, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
  });
});

describe('approveRanking', () => {
  it('ends the round with the digest that was seen, once', async () => {
    await using world = await openWorld();
    const entries = await closedFirstRound(world);
    const digest = await digestIn(world);
    expect(refusalIn(await approveBy(world, digestOfNothing))).toEqual({
      status: 409,
      code: 'digest-changed',
      current: digest,
    });
    const said = { idempotencyKey: 'approve-once' };
    const answer = await approveBy(world, digest, said);
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        roundId: firstRound,
        digest,
        approvedAt: world.now(),
        advanced: entries.map(({ entryId }) => entryId),
      },
    ]);
    expect((await approveBy(world, digest, said)).text).toBe(answer.text);
    expect(refusalIn(await approveBy(world, digest))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'approved',
      blockers: [],
    });
  });

  it('is refused before the close, and to all but organisers', async () => {
    await using world = await openWorld();
    await scoringEntries(world);
    expect(refusalIn(await approveBy(world, digestOfNothing))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'scoring',
    });
    const said = { path: { roundId: firstRound }, body: { digest: digestOfNothing } };
    expect(await refusalsOf(world, routes.approveRanking, said, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
  });

  it('waits for people where a tie stands across a prize and the plan does not share it', async () => {
    await using world = await openWorld({
      plan: (plan) => ({ ...plan, awards: { ties: 'unresolved' } }),
    });
    const contents = [exampleContent(0), exampleContent(1)];
    const entries = await closedFinal(world, { contents, gap: 0 });
    const preview = await previewed(world, finalRound);
    const blockers = entries
      .map(({ entryId }) => entryId)
      .sort()
      .map((entryId) => ({ code: 'open-tie-across-prizes', entryId }));
    expect([preview.body.awards, preview.body.blockers]).toEqual([[], blockers]);
    const answer = await world.as(organiserA).call(routes.approveRanking, {
      path: { roundId: finalRound },
      body: { digest: preview.body.digest },
    });
    expect(refusalIn(answer)).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'closed',
      blockers,
    });
  });

  it('of two at once has one effect', async () => {
    await using world = await openWorld();
    await closedFirstRound(world);
    const digest = await digestIn(world);
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => await approveBy(world, digest)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe('publishResult', () => {
  it('makes the result everybody’s, by another person than the approver', async () => {
    await using world = await openWorld();
    const unnamed = exampleContent(1, {
      consents: [{ purpose: 'to-chuc', version: '2022-05-20' }],
    });
    const named = exampleContent(0);
    const { entries, digest } = await approvedFinal(world, { contents: [named, unnamed] });
    world.at('2022-09-30T01:00:00.000Z');
    expect(refusalIn(await publishBy(world, digest, organiserA))).toEqual({
      status: 403,
      code: 'second-person-required',
    });
    expect(refusalIn(await publishBy(world, digestOfNothing))).toEqual({
      status: 409,
      code: 'digest-changed',
      current: digest,
    });
    const answer = await publishBy(world, digest, organiserB, { idempotencyKey: 'publish-once' });
    const edition = await world.anonymous.reply(routes.getEdition);
    const result = {
      editionId: world.editionId,
      name: edition.name,
      organiser: edition.plan.organiser,
      timeZone: 'Asia/Ho_Chi_Minh',
      tracks: edition.plan.tracks,
      resultVersion: 1,
      state: 'published',
      publishedAt: world.now(),
      decision: decisionOf(world),
      digest,
      earlier: [],
      awards: [
        {
          prizeId: 'nhat',
          prize: { vi: 'Giải Nhất', en: 'First prize' },
          rank: 1,
          joint: false,
          code: entries[0]!.code,
          title: named.title,
          trackId: named.trackId,
          applicantName: named.applicant?.name,
          publicSummary: named.publicSummary,
        },
        {
          prizeId: 'nhi',
          prize: { vi: 'Giải Nhì', en: 'Second prize' },
          rank: 2,
          joint: false,
          code: entries[1]!.code,
          title: unnamed.title,
          trackId: unnamed.trackId,
        },
      ],
    };
    expect([answer.status, answer.body]).toEqual([201, { state: 'published', result }]);
    const read = await world.anonymous.call(routes.getResult);
    expect([read.status, read.body]).toEqual([200, result]);
    const repeated = await publishBy(world, digest, organiserB, { idempotencyKey: 'publish-once' });
    expect([repeated.status, repeated.text]).toEqual([201, answer.text]);
    expect(refusalIn(await publishBy(world, digest))).toEqual({
      status: 409,
      code: 'already-published',
    });
  });

  it('twenty times at once has one effect', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => await publishBy(world, digest)),
    );
    const lost = answers.filter(({ status }) => status !== 201);
    expect(lost.map(refusalIn)).toEqual(
      Array.from({ length: 19 }, () => ({ status: 409, code: 'already-published' })),
    );
    await world.settle();
    const files = ['en.html', 'index.html', 'results.json', 'versions/1.json'].map(
      (name) => `results/${world.editionId}/${name}`,
    );
    expect(await world.results.list('')).toEqual([...files, 'results/results.schema.json']);
  });

  it('is refused before the final is approved, and to all but organisers', async () => {
    await using world = await openWorld();
    await closedFinal(world);
    const digest = await digestIn(world, finalRound);
    expect(refusalIn(await publishBy(world, digest))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'closed',
    });
    const said = { body: { digest, decision: decisionOf(world) } };
    expect(await refusalsOf(world, routes.publishResult, said, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
    await world.settle();
    expect(await world.results.list('')).toEqual([]);
  });

  it('gives the prizes of the plan that the final was opened under', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    const edition = await world.anonymous.reply(routes.getEdition);
    const prizes = edition.plan.prizes.map((prize) => ({ ...prize, id: `${prize.id}-moi` }));
    await world.as(organiserA).reply(routes.changePlan, {
      body: { plan: { ...edition.plan, prizes }, reason: 'Đổi giải', documentNumber: '90/QĐ-BTC' },
      ifMatch: edition.version,
    });
    const { awards } = await publish(world, digest);
    expect(awards.map(({ prizeId }) => prizeId)).toEqual(['nhat', 'nhi']);
  });

  it('killed at any call of the table leaves nothing or all of it, and is made good by a retry', async () => {
    let dying: { readonly at: number; readonly isAfter: boolean } | undefined;
    let calls = 0;
    let died: 'read' | 'write' | undefined;
    await using world = await openWorld({
      around: (table) =>
        aroundTable(table, async ({ method }, proceed) => {
          calls += 1;
          if (calls !== dying?.at) return await proceed();
          died = method === 'write' ? 'write' : 'read';
          if (dying.isAfter) await proceed();
          throw new Error('the process is gone');
        }),
    });
    const { digest } = await approvedFinal(world);
    const said = { idempotencyKey: 'publish-again' };
    const publishDying = async (at: number, isAfter: boolean) => {
      [dying, calls, died] = [{ at, isAfter }, 0, undefined];
      const { status } = await publishBy(world, digest, organiserB, said);
      dying = undefined;
      return status;
    };
    const deaths: (typeof died)[] = [];
    for (let at = 1; deaths.at(-1) !== 'write'; at += 1) {
      expect(await publishDying(at, false)).toBe(500);
      deaths.push(died);
      // A read that took place changes nothing either.
      if (died === 'read') expect(await publishDying(at, true)).toBe(500);
      await world.settle();
      expect((await world.anonymous.call(routes.getResult)).status).toBe(404);
      expect(await world.results.list('')).toEqual([]);
    }
    expect(deaths.length).toBeGreaterThan(5);
    expect(await publishDying(deaths.length, true)).toBe(500);
    const published = await world.anonymous.call(routes.getResult);
    const repeated = await publishBy(world, digest, organiserB, said);
    expect([repeated.status, repeated.body.result]).toEqual([201, published.body]);
    await world.settle();
    expect((await world.anonymous.reply(routes.getResult)).resultVersion).toBe(1);
  });
});

describe('getResult', () => {
  it('before publication is the answer for an edition that is not, to the byte, for everybody', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    const callers = [world.anonymous, ...Object.values(people).map((one) => world.as(one))];
    for (const caller of callers) {
      const before = await caller.call(routes.getResult);
      const unknown = await caller.call(routes.getResult, { path: { editionId: 'kon-tum-2099' } });
      expect(refusalIn(before)).toEqual(notFound);
      expect(sameBytes(before)).toBe(sameBytes(unknown));
      const { 'x-request-id': mine, ...headers } = before.headers;
      const { 'x-request-id': theirs, ...others } = unknown.headers;
      expect([headers, before.text.length]).toEqual([others, unknown.text.length]);
    }
    await publish(world, digest);
    expect((await world.anonymous.call(routes.getResult)).status).toBe(200);
  });
});
