import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { otherEditionId, people, person } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const {
  organiserA,
  organiserB,
  secretary,
  judge1,
  judge2,
  revoked,
  applicant1,
  organiserElsewhere,
  administrator,
} = people;
const notFound = { status: 404, code: 'not-found' };
const invite = async (email: string, role = 'judge', said: object = {}) =>
  await world
    .as(organiserA)
    .call(routes.invitePerson, { body: { email, name: 'Y Hoa', role }, ...said });

describe('revocation', () => {
  const revoke = async (personId: string, who = organiserA, said: object = {}) =>
    await world.as(who).call(routes.revokePerson, { path: { personId }, ...said });

  test('T3: the next request is refused, token or no token', async () => {
    expect((await world.as(judge2).reply(routes.getMe)).memberships.length).toBe(1);
    const answer = await revoke(judge2.personId);
    expect([answer.status, answer.body.active, answer.body.version]).toEqual([200, false, 2]);
    expect((await world.as(judge2).reply(routes.getMe)).memberships).toEqual([]);
    const organiser = person('organiser-c');
    const { invitationId } = (await invite(organiser.email, 'organiser')).body;
    await world.as(organiser).reply(routes.acceptInvitation, { path: { invitationId } });
    await world.as(organiser).reply(routes.listPeople);
    await revoke(organiser.personId);
    const late = await world.as(organiser).call(routes.listPeople);
    expect(refusalIn(late)).toEqual({ status: 403, code: 'forbidden', needs: 'organiser' });
  });

  test('takes the roles back that were offered and not taken yet', async () => {
    const two = person('two-roles');
    const ids = await Promise.all(
      ['judge', 'secretary'].map(async (role) => (await invite(two.email, role)).body.invitationId),
    );
    const accept = async (invitationId: string, at: string) =>
      await world.as(two).call(routes.acceptInvitation, { path: { invitationId }, at });
    expect((await accept(ids[0]!, world.now())).status).toBe(201);
    await revoke(two.personId);
    const late = await accept(ids[1]!, '2022-06-15T04:00:00.000Z');
    const refused = { status: 409, code: 'state-conflict', state: 'revoked' };
    expect(refusalIn(late)).toEqual(refused);
    const anew = { at: '2022-06-15T05:00:00.000Z' };
    const { invitationId } = (await invite(two.email, 'judge', anew)).body;
    expect((await accept(invitationId, '2022-06-15T06:00:00.000Z')).status).toBe(201);
    expect(refusalIn(await accept(ids[1]!, '2022-06-15T07:00:00.000Z'))).toEqual(refused);
    const { memberships } = await world.as(two).reply(routes.getMe);
    expect(memberships).toEqual([{ editionId: 'kon-tum-2022', roles: ['judge'] }]);
  });

  test('is an organiser’s, of others, who are there', async () => {
    const strangers = [secretary, judge1, revoked, applicant1, organiserElsewhere, administrator];
    const said = { path: { personId: judge1.personId } };
    await expectForbidden(world, routes.revokePerson, said, { needs: 'organiser', strangers });
    expect(refusalIn(await revoke(organiserA.personId))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'self',
    });
    expect(refusalIn(await revoke('nobody'))).toEqual(notFound);
    expect(
      refusalIn(
        await revoke(judge1.personId, organiserA, {
          path: { personId: judge1.personId, editionId: otherEditionId },
        }),
      ),
    ).toEqual({ status: 403, code: 'forbidden', needs: 'organiser' });
  });

  test('of each other at the same time leaves one organiser', async () => {
    await using other = await openWorld();
    const path = (one: typeof organiserA) => ({ path: { personId: one.personId } });
    const answers = await Promise.all([
      other.as(organiserA).call(routes.revokePerson, path(organiserB)),
      other.as(organiserB).call(routes.revokePerson, path(organiserA)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 403]);
    expect((await other.as(organiserA).call(routes.listPeople)).status).toBe(200);
  });

  test('costs one read and one write', async () => {
    const trips = await world.tripsOf(async () => await revoke(judge1.personId));
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  });
});
