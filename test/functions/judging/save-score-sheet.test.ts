import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { aroundTable } from '../../support/around-table.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn, sameBytes } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { screen } from '../../support/world-entries.ts';
import {
  acceptMissing,
  allPairs,
  assign,
  type Contender,
  close,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  firstRoundClosesAt,
  handIn,
  marksOf,
  open,
  saveDraft,
  scoringEntries,
  sheetBody,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { judge1, judge2, judge3, organiserA } = people;
const unknownId = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';

describe('saving a score sheet', () => {
  let world: World;
  let entries: readonly Contender[];
  const at = (n: number) => ({ roundId: firstRound, entryId: entries[n]!.entryId });

  beforeAll(async () => {
    world = await openWorld();
    entries = await scoringEntries(world, 3);
  });
  afterAll(async () => await world[Symbol.asyncDispose]());

  it('answers with the values as they are stored, and nothing of the judge', async () => {
    const body = sheetBody({ points: { 'doi-moi': '8.50', 'ho-so': '0' }, note: 'Xem lại' });
    const answer = await world
      .as(judge1)
      .call(routes.saveScoreSheet, { path: at(0), body, ifMatch: 0 });
    expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
      200,
      '"1"',
      {
        roundId: firstRound,
        entryId: entries[0]!.entryId,
        state: 'draft',
        planVersion: 1,
        points: { 'doi-moi': '8.5', 'ho-so': '0' },
        total: '8.5',
        comment: 'Ý tưởng tốt',
        note: 'Xem lại',
        savedAt: world.now(),
        version: 1,
      },
    ]);
  });

  it('takes one read and one write', async () => {
    const trips = await world.tripsOf(async () => await saveDraft(world, judge2, at(0).entryId));
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  });

  it('keeps every save in the ledger with its marks, and changes none of them', async () => {
    const { entryId } = at(1);
    const saves = ['1', '20', '0.5', '7'];
    for (const [basedOn, mark] of saves.entries()) {
      await saveDraft(world, judge1, entryId, {
        basedOn,
        body: sheetBody({ points: { 'doi-moi': mark } }),
      });
    }
    const subject = `sheet/${world.editionId}/${firstRound}/${entryId}/${judge1.personId}`;
    const { records } = await listHistory(world.table, subject, { limit: 10 });
    expect(
      records.map(({ actorId, operation, detail }) => ({ actorId, operation, detail })),
    ).toEqual(
      [100, 2000, 50, 700].map((mark, index) => ({
        actorId: judge1.personId,
        operation: 'saveScoreSheet',
        detail: { revision: index + 1, state: 'draft', marks: { 'doi-moi': mark } },
      })),
    );
  });

  it('is one act under one key', async () => {
    const said = { path: at(2), body: sheetBody(), ifMatch: 0, idempotencyKey: 'save-once' };
    const first = await world.as(judge1).call(routes.saveScoreSheet, said);
    const again = await world.as(judge1).call(routes.saveScoreSheet, said);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect((await world.as(judge1).reply(routes.getScoreSheet, { path: at(2) })).version).toBe(1);
  });

  it('lets one of two tabs win, and tells the other what there is', async () => {
    const { entryId } = at(1);
    const tabs = ['3', '4'].map(
      async (mark) =>
        await saveDraft(world, judge2, entryId, { body: sheetBody({ points: { 'ho-so': mark } }) }),
    );
    const answers = await Promise.all(tabs);
    const [won] = answers.filter(({ status }) => status === 200);
    const [lost] = answers.filter(({ status }) => status !== 200);
    const stored = await world.as(judge2).reply(routes.getScoreSheet, { path: at(1) });
    expect(stored).toEqual(won!.body);
    // All that the other tab needs to bring both together: the stored sheet, as its judge is shown it and no more.
    const stale = { status: 412, code: 'precondition-failed' };
    expect(refusalIn(lost!)).toEqual({ ...stale, currentVersion: 1, sheet: stored });
    const later = await saveDraft(world, judge2, entryId, { basedOn: 1 });
    expect([later.status, later.body.version]).toEqual([200, 2]);
    expect(refusalIn(await saveDraft(world, judge2, entryId, { basedOn: 1 }))).toEqual({
      ...stale,
      currentVersion: 2,
      sheet: later.body,
    });
  });

  it('tells a tab that is ahead of what is stored that nothing is', async () => {
    const path = at(2);
    const { version, ...sheet } = await world.as(judge2).reply(routes.getScoreSheet, { path });
    expect(refusalIn(await saveDraft(world, judge2, path.entryId, { basedOn: 5 }))).toEqual({
      status: 412,
      code: 'precondition-failed',
      currentVersion: 0,
      sheet: { ...sheet, version },
    });
    expect([version, sheet.state]).toEqual([0, 'none']);
  });

  it('needs the version it is based on, strongly', async () => {
    const save = async (ifMatch: string | undefined) =>
      refusalIn(
        await world.as(judge3).call(routes.saveScoreSheet, {
          path: at(2),
          body: sheetBody(),
          ...(ifMatch === undefined ? {} : { ifMatch }),
        }),
      );
    const required = { status: 428, code: 'precondition-required' };
    expect(await save(undefined)).toEqual(required);
    expect(await save('*')).toEqual(required);
    const weak = await save('W/"0"');
    expect(weak).toMatchObject({ status: 412, code: 'precondition-failed' });
    const untouched = await world.as(judge3).reply(routes.getScoreSheet, { path: at(2) });
    expect(untouched.version).toBe(0);
  });

  it.each([
    '1e400',
    '1e-7',
    '-0.5',
    '10.000001',
    '-0',
    '+8',
    '08.5',
    '',
    '0x10',
    ' 1e2 ',
    '8,5',
    '.5',
    '5.',
    10,
    10.5,
    true,
    [7],
    null,
  ])('refuses %j for a mark', async (mark) => {
    const body = sheetBody({ points: { 'doi-moi': mark } });
    const answer = await saveDraft(world, judge3, at(2).entryId, { body });
    const { errors, ...refusal } = refusalIn(answer) as { errors: { pointer: string }[] };
    expect(refusal).toEqual({ status: 422, code: 'validation-failed' });
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/points/doi-moi']);
  });

  it('says what is wrong with a decimal comma', async () => {
    const body = sheetBody({ points: { 'doi-moi': '8,5' } });
    expect(refusalIn(await saveDraft(world, judge3, at(2).entryId, { body }))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/points/doi-moi', code: 'invalid-score', limit: 'not-a-decimal 0.01' }],
    });
  });

  it.each([
    [{ 'doi-moi': '20.5' }, { code: 'invalid-score', limit: 'above-maximum 20' }],
    [{ 'doi-moi': '0.1' }, { code: 'invalid-score', limit: 'off-step 0.5' }],
    [{ 'ke-hoach': '1' }, { code: 'unknown-criterion' }],
  ])('refuses %j for marks of this rubric', async (points, problem) => {
    const answer = await saveDraft(world, judge3, at(2).entryId, { body: sheetBody({ points }) });
    const [criterionId] = Object.keys(points);
    expect(refusalIn(answer)).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: `/points/${criterionId}`, ...problem }],
    });
  });

  it('is refused for another rubric than the one in force', async () => {
    const answer = await saveDraft(world, judge3, at(2).entryId, {
      body: sheetBody({ planVersion: 2 }),
    });
    expect(refusalIn(answer)).toEqual({ status: 409, code: 'rubric-changed', current: 1 });
  });

  it('keeps words as they were written, within their limit', async () => {
    const words = '=HYPERLINK("http://x","y") <b onclick=alert(1)>Tốt</b> & rẻ';
    const body = sheetBody({ comment: words, note: words });
    const { body: saved } = await world
      .as(judge3)
      .call(routes.saveScoreSheet, { path: at(1), body, ifMatch: 0 });
    expect([saved.comment, saved.note]).toEqual([words, words]);
    const long = await saveDraft(world, judge3, at(1).entryId, {
      basedOn: 1,
      body: sheetBody({ comment: 'a'.repeat(4001) }),
    });
    expect(refusalIn(long)).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/comment', code: 'too-long', limit: 4000 }],
    });
  });

  it('takes no field that the server sets', async () => {
    for (const field of ['judgeId', 'recused', 'state', 'submittedAt', 'version']) {
      const body = sheetBody({ [field]: 'x' });
      expect(refusalIn(await saveDraft(world, judge3, at(2).entryId, { body }))).toEqual({
        status: 422,
        code: 'validation-failed',
        errors: [{ pointer: `/${field}`, code: 'unknown-field' }],
      });
    }
  });

  it('is for judges alone, organisers included among the others', async () => {
    const others = [
      'organiserA',
      'secretary',
      'applicant1',
      'administrator',
      'organiserElsewhere',
      'revoked',
    ] as const;
    const said = { path: at(2), body: sheetBody(), ifMatch: 0 };
    expect(await refusalsOf(world, routes.saveScoreSheet, said, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('judge')),
    });
  });

  it('is not there for an entry, a round or an edition that is not', async () => {
    const paths = [
      { ...at(0), entryId: unknownId },
      { ...at(0), roundId: 'vong-ba' },
      { ...at(0), editionId: 'nowhere' },
    ];
    for (const path of paths) {
      const said = { path, body: sheetBody(), ifMatch: 0 };
      expect(refusalIn(await world.as(judge1).call(routes.saveScoreSheet, said))).toEqual(notFound);
    }
  });
});

