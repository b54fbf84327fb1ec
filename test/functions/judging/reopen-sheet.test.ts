import { describe, expect, it } from 'vitest';
import { reaction } from '../../../functions/notification/index.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { keys } from '../../../lib/store/keys.ts';
import { canaries, canariesIn, canarySheet } from '../../support/canaries.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import {
  allPairs,
  assign,
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
} from '../../support/world-judging.ts';
import { outboxOf } from '../../support/world-mails.ts';
import { people } from '../../support/world-people.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const reason = 'Nhầm thang điểm';

const sheetOf = (entryId: string, judge: Person = judge1) => ({
  path: { roundId: firstRound, entryId, judgeId: judge.personId },
  body: { reason },
});
const reopen = async (world: World, entryId: string, by: Person = organiserA, of = judge1) =>
  await world.as(by).call(routes.reopenSheet, sheetOf(entryId, of));
const conflict = (state: string) => ({ status: 409, code: 'state-conflict', state });

/** One entry that judge 1 has scored, and its sheet handed in. */
async function handedIn(world: World): Promise<string> {
  const [one] = await scoringEntries(world);
  await handIn(world, judge1, one!.entryId);
  return one!.entryId;
}

/** The same in a round that judge 2 chairs. */
async function chaired(world: World): Promise<string> {
  const [one] = await eligibleEntries(world, contenders(1));
  const judges = [judge1, judge2].map(({ personId }) => personId);
  const path = { roundId: firstRound };
  const { version } = await world.as(organiserA).reply(routes.getRound, { path });
  await world.as(organiserA).reply(routes.setPanel, {
    path,
    body: { judges, chair: judge2.personId },
    ifMatch: version,
  });
  await assign(world, allPairs([one!], [judge1, judge2]));
  for (const judge of [judge1, judge2]) await declare(world, judge, one!.entryId);
  await open(world);
  for (const judge of [judge1, judge2]) await handIn(world, judge, one!.entryId);
  return one!.entryId;
}

