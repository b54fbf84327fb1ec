import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { people } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const {
  organiserA,
  organiserB,
  secretary,
  judge1,
  revoked,
  applicant1,
  organiserElsewhere,
  administrator,
} = people;
describe('the people of an edition', () => {
  test('are listed for those who run it, a page at a time', async () => {
    const all = await world.as(secretary).reply(routes.listPeople);
    const ids = all.items.map(({ personId }) => personId);
    expect(ids).toEqual(ids.toSorted());
    expect(all.items.find(({ personId }) => personId === revoked.personId)).toEqual({
      editionId: 'kon-tum-2022',
      personId: revoked.personId,
      email: revoked.email,
      name: revoked.personId,
      roles: ['secretary'],
      active: false,
      version: 2,
    });
    const paged: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const query = { limit: '2', ...(cursor === undefined ? {} : { cursor }) };
      const page = await world.as(organiserB).reply(routes.listPeople, { query });
      paged.push(...page.items.map(({ personId }) => personId));
      cursor = page.next;
    }
    expect(paged).toEqual(ids);
  });

  test('and for nobody else', async () => {
    const strangers = [judge1, revoked, applicant1, organiserElsewhere, administrator];
    await expectForbidden(world, routes.listPeople, {}, { needs: 'organiser', strangers });
    const { next } = await world.as(secretary).reply(routes.listPeople, { query: { limit: '1' } });
    const query = { cursor: next! };
    const answer = await world.as(organiserA).call(routes.listPeople, { query });
    expect(refusalIn(answer)).toMatchObject({ status: 400, code: 'cursor-invalid' });
  });

  test('in one round of parallel reads', async () => {
    const list = async (limit: string) =>
      await world.as(secretary).reply(routes.listPeople, { query: { limit } });
    const once = { reads: 2, writes: 0, waits: 1 };
    expect(await world.tripsOf(async () => await list('1'))).toEqual(once);
    expect(await world.tripsOf(async () => await list('3'))).toEqual(once);
  });
});
