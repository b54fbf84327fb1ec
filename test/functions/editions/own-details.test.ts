import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { contentsOf, expectForbidden } from '../../support/denials.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { people, person } from '../../support/world-people.ts';

const between = interposed();
const world = await openWorld({ around: between.around });
afterAll(async () => await world[Symbol.asyncDispose]());
const { judge1, judge2, organiserA, secretary } = people;
const details = { phone: '0912 345 678', taxCode: '0100109106', organisation: 'Sở KH&CN' };
const kept = { ...details, phone: '+84912345678' };
const save = async (who: typeof judge1, body: object, ifMatch: number) =>
  await world.as(who).call(routes.saveOwnDetails, { body, ifMatch });

test('an official states them, reads them, and takes them back; nobody else reads them', async () => {
  const saved = await save(judge1, details, 1);
  const own = {
    editionId: world.editionId,
    personId: judge1.personId,
    email: judge1.email,
    name: judge1.personId,
    roles: ['judge'],
    active: true,
    version: 2,
    ...kept,
  };
  expect([saved.status, saved.headers['etag'], saved.body]).toEqual([200, '"2"', own]);
  expect(await world.as(judge1).reply(routes.getOwnDetails)).toEqual(own);
  const list = await world.as(organiserA).call(routes.listPeople);
  for (const value of Object.values(kept)) expect(list.text).not.toContain(value);
  const { phone: _, taxCode: __, organisation: ___, ...nothing } = own;
  expect((await save(judge1, {}, 2)).body).toEqual({ ...nothing, version: 3 });
});

test('an address is kept with its names, shown to nobody else, and refused where it leads nowhere', async () => {
  await using apart = await openWorld();
  const state = async (body: object, ifMatch: number) =>
    await apart.as(judge2).call(routes.saveOwnDetails, { body, ifMatch });
  const address = { provinceCode: '51', communeCode: '23446', detail: '12/3 Hoà Bình' };
  const named = {
    ...address,
    provinceName: 'Tỉnh Quảng Ngãi',
    communeName: 'Xã Măng Ri',
    listVersion: '2025-07-01',
  };
  expect((await state({ address }, 1)).body).toMatchObject({ address: named, version: 2 });
  expect(await apart.as(judge2).reply(routes.getOwnDetails)).toMatchObject({ address: named });
  const list = await apart.as(organiserA).call(routes.listPeople);
  expect(list.text).not.toContain(address.detail);
  const elsewhere = { address: { ...address, provinceCode: '48' }, expertise: ['xa'] };
  expect(refusalIn(await state(elsewhere, 2))).toEqual({
    status: 422,
    code: 'validation-failed',
    errors: [
      { pointer: '/address/communeCode', code: 'not-allowed' },
      { pointer: '/expertise/0', code: 'unknown-reference' },
    ],
  });
  expect((await state({}, 2)).body).not.toHaveProperty('address');
});

test('the ledger says which were stated, never what', () => {
  const ledger = JSON.stringify(contentsOf(world));
  const rows = world.table.database
    .prepare("SELECT body FROM ledger WHERE body LIKE '%saveOwnDetails%'")
    .all();
  expect(rows.length).toBe(2);
  expect(JSON.stringify(rows)).not.toContain(kept.phone);
  expect(ledger).toContain('saveOwnDetails');
});

test('what organisers believe gives way to what the official stated, over a revocation too', async () => {
  const invite = async (believed: object) => {
    const body = { email: 'moi@example.vn', name: 'Mới', role: 'judge', ...believed };
    return await world.as(organiserA).reply(routes.invitePerson, { body });
  };
  const who = person('moi');
  const accept = async ({ invitationId }: { invitationId: string }) =>
    await world.as(who).call(routes.acceptInvitation, { path: { invitationId } });
  const first = await accept(await invite(details));
  expect([first.status, first.text.includes(kept.phone)]).toEqual([201, false]);
  expect(await world.as(who).reply(routes.getOwnDetails)).toMatchObject(kept);
  await save(who, { phone: '0987654321' }, 1);
  await world.as(organiserA).reply(routes.revokePerson, { path: { personId: who.personId } });
  expect(refusalIn(await world.as(who).call(routes.getOwnDetails))).toMatchObject({ status: 403 });
  world.at('2022-06-15T03:00:01.000Z');
  expect((await accept(await invite(details))).status).toBe(201);
  const { phone, organisation } = await world.as(who).reply(routes.getOwnDetails);
  expect({ phone, organisation }).toEqual({
    phone: '+84987654321',
    organisation: kept.organisation,
  });
});

test('each wrong one is told', async () => {
  const wrong = { phone: '123', taxCode: '0100109107', organisation: ' ', roles: ['organiser'] };
  expect(refusalIn(await save(judge2, wrong, 1))).toMatchObject({
    status: 422,
    code: 'validation-failed',
    errors: [
      { pointer: '/phone', code: 'invalid-phone' },
      { pointer: '/taxCode', code: 'invalid-tax-code' },
      { pointer: '/organisation', code: 'blank' },
      { pointer: '/roles', code: 'unknown-field' },
    ],
  });
});

test('a judge states what they know and can read; organisers see it, fields are those of the plan', async () => {
  const [first, second] = (await world.anonymous.reply(routes.getEdition)).plan.fields;
  const wishes = {
    expertise: [first!.id],
    capacity: 12,
    preferences: { [first!.id]: 'want', [second!.id]: 'rather-not' },
  };
  const { judge3 } = people;
  expect((await save(judge3, wishes, 1)).body).toMatchObject({ ...wishes, version: 2 });
  const { items } = await world.as(organiserA).reply(routes.listPeople);
  expect(items.find(({ personId }) => personId === judge3.personId)).toMatchObject(wishes);
  const unknown = { expertise: [first!.id, 'xa'], preferences: { la: 'can' } };
  expect(refusalIn(await save(judge3, unknown, 2))).toEqual({
    status: 422,
    code: 'validation-failed',
    errors: [
      { pointer: '/expertise/1', code: 'unknown-reference' },
      { pointer: '/preferences/la', code: 'unknown-reference' },
    ],
  });
  const wrong = { capacity: 0, preferences: { [first!.id]: 'never' } };
  expect(refusalIn(await save(judge3, wrong, 2))).toMatchObject({
    status: 422,
    errors: [{ pointer: '/capacity' }, { pointer: `/preferences/${first!.id}` }],
  });
  expect(await world.as(judge3).reply(routes.getOwnDetails)).toMatchObject(wishes);
});

test('two windows: the second is told', async () => {
  expect(refusalIn(await save(judge2, details, 2))).toEqual({
    status: 412,
    code: 'precondition-failed',
    currentVersion: 1,
  });
  between.beforeNextWrite(async () => await save(judge2, details, 1));
  expect(refusalIn(await save(judge2, {}, 1))).toEqual({
    status: 412,
    code: 'precondition-failed',
    currentVersion: 2,
  });
});

test('is for officials of this edition; one read and one write', async () => {
  const { applicant1, revoked, organiserElsewhere, administrator } = people;
  const strangers = [applicant1, revoked, organiserElsewhere, administrator];
  await expectForbidden(world, routes.getOwnDetails, {}, { needs: 'judge', strangers });
  const said = { body: {}, ifMatch: 1 };
  await expectForbidden(world, routes.saveOwnDetails, said, { needs: 'judge', strangers });
  const trips = await world.tripsOf(async () => await save(secretary, details, 1));
  expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
});
