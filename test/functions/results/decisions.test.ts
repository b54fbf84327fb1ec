import { describe, expect, it } from 'vitest';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { exampleContent } from '../../support/world-entries.ts';
import {
  close,
  contenders,
  eligibleEntries,
  finalRound,
  firstRound,
  openScoring,
  scoreAll,
  scoringEntries,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approve, closedFinal, closedFirstRound, digestIn } from '../../support/world-results.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, organiserB } = people;
const paper = { reason: 'Ban Tổ chức quyết định', documentNumber: '99/QĐ-BTC' };
const others = [
  'secretary',
  'judge1',
  'applicant1',
  'administrator',
  'organiserElsewhere',
  'revoked',
] as const;
const nobody = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';

/** Beside the example's prizes one of the chairman of the province and one of the public. */
const withSpecials = (example: WirePlan): WirePlan => ({
  ...example,
  prizes: [
    ...example.prizes,
    {
      id: 'chu-tich',
      name: { vi: 'Giải của Chủ tịch', en: 'Chairman’s prize' },
      quantity: 1,
      amountVnd: 1,
      given: 'decision',
    },
    {
      id: 'khan-gia',
      name: { vi: 'Giải khán giả', en: 'Audience prize' },
      quantity: 1,
      amountVnd: 1,
      given: 'publicVote',
    },
  ],
});

/** One of a track goes on, and a tie across the cut has neither chair nor lot. */
const withOpenCut = (example: WirePlan): WirePlan => ({
  ...example,
  rounds: example.rounds.map((round, at) =>
    at > 0
      ? round
      : {
          ...round,
          rules: {
            ...round.rules,
            tieBreak: [{ kind: 'shared' as const }],
            cutTie: 'unresolved' as const,
            advance: { perTrack: 1 },
          },
        },
  ),
});

const decide = async (world: World, said: object, roundId = finalRound, by = organiserA) =>
  await world
    .as(by)
    .call(routes.recordDecision, { path: { roundId }, body: { ...paper, ...said } });
const decided = async (world: World, said: object, roundId = finalRound) => {
  const answer = await decide(world, said, roundId);
  expect([answer.status, answer.text]).toEqual([201, answer.text]);
  return answer.body;
};
const vote = async (world: World, prizeId: string, counts: { [entryId: string]: number }) =>
  await world.as(organiserA).call(routes.countVotes, {
    path: { roundId: finalRound },
    body: {
      prizeId,
      counts: Object.entries(counts).map(([entryId, votes]) => ({ entryId, votes })),
      ...paper,
    },
  });
const previewed = async (world: World, roundId = finalRound) =>
  await world.as(organiserA).reply(routes.previewRanking, { path: { roundId } });
const awardsIn = async (world: World) =>
  (await previewed(world)).awards.map(({ prizeId, entryId }) => `${prizeId} ${entryId}`);
const wrong = (pointer: string, code: string, limit?: number) => ({
  status: 422,
  code: 'validation-failed',
  errors: [{ pointer, code, ...(limit === undefined ? {} : { limit }) }],
});
const approveBy = async (world: World, digest: string, roundId = finalRound) =>
  await world.as(organiserA).call(routes.approveRanking, { path: { roundId }, body: { digest } });

/** `count` entries of one track with the same marks by all, in a closed first round. */
async function tied(world: World, count: number): Promise<string[]> {
  const contents = Array.from({ length: count }, (_, at) =>
    exampleContent(at, { trackId: 'y-tuong' }),
  );
  const entries = await eligibleEntries(world, contents);
  await openScoring(world, entries);
  await scoreAll(world, entries, { gap: 0 });
  await close(world);
  return entries.map(({ entryId }) => entryId).sort();
}

