import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TieStep } from '../../../lib/contest/ranking-rules.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import { exampleContent } from '../../support/world-entries.ts';
import {
  assign,
  close,
  declare,
  eligibleEntries,
  firstRound,
  open,
  openScoring,
  scoreAll,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approve, digestIn } from '../../support/world-results.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };
const [j1, j2, j3] = [judge1.personId, judge2.personId, judge3.personId];
const minutes = { reason: 'Hội đồng thống nhất', documentNumber: '05/BB-HĐGK' };
const others = [
  'secretary',
  'judge1',
  'applicant1',
  'administrator',
  'organiserElsewhere',
  'revoked',
] as const;

/** One of a track goes on, and the ladder is these steps. */
const worldWith = async (tieBreak: TieStep[]) =>
  await openWorld({
    plan: (example) => ({
      ...example,
      rounds: example.rounds.map((round, at) =>
        at > 0
          ? round
          : {
              ...round,
              rules: {
                ...round.rules,
                tieBreak,
                cutTie: 'unresolved' as const,
                advance: { perTrack: 1 },
              },
            },
      ),
    }),
  });

/** So many entries of one track with the same marks by all, in a closed round; by id. */
async function tiedEntries(world: World, count: number, { chair }: { chair?: Person } = {}) {
  const contents = Array.from({ length: count }, (_, at) =>
    exampleContent(at, { trackId: 'y-tuong' }),
  );
  const entries = await eligibleEntries(world, contents);
  if (chair) {
    const body = { judges: [j1, j2, j3], chair: chair.personId };
    await world.as(organiserA).reply(routes.setPanel, { path, body, ifMatch: 1 });
  }
  await openScoring(world, entries);
  await scoreAll(world, entries, { gap: 0 });
  await close(world);
  return entries.map(({ entryId }) => entryId).sort();
}

const ties = async (world: World, person: Person = organiserA) =>
  await world.as(person).call(routes.listTies, { path });
const decide = async (world: World, order: readonly string[][], person: Person = organiserA) =>
  await world.as(person).call(routes.decideTie, { path, body: { order, ...minutes } });
const draw = async (world: World, person: Person = organiserA) =>
  await world.as(person).call(routes.drawLot, { path });
const approveBy = async (world: World, digest: string) =>
  await world.as(organiserA).call(routes.approveRanking, { path, body: { digest } });

describe('a tie that is left to the chair', () => {
  it('is listed, decided by order and voids what was seen before; then the round is approved', async () => {
    await using world = await worldWith([{ kind: 'chair' }]);
    const ids = await tiedEntries(world, 3);
    const [a, b, c] = ids as [string, string, string];
    const left = {
      leftTo: 'chair',
      rank: 1,
      entryIds: ids,
      isDecided: false,
      isNeeded: true,
    };
    expect((await ties(world)).body).toEqual({ roundId: firstRound, ties: [left] });
    const before = await digestIn(world);
    expect(refusalIn(await approveBy(world, before))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'closed',
      blockers: ids.map((entryId) => ({ code: 'tie-across-the-cut', entryId })),
    });

    const decided = await decide(world, [[b], [a, c]]);
    expect([decided.status, decided.body]).toEqual([
      201,
      {
        roundId: firstRound,
        order: [[b], [a, c]],
        ...minutes,
        signedBy: organiserA.personId,
        at: world.now(),
      },
    ]);
    expect((await ties(world)).body.ties).toEqual([{ ...left, isDecided: true, isNeeded: false }]);
    const after = await digestIn(world);
    expect(refusalIn(await approveBy(world, before))).toEqual({
      status: 409,
      code: 'digest-changed',
      current: after,
    });
    const preview = await world.as(organiserA).reply(routes.previewRanking, { path });
    expect(preview.rankings[0]!.overall.places).toEqual([
      { rank: 1, score: '100.00', entryIds: [b], standing: 'alone' },
      { rank: 2, score: '100.00', entryIds: [a, c], standing: 'shared' },
    ]);
    expect((await approveBy(world, after)).body.advanced).toEqual([b]);
    expect(refusalIn(await decide(world, [[a], [b, c]]))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'approved',
    });
  });

  it('can be decided anew until the approval, and each time stands in the history', async () => {
    await using world = await worldWith([{ kind: 'chair' }]);
    const [a, b] = (await tiedEntries(world, 2)) as [string, string];
    await decide(world, [[a], [b]]);
    const first = await digestIn(world);
    expect((await decide(world, [[b], [a]])).status).toBe(201);
    expect(await digestIn(world)).not.toBe(first);
    await approve(world);
    const { records } = await listHistory(world.table, `round/${world.editionId}/${firstRound}`, {
      limit: 50,
    });
    const orders = records
      .filter(({ operation }) => operation === 'decideTie')
      .map(({ detail, actorId }) => [actorId, detail]);
    expect(orders).toEqual([
      [organiserA.personId, { order: [[a], [b]], ...minutes }],
      [organiserA.personId, { order: [[b], [a]], ...minutes }],
    ]);
  });

  it('is decided for exactly the entries that are tied, each once', async () => {
    await using world = await worldWith([{ kind: 'chair' }]);
    const [a, b, c] = (await tiedEntries(world, 3)) as [string, string, string];
    const wrong = (code: string) => ({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/order', code }],
    });
    expect(refusalIn(await decide(world, [[a], [b]]))).toEqual(wrong('no-such-tie'));
    expect(refusalIn(await decide(world, [[a], [b], [c], [a]]))).toEqual(wrong('repeated'));
    const unknown = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';
    expect(refusalIn(await decide(world, [[a], [b], [unknown]]))).toEqual(wrong('no-such-tie'));
    expect(refusalIn(await draw(world))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'closed',
      blockers: [{ code: 'nothing-to-draw' }],
    });
  });

  it('is decided by the chair alone where there is one', async () => {
    await using world = await worldWith([{ kind: 'chair' }]);
    const [a, b] = (await tiedEntries(world, 2, { chair: judge2 })) as [string, string];
    for (const person of [organiserA, judge1, judge3]) {
      expect(refusalIn(await decide(world, [[a], [b]], person))).toEqual(forbidden('chair'));
      expect(refusalIn(await draw(world, person))).toEqual(forbidden('chair'));
    }
    expect(refusalIn(await ties(world, judge1))).toEqual(forbidden('organiser'));
    expect((await ties(world, judge2)).text).toBe((await ties(world)).text);
    expect((await decide(world, [[a], [b]], judge2)).body.signedBy).toBe(j2);
    await approve(world);
  });

  it('is not decided by a chair who is close to one of the tied', async () => {
    await using world = await worldWith([{ kind: 'chair' }]);
    const contents = [0, 1].map((at) => exampleContent(at, { trackId: 'y-tuong' }));
    const entries = await eligibleEntries(world, contents);
    const body = { judges: [j1, j2, j3], chair: j2 };
    await world.as(organiserA).reply(routes.setPanel, { path, body, ifMatch: 1 });
    await openScoring(world, entries);
    await scoreAll(world, entries, { gap: 0 });
    await declare(world, judge2, entries[1]!.entryId, { conflict: true, reason: 'Họ hàng' });
    const accepted = { acceptMissing: true, reason: 'Thư ký xác nhận' };
    await world.as(organiserA).reply(routes.closeRound, { path, body: accepted });
    const order = entries.map(({ entryId }) => [entryId]);
    expect(refusalIn(await decide(world, order, judge2))).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: 'declared',
    });
  });

  it('is nobody else’s, and nothing before the round is closed', async () => {
    await using world = await worldWith([{ kind: 'chair' }]);
    const entries = await eligibleEntries(world, [exampleContent(0)]);
    const order = [[entries[0]!.entryId]];
    await assign(world, [{ entryId: entries[0]!.entryId, judgeId: j1 }]);
    await open(world);
    const open409 = { status: 409, code: 'state-conflict', state: 'scoring' };
    for (const answer of [await ties(world), await decide(world, order), await draw(world)]) {
      expect(refusalIn(answer)).toEqual(open409);
    }
    const body = { order, ...minutes };
    const calls = [
      await refusalsOf(world, routes.listTies, { path }, others),
      await refusalsOf(world, routes.decideTie, { path, body }, others),
      await refusalsOf(world, routes.drawLot, { path }, others),
    ];
    for (const refusals of calls) {
      expect(refusals).toEqual({
        anonymous: unauthenticated,
        ...each(others, forbidden('organiser')),
      });
    }
  });
});