describe('a judge who may not score an entry', () => {
  it('is not told of it without a task, whatever is there', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    await assign(world, [{ entryId: one!.entryId, judgeId: judge1.personId }]);
    await open(world);
    const unassigned = await saveDraft(world, judge2, one!.entryId);
    expect(refusalIn(unassigned)).toEqual(notFound);
    expect(sameBytes(unassigned)).toBe(sameBytes(await saveDraft(world, judge2, unknownId)));
  });

  it('has to declare first, and has not to have a conflict', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    const { entryId } = one!;
    await assign(world, [{ entryId, judgeId: judge1.personId }]);
    await open(world);
    const refused = async () => refusalIn(await saveDraft(world, judge1, entryId));
    const conflict = { status: 403, code: 'conflict-of-interest' };
    expect(await refused()).toEqual({ ...conflict, because: 'not-declared' });
    await declare(world, judge1, entryId, { conflict: true, reason: 'Họ hàng' });
    expect(await refused()).toEqual({ ...conflict, because: 'declared' });
  });

  it('loses the task with the role, from the next call on', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    await saveDraft(world, judge1, one!.entryId);
    const path = { personId: judge1.personId };
    await world.as(organiserA).reply(routes.revokePerson, { path });
    const answer = await saveDraft(world, judge1, one!.entryId, { basedOn: 1 });
    expect(refusalIn(answer)).toEqual(forbidden('judge'));
  });

  it('does not score what was found ineligible before the opening', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(2));
    const [{ entryId }, other] = entries as [Contender, Contender];
    await assign(world, allPairs(entries, [judge1]));
    await declare(world, judge1, entryId);
    await screen(world, entryId, 'ineligible');
    await open(world);
    expect(refusalIn(await saveDraft(world, judge1, entryId))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'ineligible',
    });
    await declare(world, judge1, other.entryId);
    await handIn(world, judge1, other.entryId);
    await close(world, firstRound, acceptMissing);
    const preview = await world
      .as(organiserA)
      .reply(routes.previewRanking, { path: { roundId: firstRound } });
    const ranked = preview.rankings.flatMap((ranking) => ranking.entries);
    expect(ranked.map((entry) => entry.entryId)).toEqual([other.entryId]);
  });
});