describe('who goes on', () => {
  it('is another number where the organisers decide so, and that is in what is approved', async () => {
    await using world = await openWorld({ plan: withOpenCut });
    const contents = [0, 1, 2].map((at) => exampleContent(at, { trackId: 'y-tuong' }));
    const [a, b] = await closedFirstRound(world, { contents });
    const before = await digestIn(world);
    const said = { kind: 'advance-number', trackId: 'y-tuong', perTrack: 2 };
    expect(await decided(world, said, firstRound)).toEqual({
      roundId: firstRound,
      number: 1,
      ...said,
      ...paper,
      signedBy: organiserA.personId,
      at: world.now(),
      approvalVoided: false,
    });
    const again = await decide(world, { ...said, perTrack: 3 }, firstRound);
    expect(refusalIn(again)).toEqual(wrong('/trackId', 'already-decided', 1));
    const unknown = await decide(world, { ...said, trackId: 'khong-co' }, firstRound);
    expect(refusalIn(unknown)).toEqual(wrong('/trackId', 'unknown-track'));
    expect(refusalIn(await approveBy(world, before, firstRound))).toMatchObject({
      code: 'digest-changed',
    });
    const digest = await digestIn(world);
    const approved = await approveBy(world, digest, firstRound);
    expect(approved.body.advanced).toEqual([a!.entryId, b!.entryId]);
  });

  it('is named where a tie at the cut has neither chair nor lot', async () => {
    await using world = await openWorld({ plan: withOpenCut });
    const [a, b, c] = (await tied(world, 3)) as [string, string, string];
    const stuck = await approveBy(world, await digestIn(world), firstRound);
    expect(refusalIn(stuck)).toMatchObject({
      code: 'state-conflict',
      blockers: [a, b, c].map((entryId) => ({ code: 'tie-across-the-cut', entryId })),
    });
    const said = { kind: 'advance-tied', trackId: 'y-tuong' };
    const refused = async (more: object) =>
      refusalIn(await decide(world, { ...said, ...more }, firstRound));
    expect(await refused({ entryIds: [b, nobody] })).toEqual(wrong('/entryIds/1', 'not-tied'));
    expect(await refused({ entryIds: [b, b] })).toEqual(wrong('/entryIds/1', 'repeated'));
    expect(await refused({ trackId: 'du-an', entryIds: [b] })).toEqual(
      wrong('/trackId', 'no-such-tie'),
    );
    const recorded = await decided(world, { ...said, entryIds: [c, a] }, firstRound);
    expect([...recorded.among!].sort()).toEqual([a, b, c]);
    expect(await refused({ entryIds: [b] })).toEqual(wrong('/trackId', 'no-such-tie'));
    const approved = await approveBy(world, await digestIn(world), firstRound);
    expect([...approved.body.advanced].sort()).toEqual([a, c]);
  });
});