describe('a tie that is left to the lot', () => {
  it('is drawn once, from a seed whose digest everybody on the jury had from the opening on', async () => {
    await using world = await worldWith([{ kind: 'lot' }]);
    const ids = await tiedEntries(world, 3);
    const { lot } = await world.as(judge1).reply(routes.getRound, { path });
    expect(lot).toEqual({ commitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const before = await digestIn(world);
    expect((await ties(world)).body.ties).toEqual([
      { leftTo: 'lot', rank: 1, entryIds: ids, isDecided: false, isNeeded: true },
    ]);
    expect(refusalIn(await decide(world, [ids]))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/order', code: 'no-such-tie' }],
    });

    const { status, body } = await draw(world);
    const digest = (text: string) => hash('sha256', text, 'hex');
    const order = ids.toSorted((a, b) =>
      digest(`${body.seed} ${a}`) < digest(`${body.seed} ${b}`) ? -1 : 1,
    );
    expect([status, body]).toEqual([
      201,
      {
        roundId: firstRound,
        commitment: lot!.commitment,
        seed: body.seed,
        at: world.now(),
        order,
      },
    ]);
    expect(digest(body.seed)).toBe(lot!.commitment);
    expect((await world.as(judge1).reply(routes.getRound, { path })).lot).toEqual({
      commitment: lot!.commitment,
      drawn: { seed: body.seed, at: world.now() },
    });
    expect(refusalIn(await draw(world))).toEqual({
      status: 409,
      code: 'already-exists',
      what: 'draw',
    });
    expect(refusalIn(await approveBy(world, before))).toMatchObject({ code: 'digest-changed' });
    const digestNow = await digestIn(world);
    expect((await approveBy(world, digestNow)).body.advanced).toEqual([order[0]]);
  });

  it('has a seed that no answer and no log line shows before, and none where no rule needs it', async () => {
    await using world = await worldWith([{ kind: 'lot' }]);
    await tiedEntries(world, 2);
    await digestIn(world);
    const row = world.table.database
      .prepare("SELECT body FROM main WHERE pk LIKE 'LOT#%'")
      .get() as { body: string };
    const { seed } = JSON.parse(row.body) as { seed: string };
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    const answers = [
      await ties(world),
      await world.as(organiserA).call(routes.getRound, { path }),
      await world.as(organiserA).call(routes.previewRanking, { path }),
    ];
    const told = [...answers.map(({ text }) => text), ...world.lines].join('\n');
    expect(told).not.toContain(seed);
    const ledger = world.table.database.prepare('SELECT body FROM ledger').all();
    expect(JSON.stringify(ledger)).not.toContain(seed);
    expect((await draw(world)).body.seed).toBe(seed);

    await using plain = await worldWith([{ kind: 'chair' }]);
    await tiedEntries(plain, 2);
    const count = plain.table.database
      .prepare("SELECT count(*) AS n FROM main WHERE pk LIKE 'LOT#%'")
      .get();
    expect(count).toEqual({ n: 0 });
  });
});
