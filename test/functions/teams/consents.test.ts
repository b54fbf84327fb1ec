import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import type { Item } from '../../../lib/platform/table.ts';
import { digestOf } from '../../../lib/store/digest.ts';
import { auditTables } from '../../support/audit-tables.ts';
import { contentsOf, expectConcealed, expectForbidden } from '../../support/denials.ts';
import { examplePlan } from '../../support/example-plan.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import {
  type Content,
  draftEntry,
  exampleContent,
  submittedEntry,
} from '../../support/world-entries.ts';
import { people, person } from '../../support/world-people.ts';
import { joinTeam } from '../../support/world-teams.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { applicant1, applicant2, applicant3, secretary, organiserA, organiserElsewhere } = people;
const { judge1, revoked } = people;
const [editor, viewer] = [person('editor-x'), person('viewer-x')];
const version = '2022-05-20';
const by = applicant1.personId;
const [first, second, third] = [1, 2, 3].map((hour) => `2022-06-16T0${hour}:00:00.000Z`);
const hashOf = (purpose: string) =>
  digestOf(examplePlan().consents.find((consent) => consent.purpose === purpose)?.text);
const record = (purpose: string, act: 'given' | 'withdrawn', at: string, more: object = {}) => ({
  purpose,
  version,
  textSha256: hashOf(purpose),
  act,
  by,
  at,
  ...more,
});
const consents = (...purposes: string[]) => purposes.map((purpose) => ({ purpose, version }));
const list = async (entryId: string, one = applicant1) =>
  await world.as(one).reply(routes.listConsents, { path: { entryId } });
const withdraw = async (entryId: string, purpose: string, said: object = {}) =>
  await world.as(applicant1).call(routes.withdrawConsent, { path: { entryId, purpose }, ...said });
const edit = async (entryId: string, ifMatch: number, body: Content, said: object = {}) =>
  await world.as(applicant1).reply(routes.editEntry, { path: { entryId }, ifMatch, body, ...said });

let titles = 0;
const contentOf = (changes: Partial<Content> = {}) =>
  exampleContent(0, { title: `Ý tưởng ${++titles}`, ...changes });
const draft = async (changes: Partial<Content> = {}, lead = applicant1) => {
  const content = contentOf(changes);
  const { entryId } = await draftEntry(world, lead, content);
  return { entryId, content };
};
/** Room for another entry of the lead's. */
const takeBack = async (entryId: string) =>
  await world.as(applicant1).reply(routes.withdrawEntry, { path: { entryId } });

