import { describe, expect, it, vi } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { aroundTable } from '../../support/around-table.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  close,
  firstRound,
  firstRoundClosesAt,
  handIn,
  saveDraft,
  scoringEntries,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, organiserB, secretary, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };
const justBefore = '2022-08-25T09:59:59.999Z';
const extended = '2022-08-28T10:00:00.000Z';
const justBeforeExtended = '2022-08-28T09:59:59.999Z';
const decision = { reason: 'Bão số 4', documentNumber: '95/QĐ-BTC' };
const body = { closesAt: '2022-08-28T17:00', ...decision };
const extend = async (world: World, changes: object = {}, by = organiserA) =>
  await world.as(by).call(routes.extendRound, { path, body: { ...body, ...changes } });
const late = (receivedAt: string, closesAt = receivedAt) => ({
  status: 409,
  code: 'phase-closed',
  receivedAt,
  closesAt,
});
const invalid = (errors: readonly object[]) => ({
  status: 422,
  code: 'validation-failed',
  errors,
});

describe('extendRound', () => {
  it('lets an open round close later, for all officials to see, at one read and one write', async () => {
    await using world = await openWorld();
    await scoringEntries(world);
    const before = await world.as(judge1).reply(routes.getRound, { path });
    const extension = { from: firstRoundClosesAt, closesAt: extended, ...decision };
    const trips = await world.tripsOf(async () => {
      const answer = await extend(world);
      expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
        200,
        `"${before.version + 1}"`,
        {
          ...before,
          closesAt: extended,
          extensions: [{ ...extension, at: world.now() }],
          version: before.version + 1,
        },
      ]);
    });
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
    for (const official of [organiserA, secretary, judge1]) {
      const { extensions } = await world.as(official).reply(routes.getRound, { path });
      expect(extensions).toEqual([{ ...extension, at: world.now() }]);
    }
    const subject = `round/${world.editionId}/${firstRound}`;
    const { records } = await listHistory(world.table, subject, { limit: 10 });
    const { actorId, operation, detail } = records.at(-1)!;
    expect([actorId, operation, detail]).toEqual([organiserA.personId, 'extendRound', extension]);
  });

  it('moves the last instant at which a sheet is saved and handed in', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    await extend(world);
    world.at(firstRoundClosesAt);
    expect((await saveDraft(world, judge1, entryId)).status).toBe(200);
    expect((await saveDraft(world, judge2, entryId)).status).toBe(200);
    const sheet = { path: { ...path, entryId }, ifMatch: 1 };
    const submitted = await world
      .as(judge1)
      .call(routes.submitScoreSheet, { ...sheet, at: justBeforeExtended });
    expect(submitted.status).toBe(200);
    const tooLate = await world
      .as(judge2)
      .call(routes.submitScoreSheet, { ...sheet, at: extended });
    expect(refusalIn(tooLate)).toEqual(late(extended));
    world.at(extended);
    const save = await saveDraft(world, judge2, entryId, { basedOn: 1 });
    expect(refusalIn(save)).toEqual(late(extended));
  });

  it('opens a round again whose time has passed, as long as nobody has closed it', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    world.at(firstRoundClosesAt);
    const refused = await saveDraft(world, judge1, one!.entryId);
    expect(refusalIn(refused)).toEqual(late(firstRoundClosesAt));
    expect((await extend(world)).status).toBe(200);
    expect((await saveDraft(world, judge1, one!.entryId)).status).toBe(200);
  });

  it('is later than now and than before, and a time that there is', async () => {
    await using world = await openWorld();
    await scoringEntries(world);
    const at = (code: string, limit?: string) => ({
      pointer: '/closesAt',
      code,
      ...(limit === undefined ? {} : { limit }),
    });
    const refused = async (closesAt: string) => refusalIn(await extend(world, { closesAt }));
    expect(await refused('2022-08-25T17:00')).toEqual(
      invalid([at('not-later', firstRoundClosesAt)]),
    );
    expect(await refused('2022-07-01T17:00')).toEqual(
      invalid([at('in-the-past'), at('not-later', firstRoundClosesAt)]),
    );
    expect(await refused('2022-02-30T17:00')).toEqual(invalid([at('invalid-date')]));
    expect(refusalIn(await extend(world, { reason: '', documentNumber: '' }))).toEqual(
      invalid([
        { pointer: '/reason', code: 'blank' },
        { pointer: '/documentNumber', code: 'blank' },
      ]),
    );
  });

  it('is one act under one key, and of two organisers at once each has its own', async () => {
    await using world = await openWorld();
    await scoringEntries(world);
    const said = { path, body, idempotencyKey: 'extend-once' };
    const first = await world.as(organiserA).call(routes.extendRound, said);
    const again = await world.as(organiserA).call(routes.extendRound, said);
    expect([again.status, again.text]).toEqual([200, first.text]);
    const answers = await Promise.all([
      extend(world, { closesAt: '2022-08-29T17:00' }),
      extend(world, { closesAt: '2022-08-29T17:00' }, organiserB),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const { extensions } = await world.as(judge1).reply(routes.getRound, { path });
    expect(extensions).toHaveLength(2);
  });

  it('is of a round that is open', async () => {
    await using world = await openWorld();
    expect(refusalIn(await extend(world))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'planned',
    });
    const [one] = await scoringEntries(world);
    for (const judge of [judge1, judge2, judge3]) await handIn(world, judge, one!.entryId);
    await close(world);
    expect(refusalIn(await extend(world))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'closed',
    });
  });

  it('is an organiser’s', async () => {
    await using world = await openWorld();
    const others = [
      'secretary',
      'judge1',
      'applicant1',
      'administrator',
      'organiserElsewhere',
      'revoked',
    ] as const;
    expect(await refusalsOf(world, routes.extendRound, { path, body }, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
    const nowhere = { path: { roundId: 'vong-ba' }, body };
    expect(refusalIn(await world.as(organiserA).call(routes.extendRound, nowhere))).toEqual(
      notFound,
    );
  });
});