describe('reopenSheet', () => {
  it('makes a sheet a draft again, at one read and one write, and never shows a point', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    const path = { roundId: firstRound, entryId };
    const mine = world.as(judge1);
    await mine.reply(routes.saveScoreSheet, { path, body: canarySheet(), ifMatch: 0 });
    await mine.reply(routes.submitScoreSheet, { path, ifMatch: 1 });
    const trips = await world.tripsOf(async () => {
      const answer = await reopen(world, entryId);
      expect([answer.status, answer.body]).toEqual([
        200,
        {
          ...path,
          judgeId: judge1.personId,
          state: 'draft',
          reopened: { by: organiserA.personId, reason, at: world.now() },
          version: 3,
        },
      ]);
      expect(canariesIn(answer.text)).toEqual([]);
    });
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
    const draft = await mine.reply(routes.getScoreSheet, { path });
    expect(draft).toEqual({
      ...path,
      state: 'draft',
      planVersion: 1,
      points: { ...marksOf(firstRound), 'doi-moi': '13.5' },
      total: expect.any(String),
      comment: canaries.comment,
      note: canaries.note,
      savedAt: world.now(),
      reopened: { reason, at: world.now() },
      version: 3,
    });
    const [task] = (await mine.reply(routes.listQueue)).items;
    expect(task?.sheet).toBe('draft');
    const saved = await saveDraft(world, judge1, entryId, { basedOn: 3 });
    expect([saved.status, saved.body.version]).toEqual([200, 4]);
    const again = await mine.reply(routes.submitScoreSheet, { path, ifMatch: 4 });
    expect([again.state, again.version, again.reopened]).toEqual(['submitted', 5, draft.reopened]);
  });

  it('is a revision of the sheet, with who did it and why, and one act under one key', async () => {
    await using world = await openWorld();
    const entryId = await handedIn(world);
    const said = { ...sheetOf(entryId), idempotencyKey: 'reopen-once' };
    const first = await world.as(organiserA).call(routes.reopenSheet, said);
    const again = await world.as(organiserA).call(routes.reopenSheet, said);
    expect([again.status, again.text]).toEqual([200, first.text]);
    const subject = `sheet/${world.editionId}/${firstRound}/${entryId}/${judge1.personId}`;
    const { records } = await listHistory(world.table, subject, { limit: 10 });
    expect(records).toHaveLength(3);
    const { actorId, operation, detail } = records.at(-1)!;
    expect([actorId, operation]).toEqual([organiserA.personId, 'reopenSheet']);
    expect(detail).toEqual({ ...records[0]!.detail, revision: 3, reason });
  });

  it('keeps the round open until the sheet is in again', async () => {
    await using world = await openWorld();
    const entryId = await handedIn(world);
    for (const judge of [judge2, judge3]) await handIn(world, judge, entryId);
    await reopen(world, entryId);
    const body = { acceptMissing: false };
    const closing = { path: { roundId: firstRound }, body };
    expect(refusalIn(await world.as(organiserA).call(routes.closeRound, closing))).toEqual({
      ...conflict('scoring'),
      blockers: [
        { code: 'sheet-missing', entryId, judgeId: judge1.personId },
        { code: 'too-few-sheets', entryId, count: 2 },
      ],
    });
    const path = { roundId: firstRound, entryId };
    await world.as(judge1).reply(routes.submitScoreSheet, { path, ifMatch: 3 });
    await close(world);
  });

  it('is the chair’s, too, of another’s sheet alone', async () => {
    await using world = await openWorld();
    const entryId = await chaired(world);
    expect((await reopen(world, entryId, judge2)).status).toBe(200);
    expect(refusalIn(await reopen(world, entryId, judge2, judge2))).toEqual({
      status: 403,
      code: 'second-person-required',
    });
    expect(refusalIn(await reopen(world, entryId, judge1, judge2))).toEqual(forbidden('organiser'));
    expect((await reopen(world, entryId, organiserA, judge2)).status).toBe(200);
  });

  it('is of a sheet that was handed in and counts, of a judge who still is one', async () => {
    await using world = await openWorld();
    const [one, two] = await scoringEntries(world, 2);
    const { entryId } = one!;
    expect(refusalIn(await reopen(world, entryId))).toEqual(conflict('not-started'));
    await saveDraft(world, judge1, entryId);
    expect(refusalIn(await reopen(world, entryId))).toEqual(conflict('draft'));
    await handIn(world, judge1, two!.entryId);
    await declare(world, judge1, two!.entryId, { conflict: true, reason: 'Họ hàng' });
    expect(refusalIn(await reopen(world, two!.entryId))).toEqual(conflict('recused'));
    await handIn(world, judge2, entryId);
    const path = { personId: judge2.personId };
    await world.as(organiserA).reply(routes.revokePerson, { path });
    expect(refusalIn(await reopen(world, entryId, organiserA, judge2))).toEqual(
      conflict('revoked'),
    );
  });

  it('ends with the time for scoring, by the time of receipt', async () => {
    await using world = await openWorld();
    const entryId = await handedIn(world);
    await handIn(world, judge2, entryId);
    world.at('2022-08-25T09:59:59.999Z');
    expect((await reopen(world, entryId)).status).toBe(200);
    world.at(firstRoundClosesAt);
    expect(refusalIn(await reopen(world, entryId, organiserA, judge2))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: firstRoundClosesAt,
      closesAt: firstRoundClosesAt,
    });
  });

  it('is decided again when the round closes before its write', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const entryId = await handedIn(world);
    for (const judge of [judge2, judge3]) await handIn(world, judge, entryId);
    beforeNextWrite(async () => await close(world));
    expect(refusalIn(await reopen(world, entryId))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: world.now(),
      closesAt: world.now(),
    });
  });

  it('is seen by a close that was decided before it: no sheet stays behind as a draft', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const entryId = await handedIn(world);
    for (const judge of [judge2, judge3]) await handIn(world, judge, entryId);
    beforeNextWrite(async () => {
      expect((await reopen(world, entryId)).status).toBe(200);
    });
    const closing = { path: { roundId: firstRound }, body: { acceptMissing: false } };
    const answer = await world.as(organiserA).call(routes.closeRound, closing);
    expect(refusalIn(answer)).toEqual({
      ...conflict('scoring'),
      blockers: [
        { code: 'sheet-missing', entryId, judgeId: judge1.personId },
        { code: 'too-few-sheets', entryId, count: 2 },
      ],
    });
  });

  it('needs a reason', async () => {
    await using world = await openWorld();
    const entryId = await handedIn(world);
    const said = { ...sheetOf(entryId), body: { reason: ' ' } };
    expect(refusalIn(await world.as(organiserA).call(routes.reopenSheet, said))).toEqual({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: '/reason', code: 'blank' }],
    });
  });

  it('is refused to all others, and not there for what nobody was given', async () => {
    await using world = await openWorld();
    const entryId = await handedIn(world);
    const others = [
      'secretary',
      'judge1',
      'judge2',
      'applicant1',
      'administrator',
      'organiserElsewhere',
      'revoked',
    ] as const;
    expect(await refusalsOf(world, routes.reopenSheet, sheetOf(entryId), others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
    const { path, body } = sheetOf(entryId);
    for (const changed of [{ judgeId: 'nobody' }, { roundId: 'vong-ba' }, { editionId: 'x' }]) {
      const elsewhere = { path: { ...path, ...changed }, body };
      const answer = await world.as(organiserA).call(routes.reopenSheet, elsewhere);
      expect(refusalIn(answer)).toEqual(notFound);
    }
  });
});

