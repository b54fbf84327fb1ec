import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import {
  acceptMissing,
  allPairs,
  assign,
  close,
  contenders,
  declare,
  eligibleEntries,
  finalRound,
  firstRound,
  firstRoundClosesAt,
  handIn,
  open,
  saveDraft,
  scoreAll,
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
const body = { acceptMissing: false };
const stateConflict = (state: string, blockers: readonly object[]) => ({
  status: 409,
  code: 'state-conflict',
  state,
  blockers,
});
const notOrganisers = [
  'secretary',
  'judge1',
  'applicant1',
  'administrator',
  'organiserElsewhere',
  'revoked',
] as const;

describe('getRound', () => {
  it('tells the officials where a round stands, and nothing of its assignments', async () => {
    await using world = await openWorld();
    const planned = {
      editionId: world.editionId,
      roundId: firstRound,
      state: 'planned',
      planVersion: 1,
      version: 1,
    };
    for (const official of [organiserA, secretary, judge1]) {
      const answer = await world.as(official).call(routes.getRound, { path });
      const told = [answer.status, answer.headers['etag'], answer.body];
      expect(told).toEqual([200, '"1"', planned]);
    }
    const others = ['applicant1', 'administrator', 'organiserElsewhere', 'revoked'] as const;
    expect(await refusalsOf(world, routes.getRound, { path }, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
    const nowhere = await world.as(judge1).call(routes.getRound, { path: { roundId: 'vong-ba' } });
    expect(refusalIn(nowhere)).toEqual(notFound);
  });
});

describe('openRound', () => {
  it('opens scoring until the time the plan says, once', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(1));
    await assign(world, allPairs(entries));
    const said = { path, idempotencyKey: 'open-once' };
    const answer = await world.as(organiserA).call(routes.openRound, said);
    expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
      200,
      '"3"',
      {
        editionId: world.editionId,
        roundId: firstRound,
        state: 'scoring',
        planVersion: 1,
        openedAt: world.now(),
        closesAt: firstRoundClosesAt,
        version: 3,
      },
    ]);
    const repeated = await world.as(organiserA).call(routes.openRound, said);
    expect([repeated.status, repeated.text]).toEqual([200, answer.text]);
    const again = await world.as(organiserA).call(routes.openRound, { path });
    expect(refusalIn(again)).toEqual(stateConflict('scoring', []));
  });

  it('settles who takes part and the deadline', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { plan, phase, version } = await world.anonymous.reply(routes.getEdition);
    expect(phase).toBe('judging');
    const judging = { status: 409, code: 'state-conflict', state: 'judging' };
    const screening = { decision: 'ineligible', reasons: [{ code: 'khac', note: 'Muộn' }] };
    const screened = await world
      .as(secretary)
      .call(routes.screenEntry, { path: { entryId: one!.entryId }, body: screening });
    expect(refusalIn(screened)).toEqual(judging);
    const dates = { ...plan.dates, submissionsCloseAt: '2022-08-02T17:00' };
    const extended = await world.as(organiserA).call(routes.changePlan, {
      body: { plan: { ...plan, dates }, reason: 'Gia hạn', documentNumber: '80/QĐ-BTC' },
      ifMatch: version,
    });
    expect(refusalIn(extended)).toEqual(judging);
  });

  it('names what stands in its way', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(1));
    const refused = async (roundId: string) =>
      refusalIn(await world.as(organiserA).call(routes.openRound, { path: { roundId } }));
    const nothingAssigned = { code: 'nothing-assigned' };
    expect(await refused(firstRound)).toEqual(stateConflict('planned', [nothingAssigned]));
    const before = { code: 'round-before-not-approved' };
    expect(await refused(finalRound)).toEqual(stateConflict('planned', [before, nothingAssigned]));
    await assign(world, allPairs(entries));
    world.at(firstRoundClosesAt);
    expect(await refused(firstRound)).toEqual(
      stateConflict('planned', [{ code: 'closing-time-passed' }]),
    );
    expect(await refused('vong-ba')).toEqual(notFound);
  });

  it('is an organiser’s', async () => {
    await using world = await openWorld();
    expect(await refusalsOf(world, routes.openRound, { path }, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
  });

  it('once, of two organisers at the same time', async () => {
    await using world = await openWorld();
    await assign(world, allPairs(await eligibleEntries(world, contenders(1))));
    const answers = await Promise.all(
      [organiserA, organiserB].map(
        async (organiser) => await world.as(organiser).call(routes.openRound, { path }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('closeRound', () => {
  it('ends scoring once every sheet is in', async () => {
    await using world = await openWorld();
    const entries = await scoringEntries(world);
    await scoreAll(world, entries);
    world.at('2022-08-20T03:00:00.000Z');
    const said = { path, body, idempotencyKey: 'close-once' };
    const answer = await world.as(organiserA).call(routes.closeRound, said);
    expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
      200,
      '"4"',
      {
        editionId: world.editionId,
        roundId: firstRound,
        state: 'closed',
        planVersion: 1,
        openedAt: '2022-07-31T10:01:00.000Z',
        closesAt: firstRoundClosesAt,
        closedAt: world.now(),
        version: 4,
      },
    ]);
    const repeated = await world.as(organiserA).call(routes.closeRound, said);
    expect([repeated.status, repeated.text]).toEqual([200, answer.text]);
    expect(refusalIn(await world.as(organiserA).call(routes.closeRound, { path, body }))).toEqual(
      stateConflict('closed', []),
    );
    const late = await saveDraft(world, judge1, entries[0]!.entryId, { basedOn: 2 });
    expect(refusalIn(late)).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: world.now(),
      closesAt: world.now(),
    });
  });

  it('names the sheets that are missing, drafts too, unless that is accepted with a reason', async () => {
    await using world = await openWorld();
    const entries = await scoringEntries(world);
    const { entryId } = entries[0]!;
    await handIn(world, judge1, entryId);
    await saveDraft(world, judge2, entryId);
    const closing = async (sent: object) =>
      await world.as(organiserA).call(routes.closeRound, { path, body: sent });
    expect(refusalIn(await closing(body))).toEqual(
      stateConflict('scoring', [
        { code: 'sheet-missing', entryId, judgeId: judge2.personId },
        { code: 'sheet-missing', entryId, judgeId: judge3.personId },
        { code: 'too-few-sheets', entryId, count: 1 },
      ]),
    );
    expect(refusalIn(await closing({ acceptMissing: true }))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/reason', code: 'required' }],
    });
    const accepted = await closing({ acceptMissing: true, reason: 'Giám khảo ốm' });
    expect([accepted.status, accepted.body.state]).toEqual([200, 'closed']);
  });

  it('waits for no judge who declared a conflict, before or after beginning', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    const { entryId } = one!;
    await assign(world, allPairs([one!]));
    await declare(world, judge1, entryId, { conflict: true, reason: 'Họ hàng' });
    await declare(world, judge2, entryId);
    await declare(world, judge3, entryId);
    await open(world);
    await saveDraft(world, judge2, entryId);
    await declare(world, judge2, entryId, { conflict: true, reason: 'Cố vấn cũ' });
    await handIn(world, judge3, entryId);
    // Nobody is waited for, but one sheet is less than the rules ask for.
    const answer = await world.as(organiserA).call(routes.closeRound, { path, body });
    const short = { code: 'too-few-sheets', entryId, count: 1 };
    expect(refusalIn(answer)).toEqual(stateConflict('scoring', [short]));
    await close(world, firstRound, acceptMissing);
    const subject = `round/${world.editionId}/${firstRound}`;
    const { records } = await listHistory(world.table, subject, { limit: 10 });
    expect(records.at(-1)?.detail).toEqual({
      missing: 0,
      short: 1,
      unassigned: 0,
      reason: acceptMissing.reason,
    });
    const progress = await world.as(organiserA).reply(routes.getProgress, { path });
    expect(progress.state).toBe('closed');
  });

  it('is an organiser’s', async () => {
    await using world = await openWorld();
    expect(await refusalsOf(world, routes.closeRound, { path, body }, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
    expect(refusalIn(await world.as(organiserA).call(routes.closeRound, { path, body }))).toEqual(
      stateConflict('planned', []),
    );
  });
});

describe('getProgress', () => {
  it('counts for each judge, and never says a point', async () => {
    await using world = await openWorld();
    const entries = await scoringEntries(world, 2);
    await handIn(world, judge1, entries[0]!.entryId);
    await saveDraft(world, judge1, entries[1]!.entryId);
    await handIn(world, judge3, entries[1]!.entryId);
    await world.settle();
    for (const official of [organiserA, secretary]) {
      const progress = await world.as(official).reply(routes.getProgress, { path });
      expect(progress).toEqual({
        roundId: firstRound,
        state: 'scoring',
        assigned: 6,
        submitted: 2,
        drafts: 1,
        conflicts: 0,
        judges: [
          { judgeId: judge1.personId, assigned: 2, submitted: 1, drafts: 1, conflicts: 0 },
          { judgeId: judge2.personId, assigned: 2, submitted: 0, drafts: 0, conflicts: 0 },
          { judgeId: judge3.personId, assigned: 2, submitted: 1, drafts: 0, conflicts: 0 },
        ],
      });
    }
    const trips = await world.tripsOf(
      async () => await world.as(organiserA).reply(routes.getProgress, { path }),
    );
    expect(trips).toEqual({ reads: 3, writes: 0, waits: 3 });
    const others = ['judge1', ...notOrganisers.slice(2)] as const;
    expect(await refusalsOf(world, routes.getProgress, { path }, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
  });
});
