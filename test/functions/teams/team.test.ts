import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import type { Item } from '../../../lib/platform/table.ts';
import { auditTables } from '../../support/audit-tables.ts';
import { contentsOf, expectConcealed, expectForbidden } from '../../support/denials.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, worldBeginsAt, worldClosesAt, worldOpensAt } from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import { draftEntry, exampleContent, submittedEntry } from '../../support/world-entries.ts';
import { people, person } from '../../support/world-people.ts';
import { invitedTo, joinTeam } from '../../support/world-teams.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { applicant1, applicant2, secretary, organiserA, organiserElsewhere, judge1, revoked } =
  people;
const { entryId } = await submittedEntry(world);
const path = { entryId };
const [editor, viewer] = [person('editor-x'), person('viewer-x')];
await joinTeam(world, entryId, editor);
await joinTeam(world, entryId, viewer, { role: 'viewer' });
const strangers = [applicant2, judge1, secretary, organiserA, organiserElsewhere, revoked];
const closed = {
  status: 409,
  code: 'phase-closed',
  receivedAt: worldClosesAt,
  opensAt: worldOpensAt,
  closesAt: worldClosesAt,
};
const teammate = (one: Person, changes: object = {}) => ({
  personId: one.personId,
  email: one.email,
  name: one.personId,
  role: 'editor',
  joinedAt: worldBeginsAt,
  version: 1,
  ...changes,
});
let names = 0;
const newcomer = () => person(`member-${++names}`);
/** An entry with a lead of its own and some editors. */
const teamOf = async (lead: Person, ...editors: Person[]) => {
  const content = exampleContent(0, { title: `Nhóm ${++names}` });
  const { entryId: id } = await draftEntry(world, lead, content);
  for (const one of editors) await joinTeam(world, id, one, { lead });
  return id;
};
const entriesOf = async (one: Person) =>
  (await world.as(one).reply(routes.getMe)).entries.map((entry) => [entry.entryId, entry.role]);

describe('what a part in the team is', () => {
  test('an editor works on the entry and hands it in, a viewer reads it', async () => {
    const { version } = await world.as(viewer).reply(routes.getEntry, { path });
    const edit = { path, ifMatch: version, body: exampleContent(0, { title: 'Sửa bởi nhóm' }) };
    const denied = { status: 403, code: 'forbidden', needs: 'editor' };
    expect(refusalIn(await world.as(viewer).call(routes.editEntry, edit))).toEqual(denied);
    expect((await world.as(editor).reply(routes.editEntry, edit)).version).toBe(version + 1);
    const submit = { path, body: { acceptedPlanVersion: 1 } };
    expect(refusalIn(await world.as(viewer).call(routes.submitEntry, submit))).toEqual(denied);
    await world.as(editor).reply(routes.submitEntry, submit);
    const receipt = await world.as(viewer).reply(routes.getReceipt, { path });
    expect(receipt.submission).toBe(2);
  });

  test('neither takes the entry back', async () => {
    const denied = { needs: 'owner', strangers: [editor, viewer] };
    await expectForbidden(world, routes.withdrawEntry, { path }, denied);
  });
});

describe('the list', () => {
  test('is the team’s and of those who run the contest', async () => {
    const others = [applicant2, judge1, organiserElsewhere, revoked];
    await expectConcealed(world, routes.listTeam, { path }, others);
    const invitationId = await invitedTo(world, entryId, newcomer());
    const expected = {
      lead: {
        personId: applicant1.personId,
        email: applicant1.email,
        name: exampleContent(0).members[0]!.name,
      },
      teammates: [teammate(editor), teammate(viewer, { role: 'viewer' })],
      invitations: [
        {
          invitationId,
          email: `member-${names}@example.vn`,
          name: `member-${names}-0001`,
          role: 'editor',
          state: 'pending',
          invitedAt: worldBeginsAt,
          endsAt: '2022-06-29T03:00:00.000Z',
        },
      ],
    };
    for (const one of [applicant1, editor, viewer, secretary, organiserA]) {
      expect(await world.as(one).reply(routes.listTeam, { path })).toEqual(expected);
    }
    const at = '2022-06-29T03:00:00.000Z';
    const later = await world.as(applicant1).reply(routes.listTeam, { path, at });
    expect(later.invitations).toEqual([]);
  });

  test('takes two reads at once', async () => {
    const trips = await world.tripsOf(
      async () => await world.as(applicant1).reply(routes.listTeam, { path }),
    );
    expect(trips).toEqual({ reads: 2, writes: 0, waits: 1 });
  });
});

