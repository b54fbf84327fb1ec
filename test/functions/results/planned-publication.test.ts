import { describe, expect, it } from 'vitest';
import { reaction } from '../../../functions/schedule/index.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { keys } from '../../../lib/store/keys.ts';
import { itemsIn } from '../../support/all-items.ts';
import { aroundTable } from '../../support/around-table.ts';
import { resultFindings } from '../../support/audit-results.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { exampleContent } from '../../support/world-entries.ts';
import { finalRound } from '../../support/world-judging.ts';
import { outboxOf } from '../../support/world-mails.ts';
import { people } from '../../support/world-people.ts';
import {
  approvedFinal,
  closedFinal,
  decisionOf,
  digestIn,
  planPublication,
  publish,
} from '../../support/world-results.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, organiserB } = people;
const notOrganisers = ['secretary', 'judge1', 'applicant1', 'administrator', 'revoked'] as const;
/** 8 in the morning in Kon Tum. */
const publishAt = '2022-10-10T01:00:00.000Z';
const before = '2022-10-10T00:59:59.999Z';

const cancelBy = async (world: World, person = organiserA) =>
  await world.as(person).call(routes.cancelPublication);
const resultOf = async (world: World) => await world.anonymous.call(routes.getResult);
const due = (world: World, id = 'due-1') =>
  ({ kind: 'due', id, name: `publish.${world.editionId}` }) as const;
const plannedState = async (world: World) =>
  (await world.as(organiserA).reply(routes.getPublication)).planned;

/** Something happens to the approval: the outcome is another one than was planned. */
async function voidApproval(world: World): Promise<void> {
  const item = await world.table.get(keys.round(world.editionId, finalRound));
  const { approval, ...round } = item!;
  const closed = { ...round, ...keys.round(world.editionId, finalRound), state: 'closed' };
  await world.table.write([{ kind: 'put', item: { ...closed, v: item!.v + 1 } }]);
}

