import { expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { keys } from '../../../lib/store/keys.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  allPairs,
  assign,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  handIn,
  open,
  openScoring,
  saveDraft,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };
const [id1, id2, id3] = [judge1.personId, judge2.personId, judge3.personId];

const propose = async (world: World, body: object) => {
  const reply = await world.as(organiserA).reply(routes.proposeAssignment, { path, body });
  if (!reply.possible) throw new Error(JSON.stringify(reply.reasons));
  return reply;
};
const namesOf = (pairs: readonly { readonly entryId: string; readonly judgeId: string }[]) =>
  pairs.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`).sort();

/** Copies of an eligible entry, as they stand after the screening. */
async function copiesOf({ table, editionId }: World, entryId: string, count: number) {
  const [entry, submission] = await table.getMany([
    keys.entry(editionId, entryId),
    keys.submission(editionId, entryId),
  ]);
  const ids = Array.from(
    { length: count },
    (_, at) => `${entryId.slice(0, 24)}${String(at).padStart(12, '0')}`,
  );
  for (let at = 0; at < count; at += 50) {
    const some = ids.slice(at, at + 50);
    await table.write(
      some.flatMap((id) => {
        const index = { gsi1sk: `eligible#${id}` };
        const copy = { ...entry!, ...keys.entry(editionId, id), entryId: id, ...index };
        const handedIn = { ...submission!, ...keys.submission(editionId, id), entryId: id };
        return [copy, handedIn].map((item) => ({ kind: 'put', item }) as const);
      }),
    );
  }
  return ids;
}

test('the choices of the chair are in it, and a cap holds in place of what a judge stated', async () => {
  await using world = await openWorld();
  const entries = await eligibleEntries(world, contenders(4));
  const fixed = [
    { entryId: entries[0]!.entryId, judgeId: id1 },
    { entryId: entries[1]!.entryId, judgeId: id1 },
  ];
  const caps = [{ judgeId: id1, atMost: 2 }];
  const { pairs } = await propose(world, { judgesPerEntry: 2, fixed, caps });
  const of1 = pairs.filter(({ judgeId }) => judgeId === id1);
  expect(namesOf(of1)).toEqual(namesOf(fixed));
  expect(pairs).toHaveLength(8);
  const tooFew = await world.as(organiserA).reply(routes.proposeAssignment, {
    path,
    body: { judgesPerEntry: 2, fixed, caps: [{ judgeId: id1, atMost: 1 }] },
  });
  expect(tooFew).toMatchObject({
    possible: false,
    reasons: [{ code: 'fixed-over-load', judgeId: id1, fixed: 2, atMost: 1 }],
  });
});

test('a wish about somebody or something that the round has not is refused with where', async () => {
  await using world = await openWorld();
  const [one] = await eligibleEntries(world, contenders(1));
  const { entryId } = one!;
  const none = '00000000-0000-4000-8000-000000000000';
  const body = {
    fixed: [
      { entryId: none, judgeId: id1 },
      { entryId, judgeId: none },
    ],
    caps: [{ judgeId: organiserA.personId, atMost: 1 }],
    absent: [none],
  };
  expect(
    refusalIn(await world.as(organiserA).call(routes.proposeAssignment, { path, body })),
  ).toEqual({
    status: 422,
    code: 'validation-failed',
    errors: [
      { pointer: '/fixed/0/entryId', code: 'not-in-round' },
      { pointer: '/fixed/1/judgeId', code: 'not-a-judge' },
      { pointer: '/caps/0/judgeId', code: 'not-a-judge' },
      { pointer: '/absent/0', code: 'not-a-judge' },
    ],
  });
});

test('after a no-show the others take over, by taking back and giving what it says', async () => {
  await using world = await openWorld();
  const [read, unread] = await eligibleEntries(world, contenders(2));
  await openScoring(world, [read!, unread!], { to: [judge1, judge3] });
  await handIn(world, judge3, read!.entryId);
  const { pairs, taken, standing } = await propose(world, { judgesPerEntry: 2, absent: [id3] });
  expect({ pairs, taken, standing }).toEqual({
    pairs: [{ entryId: unread!.entryId, judgeId: id2 }],
    taken: [{ entryId: unread!.entryId, judgeId: id3 }],
    standing: 3,
  });
  await assign(world, pairs);
  const body = { pairs: taken, reason: 'Vắng mặt' };
  await world.as(organiserA).reply(routes.takeBackEntries, { path, body });
  expect(await propose(world, { judgesPerEntry: 2, absent: [id3] })).toMatchObject({
    pairs: [],
    taken: [],
    standing: 4,
  });
});

test('a refill after a recusal moves as few tasks as can be, and none that is begun', async () => {
  await using world = await openWorld();
  const entries = await eligibleEntries(world, contenders(3));
  const [a = '', b = '', c = ''] = entries.map(({ entryId }) => entryId);
  await assign(world, [
    { entryId: a, judgeId: id1 },
    { entryId: a, judgeId: id2 },
    { entryId: b, judgeId: id1 },
    { entryId: b, judgeId: id3 },
    { entryId: c, judgeId: id2 },
    { entryId: c, judgeId: id3 },
  ]);
  await declare(world, judge1, b, { conflict: true, reason: 'Họ hàng' });
  await declare(world, judge2, a);
  await open(world);
  await saveDraft(world, judge2, a);
  const caps = [id1, id2, id3].map((judgeId) => ({ judgeId, atMost: 2 }));
  const wish = { judgesPerEntry: 2, caps };
  const around = await world.as(organiserA).reply(routes.proposeAssignment, { path, body: wish });
  expect(around).toMatchObject({ possible: false, reasons: [{ code: 'too-few-judges' }] });
  const { pairs, taken, standing } = await propose(world, { ...wish, refill: true });
  const moved = [
    { entryId: b, judgeId: id2 },
    { entryId: c, judgeId: id1 },
  ];
  expect(namesOf(pairs)).toEqual(namesOf(moved));
  expect({ taken, standing }).toEqual({ taken: [{ entryId: c, judgeId: id2 }], standing: 4 });
});

test('five hundred pairs and more are given in portions, and stand as one', async () => {
  await using world = await openWorld();
  const [one] = await eligibleEntries(world, contenders(1));
  await copiesOf(world, one!.entryId, 199);
  const { pairs, report } = await propose(world, {});
  expect(pairs).toHaveLength(600);
  expect(report).toMatchObject({ components: 1, loads: { least: 200, most: 200 } });
  const tooMany = { path, body: { pairs } };
  expect(refusalIn(await world.as(organiserA).call(routes.assignEntries, tooMany))).toMatchObject({
    status: 422,
  });
  await assign(world, pairs.slice(0, 500));
  const rest = await propose(world, {});
  expect(rest).toMatchObject({ standing: 500, taken: [] });
  expect(namesOf(rest.pairs)).toEqual(namesOf(pairs.slice(500)));
  await assign(world, rest.pairs);
  expect(await propose(world, {})).toMatchObject({ pairs: [], standing: 600 });
});

test('the answer is the same to the byte also where it is longer than an item may be', async () => {
  await using world = await openWorld();
  const [one] = await eligibleEntries(world, contenders(1));
  await copiesOf(world, one!.entryId, 1_899);
  const said = { path, body: {}, idempotencyKey: 'long-answer' };
  const first = await world.as(organiserA).call(routes.proposeAssignment, said);
  expect(first.text.length).toBeGreaterThan(400 * 1024);
  await assign(world, allPairs([one!]));
  const again = await world.as(organiserA).call(routes.proposeAssignment, said);
  expect([again.status, again.text]).toEqual([200, first.text]);
});
