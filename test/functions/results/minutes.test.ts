import { describe, expect, it } from 'vitest';
import { localDateAt } from '../../../lib/contest/local-time.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { finalRound, firstRound } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  approve,
  closedFinal,
  decisionOf,
  digestIn,
  minutesOf,
  publish,
  signMinutes,
} from '../../support/world-results.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, organiserB } = people;
const notOrganisers = ['secretary', 'judge1', 'applicant1', 'administrator', 'revoked'] as const;
const path = { roundId: finalRound };

const record = async (world: World, digest: string, changes: object = {}) =>
  await world
    .as(organiserA)
    .call(routes.recordMinutes, { path, body: { ...minutesOf(world, digest), ...changes } });
const stateOf = async (world: World) => await world.as(organiserA).reply(routes.getPublication);

describe('recordMinutes', () => {
  it('is about the approved outcome and no other, and leads from step to step', async () => {
    await using world = await openWorld();
    await closedFinal(world);
    const digest = await digestIn(world, finalRound);
    expect(refusalIn(await record(world, digest))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'closed',
    });
    expect(await stateOf(world)).toEqual({ roundId: finalRound, step: 'closed' });
    await approve(world, finalRound);
    const approval = { digest, approvedBy: organiserA.personId, approvedAt: world.now() };
    expect(await stateOf(world)).toEqual({ roundId: finalRound, step: 'approved', approval });
    const publication = { body: { digest, decision: decisionOf(world) } };
    const early = await world.as(organiserB).call(routes.publishResult, publication);
    expect(refusalIn(early)).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'approved',
      blockers: [{ code: 'minutes-not-signed', roundId: finalRound }],
    });
    expect(refusalIn(await record(world, '0'.repeat(64)))).toEqual({
      status: 409,
      code: 'digest-changed',
      current: digest,
    });
    const answer = await record(world, digest);
    const minutes = { ...minutesOf(world, digest), roundId: finalRound, recordedAt: world.now() };
    expect([answer.status, answer.body]).toEqual([201, minutes]);
    const signed = { roundId: finalRound, step: 'minutes-signed', approval, minutes };
    expect(await stateOf(world)).toEqual(signed);
    await publish(world, digest);
    expect(await stateOf(world)).toEqual({
      ...signed,
      step: 'published',
      resultVersion: 1,
      publishedDigest: digest,
    });
    expect(refusalIn(await record(world, digest))).toEqual({
      status: 409,
      code: 'already-published',
    });
  });

  it('is put right until then, and each record stays in the history', async () => {
    await using world = await openWorld();
    await closedFinal(world);
    const digest = await approve(world, finalRound);
    await signMinutes(world, digest);
    const { documentNumber, ...body } = minutesOf(world, digest);
    const again = { path, body: { ...body, chair: 'Lê Ngọc Tuấn' } };
    await world.as(organiserB).reply(routes.recordMinutes, again);
    const { minutes } = await stateOf(world);
    expect(minutes).toEqual({ ...again.body, roundId: finalRound, recordedAt: world.now() });
    const subject = `round/${world.editionId}/${finalRound}`;
    const { records } = await listHistory(world.table, subject, { limit: 100 });
    const told = records.filter(({ operation }) => operation === 'recordMinutes');
    expect(told.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [organiserA.personId, minutesOf(world, digest)],
      [organiserB.personId, again.body],
    ]);
  });

  it('is not signed tomorrow, by the clocks of the edition', async () => {
    await using world = await openWorld();
    await closedFinal(world);
    const digest = await approve(world, finalRound);
    // 23:59 and 00:00 in Kon Tum.
    world.at('2022-09-30T16:59:59.999Z');
    const first = await record(world, digest, { signedOn: '2022-10-01' });
    expect(refusalIn(first)).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/signedOn', code: 'in-the-future', limit: '2022-09-30' }],
    });
    world.at('2022-09-30T17:00:00.000Z');
    expect((await record(world, digest, { signedOn: '2022-10-01' })).status).toBe(201);
  });

  it('is not signed before the day on which the round was closed', async () => {
    await using world = await openWorld();
    await closedFinal(world);
    const closedAt = world.now();
    const digest = await approve(world, finalRound);
    // Weeks later: the meeting is told afterwards.
    world.at('2022-12-01T03:00:00.000Z');
    const day = localDateAt(closedAt, 'Asia/Ho_Chi_Minh');
    const dayBefore = localDateAt(
      new Date(Date.parse(closedAt) - 86_400_000).toISOString(),
      'Asia/Ho_Chi_Minh',
    );
    const early = await record(world, digest, { signedOn: dayBefore });
    expect(refusalIn(early)).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/signedOn', code: 'too-early', limit: day }],
    });
    expect((await record(world, digest, { signedOn: day })).status).toBe(201);
  });

  it('is of any approved round, and an organiser’s', async () => {
    await using world = await openWorld();
    await closedFinal(world);
    const digest = await digestIn(world, firstRound);
    await signMinutes(world, digest, firstRound);
    const said = { path, body: minutesOf(world, digest) };
    for (const route of [routes.recordMinutes, routes.getPublication]) {
      const of = route === routes.getPublication ? {} : said;
      expect(await refusalsOf(world, route, of, notOrganisers)).toEqual({
        anonymous: unauthenticated,
        ...each(notOrganisers, forbidden('organiser')),
      });
    }
    const nowhere = { ...said, path: { roundId: 'vong-ba' } };
    const answer = await world.as(organiserA).call(routes.recordMinutes, nowhere);
    expect(refusalIn(answer)).toEqual(notFound);
  });

  it('replaced as the publication is saved: it is decided again', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    await closedFinal(world);
    const digest = await approve(world, finalRound);
    await signMinutes(world, digest);
    // The decision is of the day before the minutes that come in between.
    const decision = decisionOf(world);
    world.at(new Date(Date.parse(world.now()) + 86_400_000).toISOString());
    beforeNextWrite(async () => await signMinutes(world, digest));
    const said = { body: { digest, decision } };
    const answer = await world.as(organiserB).call(routes.publishResult, said);
    expect(refusalIn(answer)).toMatchObject({ status: 422, code: 'validation-failed' });
    expect((await world.anonymous.call(routes.getResult)).status).toBe(404);
  });
});
