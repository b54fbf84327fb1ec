import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt } from '../../support/world.ts';
import { draftEntry, exampleContent, submittedEntry } from '../../support/world-entries.ts';
import { otherEditionId, people, person } from '../../support/world-people.ts';

const route = routes.listEntries;
const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { secretary, organiserA, organiserB } = people;

const one = await submittedEntry(world);
const other = await draftEntry(world, people.applicant2, exampleContent(1));
const third = await draftEntry(world, people.applicant3, exampleContent(2));

const draft = ({ entryId, code }: { entryId: string; code: string }, at: number) => {
  const { title, trackId, fieldId, applicant } = exampleContent(at);
  const named = { title, trackId, fieldId, applicantName: applicant?.name };
  return { entryId, code, state: 'draft', ...named, submission: 0, version: 1 };
};
const expected = [
  draft(other, 1),
  draft(third, 2),
  { ...draft(one, 0), state: 'submitted', submission: 1, submittedAt: worldBeginsAt, version: 2 },
];
const byId = (a: { entryId: string }, b: { entryId: string }) => (a.entryId < b.entryId ? -1 : 1);
const sorted = [...expected.slice(0, 2).sort(byId), expected[2]];

test('all entries, by state, then by age', async () => {
  for (const who of [secretary, organiserA, organiserB]) {
    expect(await world.as(who).reply(route)).toEqual({ items: sorted });
  }
});

test('those in one state, and none in a state nobody is in', async () => {
  const list = async (state: string) =>
    await world.as(secretary).reply(route, { query: { state } });
  expect(await list('submitted')).toEqual({ items: [expected[2]] });
  expect(await list('draft')).toEqual({ items: sorted.slice(0, 2) });
  expect(await list('withdrawn')).toEqual({ items: [] });
});

test('a page at a time, each entry once', async () => {
  const seen: unknown[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: '1', ...(cursor === undefined ? {} : { cursor }) };
    const page = await world.as(secretary).reply(route, { query });
    seen.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(seen).toEqual(sorted);
});

test('G1: a cursor is of this list, person and filter', async () => {
  const { next = '' } = await world.as(secretary).reply(route, { query: { limit: '1' } });
  const invalid = {
    status: 400,
    code: 'cursor-invalid',
    errors: [{ pointer: '/query/cursor', code: 'not-allowed' }],
  };
  const tries = [
    [secretary, { cursor: next, state: 'draft' }],
    [organiserA, { cursor: next }],
    [secretary, { cursor: next.slice(0, -4) }],
    [secretary, { cursor: 'x' }],
  ] as const;
  for (const [who, query] of tries) {
    expect(refusalIn(await world.as(who).call(route, { query }))).toEqual(invalid);
  }
});

test.each(['sort', 'judgeId', 'group'])('G3: %s is no parameter', async (name) => {
  expect(refusalIn(await world.as(secretary).call(route, { query: { [name]: 'x' } }))).toEqual({
    status: 400,
    code: 'unknown-parameter',
    errors: [{ pointer: `/query/${name}`, code: 'unknown-field' }],
  });
});

test('is for those who run this edition', async () => {
  const { applicant1, judge1, revoked, organiserElsewhere, administrator } = people;
  const strangers = [applicant1, judge1, revoked, organiserElsewhere, administrator];
  await expectForbidden(world, route, {}, { needs: 'secretary', strangers });
  const nowhere = await world.as(secretary).call(route, { path: { editionId: 'nowhere' } });
  expect(refusalIn(nowhere)).toEqual({ status: 404, code: 'not-found' });
  const elsewhere = { path: { editionId: otherEditionId } };
  expect(await world.as(organiserElsewhere).reply(route, elsewhere)).toEqual({ items: [] });
});

test('one round of parallel reads, with one entry and with three', async () => {
  const call = async (limit: string) =>
    await world.tripsOf(async () => await world.as(secretary).reply(route, { query: { limit } }));
  expect(await call('1')).toEqual({ reads: 2, writes: 0, waits: 1 });
  expect(await call('3')).toEqual({ reads: 2, writes: 0, waits: 1 });
});

test('entries so long that a hundred are over the megabyte of a page are all listed', async () => {
  await using many = await openWorld();
  const summary = 'ấ'.repeat(6000);
  const ids: string[] = [];
  for (let at = 0; at < 69; at += 1) {
    const owner = person(`owner-${Math.floor(at / 3)}`);
    const content = exampleContent(0, { title: `Dài ${at}`, summary });
    ids.push((await draftEntry(many, owner, content)).entryId);
  }
  const first = await many.as(secretary).reply(route, { query: { limit: '100' } });
  expect(first.items.length).toBeLessThan(69);
  const rest = await many
    .as(secretary)
    .reply(route, { query: { limit: '100', cursor: first.next ?? '' } });
  const listed = [...first.items, ...rest.items].map(({ entryId }) => entryId);
  expect(listed).toEqual(ids.toSorted());
  expect(rest.next).toBeUndefined();
});