describe('a role is changed', () => {
  const route = routes.changeTeammate;

  test('by the lead alone, of somebody who is there, by the version that was read', async () => {
    const one = newcomer();
    const lead = newcomer();
    const id = await teamOf(lead, one);
    const said = {
      path: { entryId: id, personId: one.personId },
      body: { role: 'viewer' },
      ifMatch: 1,
    };
    await expectConcealed(world, route, said, strangers);
    await expectForbidden(world, route, said, { needs: 'owner', strangers: [one] });
    for (const other of [lead, applicant1]) {
      const elsewhere = { ...said, path: { entryId: id, personId: other.personId } };
      expect(refusalIn(await world.as(lead).call(route, elsewhere))).toEqual({
        status: 404,
        code: 'not-found',
      });
    }
    expect(refusalIn(await world.as(lead).call(route, { ...said, at: worldClosesAt }))).toEqual(
      closed,
    );
    const answer = await world.as(lead).call(route, said);
    expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
      200,
      '"2"',
      teammate(one, { role: 'viewer', version: 2 }),
    ]);
    expect(await entriesOf(one)).toEqual([[id, 'viewer']]);
    expect(refusalIn(await world.as(lead).call(route, said))).toEqual({
      status: 412,
      code: 'precondition-failed',
      currentVersion: 2,
    });
    const trips = await world.tripsOf(
      async () => await world.as(lead).reply(route, { ...said, ifMatch: 2 }),
    );
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  });

  test('once of two at the same moment', async () => {
    const one = newcomer();
    const lead = newcomer();
    const id = await teamOf(lead, one);
    const said = { path: { entryId: id, personId: one.personId }, ifMatch: 1 };
    const answers = await Promise.all(
      ['viewer', 'editor'].map(
        async (role) => await world.as(lead).call(route, { ...said, body: { role } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('somebody is taken out', () => {
  const route = routes.removeTeammate;

  test('by the lead or by themselves, at any time; nothing of theirs is left', async () => {
    const [one, two] = [newcomer(), newcomer()];
    const lead = newcomer();
    const id = await teamOf(lead, one, two);
    const out = (who: Person) => ({ path: { entryId: id, personId: who.personId } });
    await expectConcealed(world, route, out(one), strangers);
    await expectForbidden(world, route, out(one), { needs: 'owner', strangers: [two] });
    expect(refusalIn(await world.as(lead).call(route, out(lead)))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'lead',
    });
    expect(await world.as(one).reply(route, { ...out(one), at: worldClosesAt })).toEqual({
      personId: one.personId,
    });
    expect((await world.as(lead).call(route, { ...out(two), at: worldClosesAt })).status).toBe(200);
    const gone = { status: 404, code: 'not-found' };
    expect(refusalIn(await world.as(lead).call(route, out(two)))).toEqual(gone);
    for (const who of [one, two]) {
      const entry = { path: { entryId: id } };
      expect(refusalIn(await world.as(who).call(routes.getEntry, entry))).toEqual(gone);
      expect(await entriesOf(who)).toEqual([]);
      expect(JSON.stringify((contentsOf(world) as unknown[])[0])).not.toContain(
        `OWNER#${who.personId}`,
      );
    }
  });

  test('and keeps what else they take part with', async () => {
    const one = newcomer();
    const lead = newcomer();
    const id = await teamOf(lead, one);
    const other = await teamOf(one);
    await world.as(one).reply(route, { path: { entryId: id, personId: one.personId } });
    expect(await entriesOf(one)).toEqual([[other, 'lead']]);
    const body = { email: one.email, name: 'A', role: 'judge' };
    const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, { body });
    const role = await world.as(one).call(routes.acceptInvitation, { path: { invitationId } });
    expect(refusalIn(role)).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: 'also-applicant',
    });
  });

  test('a read more where it was their last part', async () => {
    const one = newcomer();
    const lead = newcomer();
    const ids = [await teamOf(lead, one), await teamOf(lead, one)];
    const trips = [];
    for (const id of ids) {
      const out = { path: { entryId: id, personId: one.personId } };
      trips.push(await world.tripsOf(async () => await world.as(lead).reply(route, out)));
    }
    expect(trips).toEqual([
      { reads: 1, writes: 1, waits: 2 },
      { reads: 2, writes: 1, waits: 3 },
    ]);
  });

  test('once, of two at the same moment', async () => {
    const one = newcomer();
    const lead = newcomer();
    const id = await teamOf(lead, one);
    const out = { path: { entryId: id, personId: one.personId } };
    const answers = await Promise.all(
      [lead, one].map(async (who) => await world.as(who).call(route, out)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });
});

describe('the lead is handed over', () => {
  const route = routes.handOverLead;

  test('to somebody of the team, by the lead, while it may be worked on', async () => {
    const [one, lead] = [newcomer(), newcomer()];
    const id = await teamOf(lead, one);
    const said = { path: { entryId: id }, body: { personId: one.personId } };
    await expectConcealed(world, route, said, strangers);
    await expectForbidden(world, route, said, { needs: 'owner', strangers: [one] });
    for (const personId of [lead.personId, applicant2.personId]) {
      const other = { ...said, body: { personId } };
      expect(refusalIn(await world.as(lead).call(route, other))).toEqual({
        status: 404,
        code: 'not-found',
      });
    }
    expect(refusalIn(await world.as(lead).call(route, { ...said, at: worldClosesAt }))).toEqual(
      closed,
    );
    const trips = await world.tripsOf(async () => {
      expect(await world.as(lead).reply(route, said)).toEqual({
        leadId: one.personId,
        editor: teammate(lead, { name: exampleContent(0).members[0]!.name }),
      });
    });
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
    expect([await entriesOf(one), await entriesOf(lead)]).toEqual([
      [[id, 'lead']],
      [[id, 'editor']],
    ]);
    const team = await world.as(one).reply(routes.listTeam, { path: { entryId: id } });
    expect([team.lead.personId, team.lead.email]).toEqual([one.personId, one.email]);
    expect(team.teammates.map(({ personId }) => personId)).toEqual([lead.personId]);
    // And back again: each is what the other was.
    await world.as(one).reply(route, { ...said, body: { personId: lead.personId } });
    expect(await entriesOf(lead)).toEqual([[id, 'lead']]);
    await world.as(lead).reply(routes.withdrawEntry, { path: { entryId: id } });
    expect(refusalIn(await world.as(lead).call(route, said))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'withdrawn',
    });
  });

  test('to nobody who leads as many entries as one may', async () => {
    const [one, lead] = [newcomer(), newcomer()];
    for (const _ of [1, 2, 3]) await teamOf(one);
    const id = await teamOf(lead, one);
    const said = { path: { entryId: id }, body: { personId: one.personId } };
    const before = contentsOf(world);
    expect(refusalIn(await world.as(lead).call(route, said))).toEqual({
      status: 409,
      code: 'limit-reached',
      limit: 'entriesPerApplicant',
      allowed: 3,
    });
    expect(contentsOf(world)).toEqual(before);
  });

  test('to one of two at the same moment, and to nobody who has just left', async () => {
    const [one, two, lead] = [newcomer(), newcomer(), newcomer()];
    const id = await teamOf(lead, one, two);
    const answers = await Promise.all(
      [one, two].map(
        async ({ personId }) =>
          await world.as(lead).call(route, { path: { entryId: id }, body: { personId } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);

    const between = interposed();
    await using other = await openWorld({ around: between.around });
    const { entryId: its } = await draftEntry(other);
    await joinTeam(other, its, applicant2);
    const out = { path: { entryId: its, personId: applicant2.personId } };
    between.beforeNextWrite(
      async () => await other.as(applicant2).reply(routes.removeTeammate, out),
    );
    const said = { path: { entryId: its }, body: { personId: applicant2.personId } };
    expect(refusalIn(await other.as(applicant1).call(route, said))).toEqual({
      status: 404,
      code: 'not-found',
    });
  });
});

test('an entry taken back leaves room for another one, and its lead an applicant', async () => {
  const lead = newcomer();
  const ids = [await teamOf(lead), await teamOf(lead), await teamOf(lead)];
  await world.as(lead).reply(routes.withdrawEntry, { path: { entryId: ids[0]! } });
  await teamOf(lead);
  const body = exampleContent(0, { title: `Nhóm ${++names}` });
  expect(refusalIn(await world.as(lead).call(routes.createEntry, { body }))).toEqual({
    status: 409,
    code: 'limit-reached',
    limit: 'entriesPerApplicant',
    allowed: 3,
  });
  const other = newcomer();
  const only = await teamOf(other);
  await world.as(other).reply(routes.withdrawEntry, { path: { entryId: only } });
  expect(await entriesOf(other)).toEqual([[only, 'lead']]);
  const offered = { body: { email: other.email, name: 'A', role: 'judge' } };
  const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, offered);
  const role = await world.as(other).call(routes.acceptInvitation, { path: { invitationId } });
  expect(refusalIn(role)).toMatchObject({ status: 403, because: 'also-applicant' });
});

test('the audit trail tells who did what with the team, and no address', async () => {
  const [one, lead] = [newcomer(), newcomer()];
  const id = await teamOf(lead, one);
  const history = world.table.database
    .prepare(
      "SELECT body FROM ledger WHERE gsi1pk = 'SUBJECT#entry/kon-tum-2022/' || ? ORDER BY sk",
    )
    .all(id)
    .map(({ body }) => JSON.parse(String(body)));
  expect(history.map(({ operation, actorId }) => [operation, actorId]).sort()).toEqual([
    ['acceptTeamInvitation', one.personId],
    ['createEntry', lead.personId],
    ['inviteTeammate', lead.personId],
  ]);
  expect(JSON.stringify(history)).not.toContain('@');
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