describe('a planned publication', () => {
  it('is nowhere before its instant and everywhere after it, by the system', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world);
    const reply = await planPublication(world, digest, publishAt);
    const planned = {
      state: 'waiting',
      digest,
      decision: decisionOf(world),
      publishAt,
      plannedBy: organiserB.personId,
      plannedAt: world.now(),
    };
    expect(reply).toEqual({ state: 'planned', planned });
    const { step } = await world.as(organiserA).reply(routes.getPublication);
    expect(step).toBe('planned');
    await world.settle();
    world.at(before);
    await world.settle();
    expect((await resultOf(world)).status).toBe(404);
    expect(await world.results.list('')).toEqual([]);

    // Who may be named is decided when the time has come.
    const taken = { path: { entryId: entries[0]!.entryId, purpose: 'cong-bo' } };
    await world.as(people.applicant1).reply(routes.withdrawConsent, taken);
    world.at(publishAt);
    await world.settle();
    const { status, body } = await resultOf(world);
    expect(status).toBe(200);
    expect(body).toMatchObject({ resultVersion: 1, publishedAt: publishAt, digest });
    expect(body.decision).toEqual(planned.decision);
    expect(body.awards.map(({ applicantName }) => applicantName)).toEqual([
      undefined,
      exampleContent(1).applicant!.name,
    ]);
    expect(await world.results.list('')).toContain(`results/${world.editionId}/index.html`);
    expect(await plannedState(world)).toEqual({ ...planned, state: 'published' });
    const { records } = await listHistory(world.table, `result/${world.editionId}`, { limit: 9 });
    expect(records.map(({ actorId, operation }) => [actorId, operation])).toEqual([
      [organiserB.personId, 'publishResult'],
      ['system:publication', 'publishPlanned'],
    ]);
    expect(outboxOf(world).filter(({ kind }) => kind === 'publication-stopped')).toEqual([]);
  });

  it('is taken back before its instant, and planned anew', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    expect(refusalIn(await cancelBy(world))).toEqual({ status: 404, code: 'not-found' });
    await planPublication(world, digest, publishAt);
    const beside = { status: 409, code: 'state-conflict', state: 'planned' };
    for (const more of [{}, { publishAt }]) {
      const body = { digest, decision: decisionOf(world), ...more };
      const answer = await world.as(organiserB).call(routes.publishResult, { body });
      expect(refusalIn(answer)).toEqual(beside);
    }
    await world.settle();
    world.at(before);
    const cancelled = await cancelBy(world);
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    expect(refusalIn(await cancelBy(world))).toEqual({ ...beside, state: 'cancelled' });
    world.at(publishAt);
    await world.settle();
    expect((await resultOf(world)).status).toBe(404);
    const later = '2022-10-11T01:00:00.000Z';
    await planPublication(world, digest, later);
    await world.settle();
    // The wish of the first plan comes late.
    await reaction(world.services)(due(world));
    expect((await resultOf(world)).status).toBe(404);
    world.at(later);
    expect(refusalIn(await cancelBy(world))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: later,
      closesAt: later,
    });
    await world.settle();
    expect((await resultOf(world)).status).toBe(200);
    expect(refusalIn(await cancelBy(world))).toEqual({ ...beside, state: 'published' });
  });

  it('is stopped by what changed since, and every organiser is told, once', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await planPublication(world, digest, publishAt);
    await world.settle();
    await voidApproval(world);
    world.at(publishAt);
    await world.settle();
    await reaction(world.services)(due(world, 'again'));
    await world.settle();
    expect((await resultOf(world)).status).toBe(404);
    expect(await world.results.list('')).toEqual([]);
    expect(await plannedState(world)).toMatchObject({
      state: 'stopped',
      because: 'state-conflict',
    });
    const mails = outboxOf(world).filter(({ kind }) => kind === 'publication-stopped');
    expect(mails.map(({ to, state }) => [to, state]).sort()).toEqual(
      [organiserA, organiserB].map(({ email }) => [email, 'sent']).sort(),
    );
    for (const { subject, text } of mails) {
      expect(subject).toContain('08:00 10/10/2022');
      expect(text).toContain('state-conflict');
      for (const at of [0, 1]) expect(text).not.toContain(exampleContent(at).title);
    }
    // It may be planned anew once it is in order again.
    const { step } = await world.as(organiserA).reply(routes.getPublication);
    expect(step).toBe('closed');
  });

  it('has to be publishable when it is planned, and in the future', async () => {
    await using world = await openWorld();
    await closedFinal(world);
    const digest = await digestIn(world, finalRound);
    const plan = async (at: string, person = organiserB) => {
      const body = { digest, decision: decisionOf(world), publishAt: at };
      return refusalIn(await world.as(person).call(routes.publishResult, { body }));
    };
    const conflict = { status: 409, code: 'state-conflict', state: 'closed' };
    expect(await plan(publishAt)).toEqual(conflict);
    const path = { roundId: finalRound };
    await world.as(organiserA).reply(routes.approveRanking, { path, body: { digest } });
    expect(await plan(publishAt)).toMatchObject({ ...conflict, state: 'approved' });
    expect(await plan(world.now())).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/publishAt', code: 'too-early', limit: world.now() }],
    });
  });

  it('may have a decision of its day, not of the day after', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    const plan = async (issuedOn: string) => {
      const body = { digest, decision: { ...decisionOf(world), issuedOn }, publishAt };
      return await world.as(organiserB).call(routes.publishResult, { body });
    };
    expect(refusalIn(await plan('2022-10-11'))).toMatchObject({
      errors: [{ pointer: '/decision/issuedOn', code: 'in-the-future', limit: '2022-10-10' }],
    });
    expect((await plan('2022-10-10')).status).toBe(201);
  });

  it('whose instant passed unheard stands in nobody’s way', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await planPublication(world, digest, publishAt);
    world.at(publishAt);
    const later = '2022-10-10T02:00:00.000Z';
    const again = await planPublication(world, digest, later);
    expect(again.planned).toMatchObject({ state: 'waiting', publishAt: later });
    world.at(later);
    const { resultVersion } = await publish(world, digest);
    expect([resultVersion, (await plannedState(world))?.state]).toEqual([1, 'published']);
    // The wish arrives after all.
    await world.settle();
    expect((await resultOf(world)).body).toMatchObject({ resultVersion: 1, publishedAt: later });
  });

  it('is cancelled by organisers alone', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await planPublication(world, digest, publishAt);
    expect(await refusalsOf(world, routes.cancelPublication, {}, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
  });

  it('killed at any call of the table is carried out once, whole', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await planPublication(world, digest, publishAt);
    await world.settle();
    world.at(publishAt);
    /** Carries the plan out; dies at the n-th call, before or after it. */
    const dying = async (n: number, isAfter: boolean): Promise<'done' | 'write' | 'read'> => {
      let died: 'write' | 'read' | undefined;
      const table = aroundTable(world.table, async ({ number, method }, proceed) => {
        if (number !== n) return await proceed();
        died = method === 'write' ? 'write' : 'read';
        if (isAfter) await proceed();
        throw new Error('the process is gone');
      });
      const carried = reaction({ ...world.services, table })(due(world, `due-${n}`));
      await carried.catch((error: unknown) => expect(String(error)).toMatch('is gone'));
      return died ?? 'done';
    };
    const deaths: string[] = [];
    for (let n = 1; deaths.at(-1) !== 'write'; n += 1) {
      deaths.push(await dying(n, false));
      if (deaths.at(-1) === 'read') await dying(n, true);
      expect((await resultOf(world)).status).toBe(404);
    }
    expect(deaths.length).toBeGreaterThan(5);
    const sound = () => {
      const { main, ledger } = itemsIn(world.table.database);
      expect(resultFindings(main, ledger)).toEqual([]);
    };
    sound();
    expect(await dying(deaths.length, true)).toBe('write');
    const { body } = await resultOf(world);
    expect(body).toMatchObject({ resultVersion: 1, digest });
    // Told again, it does nothing.
    expect(await dying(0, false)).toBe('done');
    await world.settle();
    sound();
    expect((await resultOf(world)).body).toEqual(body);
    const { records } = await listHistory(world.table, `result/${world.editionId}`, { limit: 9 });
    expect(records).toHaveLength(2);
  });

  it('told to several at once has one effect', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await planPublication(world, digest, publishAt);
    world.at(publishAt);
    const react = reaction(world.services);
    await Promise.all(
      Array.from({ length: 5 }, async (_, n) => await react(due(world, `due-${n}`))),
    );
    const { records } = await listHistory(world.table, `result/${world.editionId}`, { limit: 9 });
    expect(records).toHaveLength(2);
    expect((await resultOf(world)).body.resultVersion).toBe(1);
  });
});
