import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { refusalIn, sameBytes } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { people } from '../../support/world-people.ts';
import { approvedFinal, decisionOf, publish } from '../../support/world-results.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, organiserB } = people;
const notOrganisers = ['secretary', 'judge1', 'applicant1', 'administrator', 'revoked'] as const;

const show = async (world: World, shown: number, by = organiserA) =>
  await world.as(by).call(routes.showAnnouncement, { body: { shown } });
const asked = async (world: World) => await world.anonymous.reply(routes.getAnnouncement);

describe('getAnnouncement', () => {
  it('before publication is the answer for an edition that is not, to the byte, for everybody', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    for (const caller of [world.anonymous, world.as(organiserA), world.as(people.judge1)]) {
      const before = await caller.call(routes.getAnnouncement);
      const path = { editionId: 'kon-tum-2099' };
      const unknown = await caller.call(routes.getAnnouncement, { path });
      expect(refusalIn(before)).toEqual(notFound);
      expect(sameBytes(before)).toBe(sameBytes(unknown));
    }
    await publish(world, digest);
    expect(await asked(world)).toEqual({ resultVersion: 1, shown: 0, version: 0 });
  });

  it('is one read', async () => {
    await using world = await openWorld();
    await publish(world, (await approvedFinal(world)).digest);
    const trips = await world.tripsOf(async () => await asked(world));
    expect(trips).toEqual({ reads: 1, writes: 0, waits: 1 });
  });
});

describe('showAnnouncement', () => {
  it('leads the screen on, back and to the whole result; the last word holds', async () => {
    await using world = await openWorld();
    const { awards } = await publish(world, (await approvedFinal(world)).digest);
    const last = awards.length + 1;
    const steps = [
      [1, organiserA],
      [last, organiserB],
      [0, organiserA],
    ] as const;
    for (const [index, [shown, by]] of steps.entries()) {
      const answer = await show(world, shown, by);
      const now = { resultVersion: 1, shown, version: index + 1 };
      expect([answer.status, answer.body]).toEqual([200, now]);
      expect(await asked(world)).toEqual(now);
    }
    const errors = [{ pointer: '/shown', code: 'too-large', limit: last }];
    expect(refusalIn(await show(world, last + 1))).toMatchObject({ status: 422, errors });
    expect(refusalIn(await show(world, -1))).toMatchObject({ code: 'validation-failed' });
    const { records } = await listHistory(world.table, `result/${world.editionId}`, { limit: 9 });
    expect(records.map(({ operation }) => operation)).toEqual([
      'publishResult',
      ...Array(3).fill('showAnnouncement'),
    ]);
  });

  it('holds when two organisers press at once', async () => {
    await using world = await openWorld();
    await publish(world, (await approvedFinal(world)).digest);
    const answers = await Promise.all([show(world, 1), show(world, 2, organiserB)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await asked(world)).version).toBe(2);
  });

  it('is refused before the publication and after a retraction; a later version begins anew', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    const conflict = { status: 409, code: 'state-conflict' };
    expect(refusalIn(await show(world, 1))).toEqual({ ...conflict, state: 'unpublished' });
    await publish(world, digest);
    await show(world, 1);
    const decision = decisionOf(world, '95/QĐ-UBND');
    const body = { resultVersion: 1, decision, reason: 'Nhầm' };
    await world.as(organiserA).reply(routes.retractResult, { body });
    expect((await asked(world)).shown).toBe(1);
    const confirmation = { body: { resultVersion: 1 } };
    await world.as(organiserB).reply(routes.confirmRetraction, confirmation);
    expect(await asked(world)).toEqual({ resultVersion: 2, shown: 0, version: 1 });
    expect(refusalIn(await show(world, 1))).toEqual({ ...conflict, state: 'retracted' });
    await world
      .as(organiserB)
      .reply(routes.correctResult, { body: { ...body, resultVersion: 2, digest } });
    await show(world, 2);
    expect(await asked(world)).toEqual({ resultVersion: 3, shown: 2, version: 2 });
  });

  it('is of organisers only', async () => {
    await using world = await openWorld();
    await approvedFinal(world);
    const said = { body: { shown: 1 } };
    expect(await refusalsOf(world, routes.showAnnouncement, said, notOrganisers)).toEqual({
      ...each(notOrganisers, forbidden('organiser')),
      anonymous: unauthenticated,
    });
  });
});