describe('the ledger of an entry', () => {
  test('keeps each consent given and un-ticked, with what its text said', async () => {
    world.at(first!);
    const { entryId, content } = await draft({ consents: consents('to-chuc', 'cong-bo') });
    await edit(
      entryId,
      1,
      { ...content, consents: consents('to-chuc', 'ket-noi') },
      { at: second },
    );
    await edit(entryId, 2, { ...content, consents: consents('to-chuc', 'ket-noi') }, { at: third });
    expect(await list(entryId)).toEqual({
      records: [
        record('to-chuc', 'given', first!),
        record('cong-bo', 'given', first!),
        record('ket-noi', 'given', second!),
        record('cong-bo', 'withdrawn', second!),
      ],
      current: [
        {
          purpose: 'to-chuc',
          required: true,
          state: 'given',
          version,
          textSha256: hashOf('to-chuc'),
          at: first,
        },
        {
          purpose: 'cong-bo',
          required: false,
          state: 'withdrawn',
          version,
          textSha256: hashOf('cong-bo'),
          at: second,
        },
        {
          purpose: 'ket-noi',
          required: false,
          state: 'given',
          version,
          textSha256: hashOf('ket-noi'),
          at: second,
        },
        { purpose: 'tin-tuc', required: false, state: 'never' },
      ],
    });
    await takeBack(entryId);
  });

  test('keeps what an editor saves under the editor’s name, and a guardian’s with its member', async () => {
    const guardian = { name: 'Y Hoa', phone: '+84900000009', consents: consents('to-chuc') };
    const members: Content['members'] = [
      { name: 'Lan', role: 'lead' },
      { name: 'A Minh', role: 'member', birthDate: '2010-02-01', guardian },
    ];
    const { entryId, content } = await draft({ consents: [] });
    await joinTeam(world, entryId, editor);
    const said = { path: { entryId }, ifMatch: 1, body: { ...content, members }, at: second! };
    await world.as(editor).reply(routes.editEntry, said);
    expect((await list(entryId)).records).toEqual([
      record('to-chuc', 'given', second!, { guardianOfMember: 1, by: editor.personId }),
    ]);
    await takeBack(entryId);
  });

  test('is written only with the save', async () => {
    const { entryId, content } = await draft({ consents: consents('to-chuc') });
    const before = contentsOf(world);
    const body = { ...content, consents: consents('khac') };
    const said = { path: { entryId }, ifMatch: 1, body };
    const refused = await world.as(applicant1).call(routes.editEntry, said);
    expect(refusalIn(refused)).toMatchObject({ code: 'validation-failed' });
    const stale = await world.as(applicant1).call(routes.editEntry, {
      ...said,
      ifMatch: 7,
      body: { ...content, consents: [] },
    });
    expect(refusalIn(stale)).toMatchObject({ code: 'precondition-failed' });
    expect(contentsOf(world)).toEqual(before);
    await takeBack(entryId);
  });

  test('holds the most that a save can give, and all of it again', async () => {
    const plan = examplePlan();
    const asked = Array.from({ length: 20 }, (_, at) => ({
      ...plan.consents[0]!,
      purpose: `viec-${at}`,
      required: false,
    }));
    await using large = await openWorld({
      plan: (example) => ({
        ...example,
        consents: asked,
        limits: { ...example.limits, teamSize: 50 },
      }),
    });
    const all = asked.map(({ purpose }) => ({ purpose, version }));
    const members = Array.from({ length: 50 }, (_, at) => ({
      name: `Người ${at + 1}`,
      role: at === 0 ? ('lead' as const) : ('member' as const),
      guardian: { name: `Mẹ ${at + 1}`, phone: '+84900000009', consents: all },
    }));
    const content = exampleContent(0, { consents: all, members });
    const { entryId } = await draftEntry(large, applicant1, content);
    const others = members.map(({ guardian, ...one }) => ({
      ...one,
      guardian: { ...guardian, consents: [] },
    }));
    const said = { path: { entryId }, ifMatch: 1 };
    const asLead = large.as(applicant1);
    await asLead.reply(routes.editEntry, { ...said, body: { ...content, members: others } });
    const { records } = await asLead.reply(routes.listConsents, { path: { entryId } });
    expect(records.filter(({ act }) => act === 'given')).toHaveLength(20 * 51);
    expect(records.filter(({ act }) => act === 'withdrawn')).toHaveLength(20 * 50);
  });
});

describe('listConsents', () => {
  test('is the team’s, the secretary’s and the organiser’s', async () => {
    const { entryId } = await draft();
    await joinTeam(world, entryId, viewer, { role: 'viewer' });
    const lists = [viewer, secretary, organiserA].map(async (one) => await list(entryId, one));
    for (const seen of await Promise.all(lists)) expect(seen).toEqual(await list(entryId));
    const strangers = [applicant2, judge1, organiserElsewhere, revoked];
    await expectConcealed(world, routes.listConsents, { path: { entryId } }, strangers);
    const read = async () => await list(entryId);
    expect(await world.tripsOf(read)).toEqual({ reads: 2, writes: 0, waits: 1 });
    await takeBack(entryId);
  });
});