describe('the time for scoring', () => {
  it('begins when the round is opened', async () => {
    await using world = await openWorld();
    const [one] = await eligibleEntries(world, contenders(1));
    await assign(world, [{ entryId: one!.entryId, judgeId: judge1.personId }]);
    await declare(world, judge1, one!.entryId);
    expect(refusalIn(await saveDraft(world, judge1, one!.entryId))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: world.now(),
    });
  });

  it('ends the instant the plan says, by the time of receipt', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    world.at('2022-08-25T09:59:59.999Z');
    expect((await saveDraft(world, judge1, one!.entryId)).status).toBe(200);
    world.at(firstRoundClosesAt);
    expect(refusalIn(await saveDraft(world, judge1, one!.entryId, { basedOn: 1 }))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: firstRoundClosesAt,
      closesAt: firstRoundClosesAt,
    });
  });

  it('ends with the close: of the saves at that moment each is in or refused', async () => {
    let held: (() => void)[] | undefined;
    await using world = await openWorld({
      around: (table) =>
        aroundTable(table, async ({ method }, proceed) => {
          if (method === 'write' && held) await new Promise<void>((go) => held?.push(go));
          return await proceed();
        }),
    });
    const entries = await scoringEntries(world, 9);
    const pairs = entries.flatMap(({ entryId }) =>
      [judge1, judge2, judge3].map((judge) => ({ judge, entryId })),
    );
    held = [];
    const saves = pairs.map(async ({ judge, entryId }) => await saveDraft(world, judge, entryId));
    // All have read the round as open, and wait to write; nine get through before the close.
    const writers = await vi.waitUntil(() => held?.length === pairs.length && held, {
      timeout: 20_000,
    });
    held = undefined;
    for (const go of writers.slice(0, 9)) go();
    const first = await Promise.race(saves);
    expect(first.status).toBe(200);
    const path = { roundId: firstRound };
    await world.as(organiserA).reply(routes.closeRound, {
      path,
      body: { acceptMissing: true, reason: 'Hết thời gian' },
    });
    for (const go of writers.slice(9)) go();
    const refused = (await Promise.all(saves)).filter(({ status }) => status !== 200);
    const late = { receivedAt: world.now(), closesAt: world.now() };
    const phaseClosed = { status: 409, code: 'phase-closed', ...late };
    expect(refused.map(refusalIn)).toEqual(Array.from({ length: 18 }, () => phaseClosed));
    await world.settle();
    const progress = await world.as(organiserA).reply(routes.getProgress, { path });
    expect([progress.state, progress.drafts]).toEqual(['closed', 9]);
  });

  it('ends with a conflict declared between the decision on a save and its write', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    beforeNextWrite(async () => await declare(world, judge1, entryId, { conflict: true }));
    expect(refusalIn(await saveDraft(world, judge1, entryId))).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: 'declared',
    });
  });

  it('lets thirty judges save at once', async () => {
    await using world = await openWorld();
    const entries = await scoringEntries(world, 9);
    const saves = entries.flatMap(({ entryId }) =>
      [judge1, judge2, judge3].map(async (judge) => await saveDraft(world, judge, entryId)),
    );
    const statuses = (await Promise.all(saves)).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: 27 }, () => 200));
  });

  it('keeps the plan of the opening when another part of it changes later', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { plan, version } = await world.anonymous.reply(routes.getEdition);
    await world.as(organiserA).reply(routes.changePlan, {
      body: {
        plan: { ...plan, codePrefix: 'KTM' },
        reason: 'Đổi mã',
        documentNumber: '80/QĐ-BTC',
      },
      ifMatch: version,
    });
    const points = { ...marksOf(firstRound), 'doi-moi': '0.5' };
    const trips = await world.tripsOf(async () => {
      const answer = await saveDraft(world, judge1, one!.entryId, { body: sheetBody({ points }) });
      expect([answer.status, answer.text.includes('"planVersion":1')]).toEqual([200, true]);
    });
    expect(trips).toEqual({ reads: 2, writes: 1, waits: 3 });
  });
});