describe('the time of receipt', () => {
  it('decides: a sheet received in time is in, however late its turn comes', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    for (const judge of [judge1, judge2]) await saveDraft(world, judge, entryId);
    world.at('2022-08-26T00:00:00.000Z');
    const submit = async (judge: typeof judge1, at: string) =>
      await world
        .as(judge)
        .call(routes.submitScoreSheet, { path: { ...path, entryId }, ifMatch: 1, at });
    const inTime = await submit(judge1, justBefore);
    expect([inTime.status, inTime.body.submittedAt]).toEqual([200, justBefore]);
    expect(refusalIn(await submit(judge2, firstRoundClosesAt))).toEqual(late(firstRoundClosesAt));
  });

  it('does not open what was closed meanwhile: a sheet racing the close is in, or refused', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    for (const judge of [judge1, judge2]) await handIn(world, judge, entryId);
    await saveDraft(world, judge3, entryId);
    const closing = { path, body: { acceptMissing: true, reason: 'Hết hạn' } };
    beforeNextWrite(async () => await close(world, firstRound, closing.body));
    const submit = { path: { ...path, entryId }, ifMatch: 1 };
    const answer = await world.as(judge3).call(routes.submitScoreSheet, submit);
    expect(refusalIn(answer)).toEqual(late(world.now()));
  });

  it('lets the close see every sheet that is in: what races it is counted, or refused', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    for (const judge of [judge1, judge2]) await handIn(world, judge, entryId);
    await saveDraft(world, judge3, entryId);
    const submit = { path: { ...path, entryId }, ifMatch: 1 };
    // Decided with one sheet missing; it comes in before the close is written.
    beforeNextWrite(async () => {
      await world.as(judge3).reply(routes.submitScoreSheet, submit);
    });
    await close(world, firstRound, { acceptMissing: true, reason: 'Hết hạn' });
    await world.settle();
    const progress = await world.as(organiserA).reply(routes.getProgress, { path });
    expect([progress.state, progress.submitted]).toEqual(['closed', 3]);
  });

  it('of saves that race an extension is judged by one of the two times', async () => {
    let held: (() => void)[] | undefined;
    await using world = await openWorld({
      around: (table) =>
        aroundTable(table, async ({ method }, proceed) => {
          if (method === 'write' && held) await new Promise<void>((go) => held?.push(go));
          return await proceed();
        }),
    });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    world.at(justBefore);
    held = [];
    const saves = [judge1, judge2, judge3].map(
      async (judge) => await saveDraft(world, judge, entryId),
    );
    const writers = await vi.waitUntil(() => held?.length === 3 && held, { timeout: 20_000 });
    held = undefined;
    // The round moves under all three; each is decided again, and is still in time.
    expect((await extend(world)).status).toBe(200);
    for (const go of writers) go();
    expect((await Promise.all(saves)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});
