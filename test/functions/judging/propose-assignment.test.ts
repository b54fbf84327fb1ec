import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { digestOf } from '../../../lib/store/digest.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  assign,
  contenders,
  declare,
  eligibleEntries,
  finalRound,
  firstRound,
  handIn,
  openScoring,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const route = routes.proposeAssignment;
const { organiserA, judge1, judge2, judge3, revoked } = people;
const path = { roundId: firstRound };

const early = refusalIn(await world.as(organiserA).call(route, { path, body: {} }));
const entries = await eligibleEntries(world, contenders(4));
const entryIds = entries.map(({ entryId }) => entryId).sort();
const judgeIds = [judge1, judge2, judge3].map(({ personId }) => personId).sort();

/** A proposal that was possible. */
async function proposed(body: object = {}, from: World = world) {
  const reply = await from.as(organiserA).reply(route, { path, body });
  if (!reply.possible) throw new Error(JSON.stringify(reply.reasons));
  return reply;
}

test('waits for the end of submissions', () => {
  expect(early).toMatchObject({ status: 409, code: 'phase-closed' });
});

test('gives every entry as many judges as the plan says, and reports on it', async () => {
  const { pairs, standing, report, beyondDemand } = await proposed();
  expect(pairs).toEqual(
    entryIds.flatMap((entryId) => judgeIds.map((judgeId) => ({ entryId, judgeId }))),
  );
  expect({ standing, beyondDemand }).toEqual({ standing: 0, beyondDemand: [] });
  expect(report).toMatchObject({
    cards: 12,
    components: 1,
    loads: { least: 4, most: 4 },
    concerns: [],
  });
});

test('is the same for the same seed, and connected and even with fewer judges', async () => {
  const body = { judgesPerEntry: 2, seed: 'Kon Tum 2022' };
  const first = await proposed(body);
  expect(await proposed(body)).toEqual(first);
  expect(first.pairs.length).toBe(8);
  expect(first.report).toMatchObject({ components: 1, loads: { least: 2, most: 3 } });
});

test('says why it cannot be: more judges than there are', async () => {
  const reply = await world.as(organiserA).reply(route, { path, body: { judgesPerEntry: 4 } });
  const reason = (entryId: string) => ({
    code: 'too-few-judges',
    missing: 1,
    because: ['panel'],
    entries: [{ entryId, wants: 4, others: 3 }],
    fullJudges: [],
  });
  if (reply.possible) throw new Error('possible');
  const byEntry = reply.reasons.toSorted((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
  );
  expect(byEntry).toEqual(entryIds.map(reason));
});

test('goes around what stands and never into a conflict', async () => {
  const [first, second] = entries;
  await assign(world, [{ entryId: first!.entryId, judgeId: judge1.personId }]);
  await assign(world, [{ entryId: second!.entryId, judgeId: judge2.personId }]);
  await declare(world, judge2, second!.entryId, { conflict: true, reason: 'Cố vấn' });
  const { pairs, standing } = await proposed({ judgesPerEntry: 2 });
  // The task that a conflict struck does not stand: somebody else reads in its place.
  expect(standing).toBe(1);
  expect(pairs.length).toBe(7);
  const named = pairs.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`);
  expect(named).not.toContain(`${first!.entryId} ${judge1.personId}`);
  expect(named).not.toContain(`${second!.entryId} ${judge2.personId}`);
});

test('can be given as it is', async () => {
  const { pairs } = await proposed({ judgesPerEntry: 2 });
  await assign(world, pairs);
  expect(await proposed({ judgesPerEntry: 2 })).toMatchObject({ pairs: [], standing: 8 });
});

test('of a later round has who came through, so nobody before the first is approved', async () => {
  const reply = await world
    .as(organiserA)
    .reply(route, { path: { roundId: finalRound }, body: {} });
  expect(reply).toMatchObject({ possible: true, pairs: [], report: { cards: 0 } });
});

test('what somebody handed in before they left stands, what they only had is for others', async () => {
  await using other = await openWorld();
  const [read, unread] = await eligibleEntries(other, contenders(2));
  await openScoring(other, [read!, unread!], { to: [judge1, judge3] });
  await handIn(other, judge3, read!.entryId);
  const path3 = { personId: judge3.personId };
  await other.as(organiserA).reply(routes.revokePerson, { path: path3 });
  const reply = await other.as(organiserA).reply(route, { path, body: { judgesPerEntry: 2 } });
  expect(reply).toMatchObject({
    possible: true,
    pairs: [{ entryId: unread!.entryId, judgeId: judge2.personId }],
    taken: [{ entryId: unread!.entryId, judgeId: judge3.personId }],
    standing: 3,
  });
});

describe('is refused', () => {
  test('to all but organisers of the edition', async () => {
    const names = ['secretary', 'judge1', 'applicant1', 'organiserElsewhere', 'revoked'] as const;
    expect(revoked.personId).toBeDefined();
    expect(await refusalsOf(world, route, { path, body: {} }, names)).toEqual({
      anonymous: unauthenticated,
      ...each(names, forbidden('organiser')),
    });
  });

  test('for a round that is not there and for a number that is none', async () => {
    const asked = async (said: object) => refusalIn(await world.as(organiserA).call(route, said));
    expect(await asked({ path: { roundId: 'khong-co' }, body: {} })).toEqual({
      status: 404,
      code: 'not-found',
    });
    for (const judgesPerEntry of [0, 51, 3.5, '3']) {
      expect(await asked({ path, body: { judgesPerEntry } })).toMatchObject({ status: 422 });
    }
  });
});

test('gives nothing: its one write is the record of what was asked and the digest of what was answered', async () => {
  const said = { path, body: { judgesPerEntry: 2, seed: 'lần 2' }, idempotencyKey: 'propose-once' };
  const first = await world.as(organiserA).call(route, said);
  const again = await world.as(organiserA).call(route, said);
  expect([again.status, again.text]).toEqual([200, first.text]);
  const subject = `round/${world.editionId}/${firstRound}`;
  const { records } = await listHistory(world.table, subject, { limit: 100 });
  const made = records.filter(({ detail }) => detail?.['seed'] === 'lần 2');
  expect(made.map(({ operation, detail }) => [operation, detail])).toEqual([
    [
      'proposeAssignment',
      {
        seed: 'lần 2',
        asked: '{"judgesPerEntry":2}',
        digest: digestOf({ pairs: [], taken: [] }),
        pairs: 0,
        taken: 0,
      },
    ],
  ]);
  const trips = await world.tripsOf(async () => await proposed({ judgesPerEntry: 2 }));
  // The round; eight shards, entries and people; what was handed in, the queue of each judge, and where each has entered.
  expect(trips).toEqual({ reads: 18, writes: 1, waits: 4 });
});