describe('the mail about it', () => {
  const mailsOf = (world: World) => outboxOf(world).filter(({ kind }) => kind === 'sheet-reopened');

  it('tells the judge why and until when, once for each time, and no point', async () => {
    await using world = await openWorld();
    const entryId = await handedIn(world);
    await reopen(world, entryId);
    const key = keys.sheet(world.editionId, firstRound, entryId, judge1.personId);
    const before = await world.table.get(key);
    await world.settle();
    const [mail, ...others] = mailsOf(world);
    expect([others, mail?.to, mail?.state, mail?.entryId]).toEqual([
      [],
      judge1.email,
      'sent',
      entryId,
    ]);
    expect(mail?.mailId).toMatch(new RegExp(`^sheet-reopened-${entryId}-\\d{17}-[0-9a-f]{12}$`));
    for (const said of [reason, '17:00 25/08/2022']) expect(mail?.text).toContain(said);

    // What the judge saves next tells nobody anything, nor does an event that comes again.
    await saveDraft(world, judge1, entryId, { basedOn: 3 });
    await world.settle();
    const after = (await world.table.get(key))!;
    await reaction(world.services)({ kind: 'item-changed', id: 'x', before: before!, after });
    await world.settle();
    expect(mailsOf(world)).toHaveLength(1);

    const path = { roundId: firstRound, entryId };
    await world.as(judge1).reply(routes.submitScoreSheet, { path, ifMatch: 4 });
    world.at('2022-08-01T03:00:00.000Z');
    await reopen(world, entryId);
    await world.settle();
    expect(mailsOf(world)).toHaveLength(2);
  });

  it('names no time of a round that is closed and waits for the sheet', async () => {
    await using world = await openWorld({
      plan: (plan) => ({
        ...plan,
        rounds: plan.rounds.map((round) => ({
          ...round,
          divergence: { mode: 'absolute', percent: 10 },
        })),
      }),
    });
    const [one] = await scoringEntries(world);
    const { entryId } = one!;
    await handIn(world, judge1, entryId, { halfPointsLess: 40 });
    for (const judge of [judge2, judge3]) await handIn(world, judge, entryId);
    await close(world);
    const path = { roundId: firstRound, entryId };
    const said = { decision: 'rescore', judgeIds: [judge1.personId], reason };
    await world.as(organiserA).reply(routes.resolveFlag, { path, body: said });
    await world.settle();
    const [mail, ...others] = mailsOf(world);
    expect([others, mail?.to]).toEqual([[], judge1.email]);
    expect(mail?.text).toContain(reason);
    expect(mail?.text).not.toContain('25/08/2022');
    // Nor does anybody watch what the judge makes of it.
    const sheet = { path: { ...path, judgeId: judge1.personId } };
    const watched = await world.as(organiserA).call(routes.listJudgeSheetRevisions, sheet);
    expect(refusalIn(watched)).toEqual(conflict('rescoring'));
    await world.as(judge1).reply(routes.submitScoreSheet, { path, ifMatch: 3 });
    const { items } = await world.as(organiserA).reply(routes.listJudgeSheetRevisions, sheet);
    expect(items.map(({ revision, state }) => [revision, state])).toEqual([
      [1, 'draft'],
      [2, 'submitted'],
      [3, 'draft'],
      [4, 'submitted'],
    ]);
  });

  it('waits to be read where the plan says so', async () => {
    await using world = await openWorld({
      plan: (plan) => ({ ...plan, mail: { ...plan.mail, review: ['sheet-reopened'] } }),
    });
    const entryId = await handedIn(world);
    await reopen(world, entryId);
    await world.settle();
    expect(mailsOf(world).map(({ state }) => state)).toEqual(['held']);
  });
});
