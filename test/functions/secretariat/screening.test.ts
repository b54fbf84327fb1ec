import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { absentId, expectForbidden } from '../../support/denials.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  submittedEntry,
} from '../../support/world-entries.ts';
import { engage, people, person } from '../../support/world-people.ts';

const { applicant1, applicant2, applicant3, judge1, secretary, organiserA, organiserB } = people;
const secretary2 = person('secretary-2');
const between = interposed();
/** Two people have to agree. */
const world = await openWorld({
  around: between.around,
  plan: (plan) => ({ ...plan, screening: { ...plan.screening, people: 2 } }),
});
afterAll(async () => await world[Symbol.asyncDispose]());
await engage(world, secretary2, 'secretary');
const one = await submittedEntry(world);
const raced = await submittedEntry(world, { owner: applicant2, content: exampleContent(1) });
const judgesOwn = await submittedEntry(world, {
  owner: applicant3,
  // A Cyrillic А.
  content: exampleContent(2, { title: '\u0410pp bán dược liệu' }),
});
const draft = await draftEntry(world, applicant3, exampleContent(3));
await closeSubmissions(world);
const at = world.now();

const yes = { decision: 'eligible', reasons: [] };
const no = { decision: 'ineligible', reasons: [{ code: 'qua-nam-nam', note: 'Từ 2015' }] };
const screen = async (who: typeof secretary, entryId: string, body: object) =>
  await world.as(who).call(routes.screenEntry, { path: { entryId }, body });
const record = async (entryId: string) =>
  await world.as(secretary).reply(routes.getScreening, { path: { entryId } });
const by = ({ personId }: typeof secretary, what: object) => ({ ...what, by: personId, at });

describe('two people screen', () => {
  test('one of them decides nothing, and the startup learns nothing', async () => {
    const answer = await screen(secretary, one.entryId, yes);
    expect([answer.status, answer.body.state, answer.body.screening]).toEqual([
      200,
      'submitted',
      undefined,
    ]);
    expect(await record(one.entryId)).toEqual({
      entryId: one.entryId,
      code: one.code,
      state: 'submitted',
      submission: 1,
      people: 2,
      opinions: [by(secretary, yes)],
      blockers: [],
      warnings: [],
      missing: [],
      version: 3,
    });
    const seen = await world
      .as(applicant1)
      .call(routes.getEntry, { path: { entryId: one.entryId } });
    expect(seen.body.screening).toBeUndefined();
    expect(seen.text).not.toContain(secretary.personId);
    expect(seen.text).not.toContain('opinions');
  });

  test('who disagree wait for an organiser, who says why; the note stays inside', async () => {
    const split = await screen(secretary2, one.entryId, no);
    expect(split.body.state).toBe('submitted');
    const third = refusalIn(await screen(organiserB, one.entryId, no));
    expect(third).toEqual({ status: 409, code: 'state-conflict', state: 'opinions-complete' });
    const final = { ...no, final: true, note: 'Họp Ban Tổ chức' };
    expect(refusalIn(await screen(secretary, one.entryId, final))).toEqual({
      status: 403,
      code: 'forbidden',
      needs: 'organiser',
    });
    const decided = await screen(organiserA, one.entryId, final);
    expect([decided.body.state, decided.body.screening]).toEqual(['ineligible', { ...no, at }]);
    const { opinions, screening } = await record(one.entryId);
    expect({ opinions, screening }).toEqual({
      opinions: [by(secretary, yes), by(secretary2, no)],
      screening: by(organiserA, final),
    });
    const seen = await world
      .as(applicant1)
      .call(routes.getEntry, { path: { entryId: one.entryId } });
    expect(seen.body.screening).toEqual({ ...no, at });
    expect(seen.text).not.toContain('Họp Ban Tổ chức');
    expect(seen.text).not.toContain(organiserA.personId);
  });

  test('at the same moment: both opinions count, and they complete it', async () => {
    const statuses: number[] = [];
    between.beforeNextWrite(async () => {
      statuses.push((await screen(secretary2, raced.entryId, yes)).status);
    });
    const second = await screen(secretary, raced.entryId, yes);
    expect([...statuses, second.status, second.body.state]).toEqual([200, 200, 'eligible']);
    const { opinions, screening } = await record(raced.entryId);
    expect(opinions).toEqual([by(secretary2, yes), by(secretary, yes)]);
    expect(screening).toEqual(by(secretary, yes));
  });

  test('by reasons of the plan alone', async () => {
    const reasons = [{ code: 'vi-thich' }];
    expect(
      refusalIn(await screen(secretary, one.entryId, { decision: 'ineligible', reasons })),
    ).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/reasons/0/code', code: 'not-allowed' }],
    });
  });
});

describe('nobody is both applicant and official', () => {
  const { entryId } = judgesOwn;
  const phone = exampleContent(2).applicant?.phone ?? '';

  test('whom the organisers invited with a telephone, or who stated it themselves', async () => {
    const body = { email: 'judge-4@example.vn', name: 'Giám khảo', role: 'judge', phone };
    const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, { body });
    const judge4 = person('judge-4');
    await world.as(judge4).reply(routes.acceptInvitation, { path: { invitationId } });
    const own = await world.as(judge1).reply(routes.getOwnDetails);
    const local = phone.replace('+84', '0');
    await world
      .as(judge1)
      .reply(routes.saveOwnDetails, { body: { phone: local }, ifMatch: own.version });
    const blockers = [judge1, judge4].map(({ personId }) => ({
      code: 'also-official',
      personId,
      because: 'phone',
    }));
    const { blockers: seen, warnings } = await record(entryId);
    expect({ blockers: seen, warnings }).toEqual({
      blockers,
      warnings: [{ code: 'mixed-scripts', pointer: '/title' }],
    });
    expect(refusalIn(await screen(secretary, entryId, yes))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'submitted',
      blockers,
    });
    expect((await screen(secretary, entryId, no)).status).toBe(200);
    for (const { personId } of [judge1, judge4]) {
      await world.as(organiserA).reply(routes.revokePerson, { path: { personId } });
    }
    expect((await record(entryId)).blockers).toEqual([]);
    expect((await screen(secretary, entryId, yes)).status).toBe(200);
  });
});

describe('the record of a screening', () => {
  test('of a draft that was never handed in', async () => {
    const { opinions, missing, submission } = await record(draft.entryId);
    expect({ opinions, missing, submission }).toEqual({
      opinions: [],
      missing: [{ code: 'document-missing', document: 'thuyet-minh' }],
      submission: 0,
    });
  });

  test('is for those who run this edition', async () => {
    const { revoked, organiserElsewhere, administrator } = people;
    const strangers = [applicant1, applicant2, judge1, revoked, organiserElsewhere, administrator];
    const said = { path: { entryId: one.entryId } };
    await expectForbidden(world, routes.getScreening, said, { needs: 'secretary', strangers });
    const nothing = { status: 404, code: 'not-found' };
    const call = async (path: { [name: string]: string }) =>
      refusalIn(await world.as(secretary).call(routes.getScreening, { path }));
    expect(await call({ entryId: absentId })).toEqual(nothing);
    expect(await call({ entryId: one.entryId, editionId: 'nowhere' })).toEqual(nothing);
  });

  test('is one round of reads', async () => {
    const trips = await world.tripsOf(async () => await record(one.entryId));
    expect(trips).toEqual({ reads: 2, writes: 0, waits: 1 });
  });
});
