import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { expectSignIn } from '../../support/denials.ts';
import { openWorld } from '../../support/world.ts';
import { people, person } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { administrator } = people;
test('somebody new takes part nowhere, and asks in one round of reads', async () => {
  const fresh = person('fresh');
  expect(await world.as(fresh).reply(routes.getMe)).toEqual({
    ...fresh,
    administrator: false,
    memberships: [],
    entries: [],
    invitations: [],
    teamInvitations: [],
  });
  await expectSignIn(world, routes.getMe, {});
  const trips = await world.tripsOf(async () => await world.as(fresh).reply(routes.getMe));
  expect(trips).toEqual({ reads: 3, writes: 0, waits: 1 });
  expect((await world.as(administrator).reply(routes.getMe)).administrator).toBe(true);
});
