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
await world.settle();

const draft = ({ entryId, code }: { entryId: string; code: string }, at: number) => {
  const { title, trackId, fieldId, applicant } = exampleContent(at);
  const named = { applicantName: applicant?.name, applicantKind: applicant?.kind };
  const lacks = { missing: 1, missingDocuments: ['thuyet-minh'], opinions: 0 };
  const times = { createdAt: worldBeginsAt, submission: 0, version: 1 };
  return { entryId, code, state: 'draft', title, trackId, fieldId, ...named, ...lacks, ...times };
};
const handedIn = {
  ...draft(one, 0),
  ...{ state: 'submitted', submission: 1, submittedAt: worldBeginsAt, version: 2 },
  ...{ missing: 0, missingDocuments: [] },
};
const byId = (a: { entryId: string }, b: { entryId: string }) => (a.entryId < b.entryId ? -1 : 1);
const all = [handedIn, draft(other, 1), draft(third, 2)].sort(byId);

const list = async (query: { readonly [name: string]: string } = {}) =>
  await world.as(secretary).reply(route, { query });

test('all entries in the order of their ids', async () => {
  for (const who of [secretary, organiserA, organiserB]) {
    expect(await world.as(who).reply(route)).toEqual({ items: all });
  }
});

const which = { one, other, third };
test.each<[{ readonly [name: string]: string }, ...(keyof typeof which)[]]>([
  [{ state: 'submitted' }, 'one'],
  [{ state: 'draft' }, 'other', 'third'],
  [{ state: 'withdrawn' }],
  [{ trackId: 'y-tuong' }, 'third'],
  [{ fieldId: 'duoc-lieu' }, 'one'],
  [{ applicantKind: 'cooperative' }, 'other'],
  [{ missingDocument: 'thuyet-minh' }, 'other', 'third'],
  [{ missingDocument: 'minh-chung' }],
  [{ incomplete: 'true' }, 'other', 'third'],
  [{ supplement: 'open' }],
  [{ text: 'măng đen' }, 'third'],
  [{ text: 'Măng Đen'.normalize('NFD') }, 'third'],
  [{ text: 'nắng đăk mar' }, 'other'],
  [{ text: '0900 000 001' }, 'one'],
  [{ text: '6199999022' }, 'other'],
  [{ text: 'trà', state: 'submitted', trackId: 'du-an' }, 'one'],
  [{ text: 'trà túi', state: 'draft' }],
])('%j finds what meets all of it', async (query, ...expected) => {
  const ids = expected.map((name) => which[name].entryId);
  const items = all.filter(({ entryId }) => ids.includes(entryId));
  expect(await list(query)).toEqual({ items });
  expect(await list({ ...query, limit: '3' })).toEqual({ items });
});

test('G4: what is in no card finds nothing, as what is nowhere', async () => {
  const secret = await world
    .as(secretary)
    .call(route, { query: { text: people.applicant1.email } });
  const nowhere = await world.as(secretary).call(route, { query: { text: 'không có đâu' } });
  expect([secret.status, secret.text]).toEqual([200, '{"items":[]}']);
  expect(nowhere.text).toBe(secret.text);
});

test.each([{}, { trackId: 'du-an' }, { incomplete: 'true' }])(
  'a page at a time, each entry once: %j',
  async (filter) => {
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ ...filter, limit: '1', ...(cursor ? { cursor } : {}) });
      expect(page.items.length).toBe(1);
      seen.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual((await list(filter)).items);
  },
);

test('G1: a cursor is of this list, person and filter', async () => {
  const { next = '' } = await list({ limit: '1' });
  const { next: filtered = '' } = await list({ limit: '1', trackId: 'du-an' });
  const invalid = {
    status: 400,
    code: 'cursor-invalid',
    errors: [{ pointer: '/query/cursor', code: 'not-allowed' }],
  };
  const tries = [
    [secretary, { cursor: next, state: 'draft' }],
    [secretary, { cursor: next, text: 'trà' }],
    [secretary, { cursor: filtered, trackId: 'du-an', state: 'draft' }],
    [secretary, { cursor: filtered }],
    [organiserA, { cursor: next }],
    [secretary, { cursor: next.slice(0, -4) }],
    [secretary, { cursor: 'x' }],
  ] as const;
  for (const [who, query] of tries) {
    expect(refusalIn(await world.as(who).call(route, { query }))).toEqual(invalid);
  }
  expect((await list({ limit: '1', cursor: next })).items).toEqual([all[1]]);
});

