import { describe, expect, it } from 'vitest';
import { keepProgress } from '../../../functions/judging/keep-progress.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { interposed } from '../../support/interposed.ts';
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
  saveDraft,
  scoringEntries,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, secretary, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };
const none = { assigned: 0, submitted: 0, drafts: 0, conflicts: 0 };

const entriesOf = async (world: World) => {
  await world.settle();
  return (await world.as(secretary).reply(routes.listEntryProgress, { path })).items;
};

const cardsOf = async ({ table, editionId }: World) =>
  (await table.query({ partition: `PROGRESS#${editionId}#${firstRound}`, limit: 100 })).items;

describe('progress', () => {
  it('follows an entry from its assignment to the last sheet', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    const { entryId, code } = one!;
    expect(await entriesOf(world)).toEqual([]);
    await assign(world, allPairs([{ entryId }]));
    const told = { entryId, code, ...none, assigned: 3, needed: 3, missing: 3 };
    expect(await entriesOf(world)).toEqual([told]);
    await declare(world, judge3, entryId, { conflict: true, reason: 'Họ hàng' });
    await declare(world, judge1, entryId);
    await declare(world, judge2, entryId);
    await open(world);
    await saveDraft(world, judge1, entryId);
    await handIn(world, judge2, entryId);
    const scored = { ...told, submitted: 1, drafts: 1, conflicts: 1, missing: 2 };
    expect(await entriesOf(world)).toEqual([scored]);
    const progress = await world.as(organiserA).reply(routes.getProgress, { path });
    const of = (judgeId: string, counts: object) => ({ judgeId, ...none, assigned: 1, ...counts });
    expect(progress).toEqual({
      roundId: firstRound,
      state: 'scoring',
      assigned: 3,
      submitted: 1,
      drafts: 1,
      conflicts: 1,
      judges: [
        of(judge1.personId, { drafts: 1 }),
        of(judge2.personId, { submitted: 1 }),
        of(judge3.personId, { conflicts: 1 }),
      ],
    });
    await declare(world, judge2, entryId, { conflict: true, reason: 'Cố vấn cũ' });
    expect(await entriesOf(world)).toEqual([{ ...scored, submitted: 0, conflicts: 2, missing: 3 }]);
  });

  it('comes by pages, each with the entries after the last', async () => {
    await using world = await openWorld();
    const entries = await scoringEntries(world, 3);
    await world.settle();
    const page = async (query: { [name: string]: string }) =>
      await world.as(organiserA).reply(routes.listEntryProgress, { path, query });
    const first = await page({ limit: '2' });
    const cursor = first.next ?? '';
    const second = await page({ limit: '2', cursor });
    expect([...first.items, ...second.items].map(({ entryId }) => entryId)).toEqual(
      entries.map(({ entryId }) => entryId).toSorted(),
    );
    expect(second.next).toBeUndefined();
    const other = await world
      .as(secretary)
      .call(routes.listEntryProgress, { path, query: { cursor } });
    expect(refusalIn(other)).toEqual({
      status: 400,
      code: 'cursor-invalid',
      errors: [{ pointer: '/query/cursor', code: 'not-allowed' }],
    });
    const list = async () => await page({});
    expect(await world.tripsOf(list)).toEqual({ reads: 2, writes: 0, waits: 1 });
    const others = [
      'judge1',
      'applicant1',
      'administrator',
      'organiserElsewhere',
      'revoked',
    ] as const;
    expect(await refusalsOf(world, routes.listEntryProgress, { path }, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
  });

  it('says the same when it is told twice, late or backwards', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    await handIn(world, judge1, one!.entryId);
    await world.settle();
    const before = await cardsOf(world);
    expect(before.length).toBe(1);
    const react = keepProgress(world.services);
    const changes = world.table.changes.after(0, 1000);
    for (const { id, ...images } of changes.toReversed()) {
      await react({ kind: 'item-changed', id: `again-${id}`, ...images });
    }
    expect(await cardsOf(world)).toEqual(before);
  });

  it('looks once more at what moved while the first card was being made', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    const react = keepProgress({ table: around(world.table) });
    const change = world.table.changes
      .after(0, 1000)
      .find(({ after }) => after?.sk.endsWith('#ASSIGNED'));
    beforeNextWrite(async () => {
      await declare(world, judge2, entryId, { conflict: true, reason: 'Họ hàng' });
    });
    await react({ kind: 'item-changed', ...change!, id: 'first' });
    const tasks = (await cardsOf(world))[0]?.['tasks'];
    const states = Array.isArray(tasks) ? tasks.map((text) => String(text).split(' ', 2)) : [];
    expect(states).toEqual([
      [judge1.personId, 'none'],
      [judge2.personId, 'conflict'],
      [judge3.personId, 'none'],
    ]);
  });
});