describe('withdrawConsent', () => {
  test('is the lead’s alone', async () => {
    const { entryId } = await draft();
    await joinTeam(world, entryId, editor);
    await joinTeam(world, entryId, viewer, { role: 'viewer' });
    const said = { path: { entryId, purpose: 'cong-bo' } };
    const strangers = [applicant2, judge1, secretary, organiserA, organiserElsewhere, revoked];
    await expectConcealed(world, routes.withdrawConsent, said, strangers);
    const team = { needs: 'owner', strangers: [editor, viewer] };
    await expectForbidden(world, routes.withdrawConsent, said, team);
    await takeBack(entryId);
  });

  test('of what nobody agreed to is of nothing', async () => {
    const { entryId } = await draft({ consents: consents('to-chuc') });
    const before = contentsOf(world);
    for (const purpose of ['cong-bo', 'khac']) {
      const answer = await withdraw(entryId, purpose);
      expect(refusalIn(answer)).toEqual({ status: 404, code: 'not-found' });
    }
    expect(contentsOf(world)).toEqual(before);
    await takeBack(entryId);
  });

  test('takes an optional one out of the draft and marks the entry; twice is once', async () => {
    const { entryId, content } = await draft({ consents: consents('to-chuc', 'cong-bo') });
    const path = { entryId };
    const before = await world.as(applicant1).reply(routes.getEntry, { path });
    const once = await withdraw(entryId, 'cong-bo', { at: second });
    expect([once.status, once.headers['etag'], once.body]).toEqual([
      200,
      '"2"',
      {
        ...before,
        content: { ...before.content, consents: consents('to-chuc') },
        withdrawnConsents: [{ purpose: 'cong-bo', at: second }],
        version: 2,
      },
    ]);
    const again = await withdraw(entryId, 'cong-bo', { at: third });
    expect([again.status, again.text]).toEqual([200, once.text]);
    const { records } = await list(entryId);
    expect(records.slice(-1)).toEqual([record('cong-bo', 'withdrawn', second!)]);
    // A save that does not agree to it leaves the mark, one that does takes it away.
    const other = { ...content, summary: 'Khác', consents: consents('to-chuc') };
    expect((await edit(entryId, 2, other)).withdrawnConsents).toHaveLength(1);
    expect(await edit(entryId, 3, content, { at: third })).not.toHaveProperty('withdrawnConsents');
    const { current } = await list(entryId);
    expect(current.find(({ purpose }) => purpose === 'cong-bo')).toMatchObject({
      state: 'given',
      at: third,
    });
    await takeBack(entryId);
  });

  test('of a required one ends the entry: its title is free, and its lead begins another', async () => {
    const { entryId, content } = await draft();
    const once = await withdraw(entryId, 'to-chuc', { at: second });
    expect([once.status, once.body.state, once.body.withdrawnConsents]).toEqual([
      200,
      'withdrawn',
      [{ purpose: 'to-chuc', at: second }],
    ]);
    expect((await withdraw(entryId, 'to-chuc', { at: third })).text).toBe(once.text);
    const said = { path: { entryId }, ifMatch: 2, body: content };
    const anew = await world.as(applicant1).call(routes.editEntry, said);
    expect(refusalIn(anew)).toEqual({ status: 409, code: 'state-conflict', state: 'withdrawn' });
    const { entryId: other } = await draftEntry(world, applicant1, content);
    // Once more takes the title from nobody, and the others of a withdrawn entry can be taken back too.
    expect((await withdraw(entryId, 'to-chuc')).status).toBe(200);
    expect((await withdraw(entryId, 'cong-bo')).body.state).toBe('withdrawn');
    const theirs = await world.as(applicant3).call(routes.createEntry, { body: content });
    expect(refusalIn(theirs)).toMatchObject({ code: 'duplicate-entry', field: 'title' });
    await takeBack(other);
  });

  test('of a required one ends what was handed in; the receipt stays', async () => {
    const one = await submittedEntry(world, { content: contentOf() });
    const path = { entryId: one.entryId };
    expect((await withdraw(one.entryId, 'to-chuc')).body.state).toBe('withdrawn');
    expect(await world.as(applicant1).reply(routes.getReceipt, { path })).toEqual(one.receipt);
    await world.settle();
    const { items } = await world.as(secretary).reply(routes.getEntryHistory, { path });
    expect(items.at(-1)).toMatchObject({
      operation: 'withdrawConsent',
      actorId: by,
      detail: { purpose: 'to-chuc', state: 'withdrawn' },
    });
  });

  test('by two at once is one', async () => {
    const { entryId } = await draft();
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => await withdraw(entryId, 'cong-bo', { at: second })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const { records } = await list(entryId);
    expect(records.filter(({ act }) => act === 'withdrawn')).toHaveLength(1);
    await takeBack(entryId);
  });

  test('and a save of the same version: one of them is told', async () => {
    const { entryId, content } = await draft();
    const said = { path: { entryId }, ifMatch: 1, body: { ...content, summary: 'Khác' } };
    const [saved, taken] = await Promise.all([
      world.as(applicant1).call(routes.editEntry, said),
      withdraw(entryId, 'cong-bo'),
    ]);
    expect(taken.status).toBe(200);
    expect([200, 412]).toContain(saved.status);
    const { current } = await list(entryId);
    expect(current.find(({ purpose }) => purpose === 'cong-bo')?.state).toBe('withdrawn');
    await takeBack(entryId);
  });

  test('one round of reads and one write', async () => {
    const { entryId } = await draft();
    const work = async () => await withdraw(entryId, 'cong-bo');
    expect(await world.tripsOf(work)).toEqual({ reads: 2, writes: 1, waits: 2 });
    await takeBack(entryId);
  });
});

test('what is stored holds together after all of it', async () => {
  const read = (name: string) =>
    world.table.database
      .prepare(`SELECT body FROM ${name}`)
      .all()
      .map(({ body }) => JSON.parse(String(body)) as Item);
  const items = { main: read('main'), ledger: read('ledger') };
  const { findings } = await auditTables(items, world.services);
  expect(findings).toEqual([]);
});