test.each([
  [{ limit: '0' }, 'limit', 'wrong-format'],
  [{ limit: '1e9' }, 'limit', 'wrong-format'],
  [{ state: 'lost' }, 'state', 'not-allowed'],
  [{ trackId: '../du-an' }, 'trackId', 'invalid-id'],
  [{ fieldId: 'a#b' }, 'fieldId', 'invalid-id'],
  [{ applicantKind: 'judge' }, 'applicantKind', 'not-allowed'],
  [{ missingDocument: '' }, 'missingDocument', 'invalid-id'],
  [{ incomplete: 'false' }, 'incomplete', 'not-allowed'],
  [{ supplement: 'closed' }, 'supplement', 'not-allowed'],
  [{ text: '' }, 'text', 'blank'],
  [{ text: '  ' }, 'text', 'blank'],
  [{ text: 'ấ'.repeat(101) }, 'text', 'too-long'],
  [{ text: 'a\u202eb' }, 'text', 'confusable-text'],
] as const)('G2: %j is invalid', async (query, name, code) => {
  const refused = refusalIn(await world.as(secretary).call(route, { query }));
  expect(refused).toMatchObject({
    status: 400,
    code: 'invalid-parameter',
    errors: [{ pointer: `/query/${name}`, code }],
  });
});

test('a hundred letters are no limit too far, decomposed or not', async () => {
  for (const form of ['NFC', 'NFD']) {
    expect(await list({ text: 'ấ'.repeat(100).normalize(form) })).toEqual({ items: [] });
  }
});

test.each(['sort', 'judgeId', 'group', 'filter'])('G3: %s is no parameter', async (name) => {
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

test('one round of parallel reads, with one entry and with three, filtered or not', async () => {
  for (const query of [{ limit: '1' }, { limit: '3' }, { text: 'trà' }]) {
    expect(await world.tripsOf(async () => await list(query))).toEqual({
      reads: 2,
      writes: 0,
      waits: 1,
    });
  }
});

test('a filter that finds nothing in the first megabyte leads on', async () => {
  await using many = await openWorld();
  const members = Array.from({ length: 5 }, (_, at) => ({
    name: `${'Ấ'.repeat(150)} ${at}`,
    role: at === 0 ? 'lead' : 'member',
  }));
  await draftEntry(many, people.applicant1, exampleContent());
  await many.settle();
  const [card] = (await many.table.query({ partition: `LIST#${many.editionId}` })).items;
  if (!card) throw new Error('no card');
  const idOf = (at: number) => `0181654d-b380-7000-8000-${String(at).padStart(12, '0')}`;
  const fold = members.map(({ name }) => name).join(' ');
  for (let at = 0; at < 700; at += 100) {
    await many.table.write(
      Array.from({ length: 100 }, (_, step) => {
        const entryId = idOf(at + step);
        const trackId = at + step === 699 ? 'y-tuong' : 'du-an';
        const item = { ...card, sk: entryId, entryId, trackId, fold };
        return { kind: 'put' as const, item };
      }),
    );
  }
  const call = async (cursor?: string) =>
    await many.as(secretary).reply(route, {
      query: { trackId: 'y-tuong', ...(cursor === undefined ? {} : { cursor }) },
    });
  const first = await call();
  expect([first.items, typeof first.next]).toEqual([[], 'string']);
  const second = await call(first.next);
  expect(second.items.map(({ entryId }) => entryId)).toEqual([idOf(699)]);
  expect(second.next).toBe(undefined);
  // Others' counts go through all pages.
  expect((await many.as(secretary).reply(routes.countEntries)).byTrack).toMatchObject([
    { trackId: 'du-an', byState: { draft: 700 } },
    { trackId: 'y-tuong', byState: { draft: 1 } },
  ]);
});

test('as many as there are, when nobody owns more than a few', async () => {
  await using many = await openWorld();
  const ids: string[] = [];
  for (let at = 0; at < 12; at += 1) {
    const owner = person(`owner-${Math.floor(at / 3)}`);
    const content = exampleContent(0, { title: `Dự án ${at}` });
    ids.push((await draftEntry(many, owner, content)).entryId);
  }
  await many.settle();
  const { items, next } = await many.as(secretary).reply(route, { query: { limit: '12' } });
  expect([items.map(({ entryId }) => entryId), next]).toEqual([ids.toSorted(), undefined]);
});