describe('listAssignments', () => {
  const list = async (world: World, query: { readonly [name: string]: string } = {}) => {
    await world.settle();
    return await world.as(organiserA).reply(routes.listAssignments, { path, query });
  };

  it('says who reads what and how far each is, until it is taken back', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    const { entryId, code } = one!;
    expect(await list(world)).toEqual({ items: [] });
    await assign(world, allPairs([{ entryId }]));
    const { title } = (
      await world.as(organiserA).reply(routes.listEntries, { path: {}, query: {} })
    ).items[0]!;
    const told = (...judges: readonly [{ readonly personId: string }, string][]) => ({
      items: [
        {
          entryId,
          code,
          title,
          judges: judges
            .map(([{ personId: judgeId }, state]) => ({ judgeId, state }))
            .toSorted((a, b) => (a.judgeId < b.judgeId ? -1 : 1)),
        },
      ],
    });
    expect(await list(world)).toEqual(told([judge1, 'none'], [judge2, 'none'], [judge3, 'none']));
    await declare(world, judge3, entryId, { conflict: true, reason: 'Họ hàng' });
    await declare(world, judge1, entryId);
    await declare(world, judge2, entryId);
    await open(world);
    await saveDraft(world, judge1, entryId);
    await handIn(world, judge2, entryId);
    expect(await list(world)).toEqual(
      told([judge1, 'draft'], [judge2, 'submitted'], [judge3, 'conflict']),
    );
    const takeBack = async (...judges: readonly { readonly personId: string }[]) =>
      await world.as(organiserA).reply(routes.takeBackEntries, {
        path,
        body: {
          pairs: judges.map(({ personId }) => ({ entryId, judgeId: personId })),
          reason: 'Giao nhầm',
          strike: true,
        },
      });
    await takeBack(judge1);
    expect(await list(world)).toEqual(told([judge2, 'submitted'], [judge3, 'conflict']));
    await takeBack(judge2, judge3);
    expect(await list(world)).toEqual({ items: [] });
  });

  it('comes by pages to organisers alone', async () => {
    await using world = await openWorld();
    const entries = await scoringEntries(world, 3);
    const first = await list(world, { limit: '2' });
    const cursor = first.next ?? '';
    const second = await list(world, { limit: '2', cursor });
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined]);
    expect([...first.items, ...second.items].map(({ entryId }) => entryId)).toEqual(
      entries.map(({ entryId }) => entryId).toSorted(),
    );
    const elsewhere = await world
      .as(organiserA)
      .call(routes.listEntryProgress, { path, query: { cursor } });
    expect(refusalIn(elsewhere)).toEqual({
      status: 400,
      code: 'cursor-invalid',
      errors: [{ pointer: '/query/cursor', code: 'not-allowed' }],
    });
    const whole = async () =>
      await world.as(organiserA).reply(routes.listAssignments, { path, query: {} });
    expect(await world.tripsOf(whole)).toEqual({ reads: 3, writes: 0, waits: 2 });
    const others = [
      'secretary',
      'judge1',
      'applicant1',
      'administrator',
      'organiserElsewhere',
      'revoked',
    ] as const;
    expect(await refusalsOf(world, routes.listAssignments, { path }, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
  });
});