describe('who gets a prize', () => {
  it('is decided for, taken back by another record, and each is kept', async () => {
    await using world = await openWorld({ plan: withSpecials });
    const entries = await closedFinal(world, { contents: contenders(3) });
    const [a, b, c] = entries.map(({ entryId }) => entryId) as [string, string, string];
    await vote(world, 'khan-gia', { [b]: 12, [c]: 30 });
    const byRank = [`nhat ${a}`, `nhi ${b}`, `nhi ${c}`, `khan-gia ${c}`];
    expect(await awardsIn(world)).toEqual(byRank);
    const seen = await digestIn(world, finalRound);

    await decided(world, { kind: 'leave-empty', prizeId: 'nhat', places: 1 });
    await decided(world, { kind: 'give-prize', prizeId: 'chu-tich', entryId: b });
    expect(await awardsIn(world)).toEqual([
      `nhi ${a}`,
      `nhi ${b}`,
      `ba ${c}`,
      `chu-tich ${b}`,
      `khan-gia ${c}`,
    ]);
    expect((await previewed(world)).unawarded).toContainEqual({
      prizeId: 'nhat',
      places: 1,
      because: 'left-empty',
    });
    await decided(world, { kind: 'withdraw', decision: 2 });
    await decided(world, { kind: 'withdraw', decision: 3 });
    expect(await awardsIn(world)).toEqual(byRank);
    expect(await digestIn(world, finalRound)).toBe(seen);
    const withdrawn = await decide(world, { kind: 'withdraw', decision: 3 });
    expect(refusalIn(withdrawn)).toEqual(wrong('/decision', 'no-such-decision'));

    const { decisions } = await world
      .as(organiserB)
      .reply(routes.listDecisions, { path: { roundId: finalRound } });
    expect(decisions.map(({ number, kind, isInForce }) => [number, kind, isInForce])).toEqual([
      [1, 'count-votes', true],
      [2, 'leave-empty', false],
      [3, 'give-prize', false],
      [4, 'withdraw', false],
      [5, 'withdraw', false],
    ]);
    const { records } = await listHistory(world.table, `round/${world.editionId}/${finalRound}`, {
      limit: 50,
    });
    const told = records.filter(({ operation }) => operation === 'recordDecision');
    expect(told.map(({ detail }) => (detail as { number: number }).number)).toEqual([2, 3, 4, 5]);
  });

  it('refuses what contradicts, and what nobody can know', async () => {
    await using world = await openWorld({ plan: withSpecials });
    const entries = await closedFinal(world, { contents: contenders(2) });
    const [a, b] = entries.map(({ entryId }) => entryId) as [string, string];
    const refused = async (said: object, roundId = finalRound) =>
      refusalIn(await decide(world, said, roundId));
    const give = (prizeId: string, entryId: string) => ({ kind: 'give-prize', prizeId, entryId });
    expect(await refused(give('nhat', nobody))).toEqual(wrong('/entryId', 'unknown-entry'));
    expect(await refused(give('khong-co', a))).toEqual(wrong('/prizeId', 'unknown-prize'));
    expect(await refused(give('khan-gia', a))).toEqual(wrong('/prizeId', 'by-vote'));
    const take = { kind: 'take-prize', prizeId: 'nhat', moveUp: true };
    expect(await refused({ ...take, entryId: b })).toEqual(wrong('/entryId', 'no-such-award'));
    await decided(world, give('nhat', b));
    expect(await refused(give('nhat', a))).toEqual(wrong('/prizeId', 'no-place-left', 0));
    expect(await refused(give('nhi', b))).toEqual(wrong('/entryId', 'already-decided', 1));
    expect(await refused({ ...take, entryId: b })).toEqual(wrong('/entryId', 'already-decided', 1));
    const empty = { kind: 'leave-empty', prizeId: 'nhat', places: 1 };
    expect(await refused(empty)).toEqual(wrong('/places', 'no-place-left', 0));
    expect(await refused({ ...empty, prizeId: 'chu-tich', places: 2 })).toEqual(
      wrong('/places', 'no-place-left', 1),
    );
    const number = { kind: 'advance-number', trackId: 'y-tuong', perTrack: 1 };
    expect(await refused(number)).toEqual(wrong('/trackId', 'not-in-this-round'));
    const votes = async (prizeId: string, counts: { [entryId: string]: number }) =>
      refusalIn(await vote(world, prizeId, counts));
    expect(await votes('nhat', { [a]: 1 })).toEqual(wrong('/prizeId', 'not-by-vote'));
    expect(await votes('khan-gia', { [nobody]: 1 })).toEqual(
      wrong('/counts/0/entryId', 'unknown-entry'),
    );
    expect(await votes('khan-gia', { [a]: -1 })).toMatchObject({ status: 422 });
  });

  it('waits for the counts of the public; a count corrected leaves the first on record', async () => {
    await using world = await openWorld({ plan: withSpecials });
    const entries = await closedFinal(world, { contents: contenders(2) });
    const [a, b] = entries.map(({ entryId }) => entryId) as [string, string];
    expect((await previewed(world)).blockers).toEqual([
      { code: 'votes-not-counted', prizeId: 'khan-gia' },
    ]);
    expect((await vote(world, 'khan-gia', { [a]: 10, [b]: 2 })).status).toBe(200);
    await vote(world, 'khan-gia', { [a]: 10, [b]: 10 });
    const shared = { prizeId: 'khan-gia', joint: true, given: 'publicVote', votes: 10 };
    const { awards, blockers } = await previewed(world);
    expect([awards.slice(-2), blockers]).toEqual([
      [a, b].sort().map((entryId) => ({ ...shared, entryId })),
      [],
    ]);
    const { decisions } = await world
      .as(organiserA)
      .reply(routes.listDecisions, { path: { roundId: finalRound } });
    expect(decisions.map(({ isInForce }) => isInForce)).toEqual([false, true]);
    await approve(world, finalRound);
  });

  it('is nobody else’s to decide, and nothing before the round is closed', async () => {
    await using world = await openWorld({ plan: withSpecials });
    const [entry] = await scoringEntries(world);
    const path = { roundId: firstRound };
    const body = { kind: 'advance-number', trackId: 'y-tuong', perTrack: 2, ...paper };
    const counts = [{ entryId: entry!.entryId, votes: 1 }];
    const votes = { prizeId: 'khan-gia', counts, ...paper };
    expect(refusalIn(await decide(world, body, firstRound))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'scoring',
    });
    for (const refusals of [
      await refusalsOf(world, routes.recordDecision, { path, body }, others),
      await refusalsOf(world, routes.countVotes, { path, body: votes }, others),
      await refusalsOf(world, routes.listDecisions, { path }, others),
    ]) {
      expect(refusals).toEqual({
        anonymous: unauthenticated,
        ...each(others, forbidden('organiser')),
      });
    }
  });
});
