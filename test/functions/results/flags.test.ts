import { describe, expect, it } from 'vitest';
import type { DivergenceRule } from '../../../lib/contest/divergence.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import {
  close,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  handIn,
  marksOf,
  openScoring,
  saveDraft,
  sheetBody,
} from '../../support/world-judging.ts';
import { engage, people, person } from '../../support/world-people.ts';
import { approve, digestIn } from '../../support/world-results.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };
const [j1, j2, j3] = [judge1.personId, judge2.personId, judge3.personId];
const confirmed = { decision: 'confirmed', reason: 'Hai cách nhìn', documentNumber: '06/BB-HĐGK' };
const rescore = { decision: 'rescore', judgeIds: [j1], reason: 'Xem lại tiêu chí 1' };
const others = [
  'secretary',
  'judge1',
  'applicant1',
  'administrator',
  'organiserElsewhere',
  'revoked',
] as const;

const worldWith = async (divergence?: DivergenceRule) =>
  await openWorld({
    plan: (example) => ({
      ...example,
      rounds: example.rounds.map((round, at) =>
        at > 0 || divergence === undefined ? round : { ...round, divergence },
      ),
    }),
  });
const tenPercent = async () => await worldWith({ mode: 'absolute', percent: 10 });

/** Two entries in a closed round: on the first judge 1 gives 80 and the others 100, on the second all give 100. */
async function farApart(
  world: World,
  { chair }: { chair?: Person } = {},
): Promise<readonly [far: string, near: string]> {
  const entries = await eligibleEntries(world, contenders(2));
  if (chair) {
    const body = { judges: [j1, j2, j3], chair: chair.personId };
    await world.as(organiserA).reply(routes.setPanel, { path, body, ifMatch: 1 });
  }
  await openScoring(world, entries);
  for (const [at, { entryId }] of entries.entries()) {
    await handIn(world, judge1, entryId, { halfPointsLess: at === 0 ? 40 : 0 });
    await handIn(world, judge2, entryId);
    await handIn(world, judge3, entryId);
  }
  await close(world);
  return [entries[0]!.entryId, entries[1]!.entryId];
}

const flagsIn = async (world: World, by: Person = organiserA) =>
  await world.as(by).call(routes.listFlags, { path });
const resolve = async (world: World, entryId: string, body: object, person: Person = organiserA) =>
  await world.as(person).call(routes.resolveFlag, { path: { ...path, entryId }, body });
const approveBy = async (world: World, digest: string) =>
  await world.as(organiserA).call(routes.approveRanking, { path, body: { digest } });
const totals = (first: number) =>
  [first, 100, 100].map((total, at) => ({
    judgeId: [j1, j2, j3][at],
    exact: `${total}`,
    printed: `${total}.00`,
  }));
/** The flag as it stands at first. */
const flagOn = (entryId: string, trackId: string) => ({
  entryId,
  trackId,
  totals: totals(80),
  mean: { exact: '280/3', printed: '93.33' },
  spread: { exact: '20', printed: '20.00' },
  divergent: [j1],
  state: 'open',
  waitedFor: [],
});
const stateConflict = (state: string, blockers?: readonly object[]) => ({
  status: 409,
  code: 'state-conflict',
  state,
  ...(blockers === undefined ? {} : { blockers }),
});
const trackOf = contenders(1)[0]!.trackId!;

describe('judges too far apart', () => {
  it('are listed with their totals, stop the approval, and are confirmed with a reason', async () => {
    await using world = await tenPercent();
    const [far] = await farApart(world);
    const flag = flagOn(far, trackOf);
    expect((await flagsIn(world)).body).toEqual({ roundId: firstRound, flags: [flag] });
    const digest = await digestIn(world);
    const unresolved = [{ code: 'divergence-unresolved', entryId: far }];
    const preview = await world.as(organiserA).reply(routes.previewRanking, { path });
    expect(preview.blockers).toEqual(unresolved);
    expect(refusalIn(await approveBy(world, digest))).toEqual(stateConflict('closed', unresolved));

    const { status, body } = await resolve(world, far, confirmed);
    const ruling = { ...confirmed, judgeIds: [], by: organiserA.personId, at: world.now() };
    expect([status, body]).toEqual([200, { roundId: firstRound, entryId: far, ...ruling }]);
    expect((await flagsIn(world)).body.flags).toEqual([{ ...flag, state: 'confirmed', ruling }]);
    // Nothing of the ranking has changed by it.
    expect((await approveBy(world, digest)).status).toBe(200);
    expect(refusalIn(await resolve(world, far, confirmed))).toEqual(stateConflict('approved'));
  });

  it('are nobody’s business where the plan has no rule', async () => {
    await using world = await worldWith();
    const [far] = await farApart(world);
    expect((await flagsIn(world)).body.flags).toEqual([]);
    expect(refusalIn(await resolve(world, far, confirmed))).toEqual(notFound);
    await approve(world);
  });

  it('have to be looked at again once one of the confirmed sheets no longer counts', async () => {
    await using world = await tenPercent();
    const [far] = await farApart(world);
    await resolve(world, far, confirmed);
    const conflict = { path: { ...path, entryId: far, judgeId: j3 }, body: { reason: 'Góp vốn' } };
    await world.as(organiserA).reply(routes.recordConflict, conflict);
    const [flag] = (await flagsIn(world)).body.flags;
    expect([flag!.state, flag!.divergent]).toEqual(['open', [j1, j2]]);
  });

  it('are the chair’s and the organisers’ to see and decide, but not about their own sheet', async () => {
    await using world = await tenPercent();
    const [far, near] = await farApart(world, { chair: judge1 });
    expect((await flagsIn(world, judge1)).text).toBe((await flagsIn(world)).text);
    expect(refusalIn(await flagsIn(world, judge2))).toEqual(forbidden('organiser'));
    expect(refusalIn(await resolve(world, far, confirmed, judge2))).toEqual(forbidden('organiser'));
    const ownSheet = { status: 403, code: 'second-person-required' };
    expect(refusalIn(await resolve(world, far, confirmed, judge1))).toEqual(ownSheet);
    expect(refusalIn(await resolve(world, near, confirmed, judge1))).toEqual(notFound);
    expect((await resolve(world, far, confirmed)).status).toBe(200);
  });

  it('are hidden from a chair who is close to the entry', async () => {
    await using world = await tenPercent();
    const [far] = await farApart(world, { chair: judge3 });
    const conflict = { path: { ...path, entryId: far, judgeId: j3 }, body: { reason: 'Góp vốn' } };
    await world.as(organiserA).reply(routes.recordConflict, conflict);
    expect((await flagsIn(world, judge3)).body.flags).toEqual([]);
    expect(refusalIn(await resolve(world, far, confirmed, judge3))).toEqual({
      status: 403,
      code: 'conflict-of-interest',
      because: 'recorded',
    });
  });

  it('are nobody else’s, and nobody’s before the close', async () => {
    await using world = await tenPercent();
    const entries = await eligibleEntries(world, contenders(1));
    await openScoring(world, entries);
    const { entryId } = entries[0]!;
    expect(refusalIn(await flagsIn(world))).toEqual(stateConflict('scoring'));
    expect(refusalIn(await resolve(world, entryId, confirmed))).toEqual(stateConflict('scoring'));
    const said = { path: { ...path, entryId }, body: confirmed };
    for (const refusals of [
      await refusalsOf(world, routes.listFlags, { path }, others),
      await refusalsOf(world, routes.resolveFlag, said, others),
    ]) {
      expect(refusals).toEqual({
        anonymous: unauthenticated,
        ...each(others, forbidden('organiser')),
      });
    }
  });
});

describe('a sheet opened again after the close', () => {
  const sheetPath = (entryId: string) => ({ path: { ...path, entryId } });
  const own = async (world: World, judge: Person, entryId: string) =>
    await world.as(judge).reply(routes.getScoreSheet, sheetPath(entryId));

  it('is written and handed in by its judge alone; then the round is approved', async () => {
    await using world = await tenPercent();
    const [far, near] = await farApart(world);
    const before = await digestIn(world);
    expect((await resolve(world, far, rescore)).status).toBe(200);
    const [flag] = (await flagsIn(world)).body.flags;
    expect(flag).toEqual({
      ...flagOn(far, trackOf),
      state: 'rescoring',
      waitedFor: [j1],
      ruling: { ...rescore, by: organiserA.personId, at: world.now() },
    });
    const awaited = stateConflict('rescoring', [{ code: 'sheets-awaited', entryId: far }]);
    const previewed = await world.as(organiserA).call(routes.previewRanking, { path });
    expect(refusalIn(previewed)).toEqual(awaited);
    expect(refusalIn(await approveBy(world, before))).toEqual(awaited);

    const { version, state } = await own(world, judge1, far);
    expect(state).toBe('draft');
    const closed = { status: 409, code: 'phase-closed' };
    const others2 = [
      await saveDraft(world, judge1, near, { basedOn: 2 }),
      await saveDraft(world, judge2, far, { basedOn: 2 }),
    ];
    for (const answer of others2) expect(refusalIn(answer)).toMatchObject(closed);
    const body = sheetBody({ points: marksOf(firstRound, 6) });
    const saved = await saveDraft(world, judge1, far, { basedOn: version, body });
    expect(saved.status).toBe(200);
    const submission = { ...sheetPath(far), ifMatch: version + 1 };
    expect((await world.as(judge1).call(routes.submitScoreSheet, submission)).status).toBe(200);

    expect((await flagsIn(world)).body.flags).toEqual([]);
    const locked = await saveDraft(world, judge1, far, { basedOn: version + 2 });
    expect(refusalIn(locked)).toMatchObject(closed);
    const after = await digestIn(world);
    expect(after).not.toBe(before);
    expect((await approveBy(world, after)).body.advanced).toEqual([near, far]);
  });

  it('counts as it was handed in where the chair waits no longer', async () => {
    await using world = await tenPercent();
    const [far] = await farApart(world);
    const before = await digestIn(world);
    await resolve(world, far, rescore);
    const { version } = await own(world, judge1, far);
    const empty = sheetBody({ points: {}, comment: '' });
    await saveDraft(world, judge1, far, { basedOn: version, body: empty });
    expect(refusalIn(await resolve(world, far, rescore))).toEqual(stateConflict('rescoring'));
    expect((await resolve(world, far, confirmed)).status).toBe(200);
    const sheet = await own(world, judge1, far);
    expect([sheet.state, sheet.points, sheet.comment]).toEqual([
      'submitted',
      marksOf(firstRound, 40),
      'Ý tưởng tốt',
    ]);
    expect((await flagsIn(world)).body.flags.map(({ state }) => state)).toEqual(['confirmed']);
    expect(await digestIn(world)).toBe(before);
    await approve(world);
  });

  it('is waited for no longer once a conflict strikes it', async () => {
    await using world = await tenPercent();
    const [far] = await farApart(world);
    await resolve(world, far, rescore);
    await declare(world, judge1, far, { conflict: true, reason: 'Họ hàng' });
    expect((await flagsIn(world)).body.flags).toEqual([]);

    await using other = await tenPercent();
    const [alsoFar] = await farApart(other);
    await resolve(other, alsoFar, rescore);
    const said = { path: { ...path, entryId: alsoFar, judgeId: j1 }, body: { reason: 'Góp vốn' } };
    await other.as(organiserA).reply(routes.recordConflict, said);
    expect((await flagsIn(other)).body.flags).toEqual([]);
    await digestIn(other);
  });

  it('is one that counts, of somebody who is a judge still, and not of whoever decides', async () => {
    await using world = await tenPercent();
    const [far] = await farApart(world, { chair: judge2 });
    const problem = (at: number, code: string) => ({
      status: 422,
      code: 'validation-failed',
      errors: [{ pointer: `/judgeIds/${at}`, code }],
    });
    const asked = async (judgeIds: readonly string[], by: Person = organiserA) =>
      refusalIn(await resolve(world, far, { ...rescore, judgeIds }, by));
    expect(await asked([j1, j1])).toEqual(problem(1, 'repeated'));
    expect(await asked(['nobody'])).toEqual(problem(0, 'no-such-sheet'));
    expect(await asked([j1, j2], judge2)).toEqual({ status: 403, code: 'second-person-required' });
    await world.as(organiserA).reply(routes.revokePerson, { path: { personId: j3 } });
    expect(await asked([j3])).toEqual(problem(0, 'not-a-judge'));
  });
});

describe('one more judge', () => {
  const judge4 = person('judge-4');
  const extra = {
    decision: 'extra-judge',
    judgeId: judge4.personId,
    reason: 'Cần thêm một ý kiến',
  };
  const tasksOf = async (world: World) =>
    (await world.as(judge4).reply(routes.listQueue)).items.map(({ entryId }) => entryId);

  it('is given the entry alone after the close, and the sheet counts with the others', async () => {
    await using world = await tenPercent();
    const [far, near] = await farApart(world);
    await engage(world, judge4, 'judge');
    const before = await digestIn(world);
    const answer = await resolve(world, far, extra);
    expect([answer.status, answer.body.judgeIds]).toEqual([200, [judge4.personId]]);
    expect(await tasksOf(world)).toEqual([far]);
    const [flag] = (await flagsIn(world)).body.flags;
    expect([flag!.state, flag!.waitedFor, flag!.totals]).toEqual([
      'rescoring',
      [judge4.personId],
      totals(80),
    ]);
    expect(refusalIn(await approveBy(world, before))).toEqual(
      stateConflict('rescoring', [{ code: 'sheets-awaited', entryId: far }]),
    );
    expect(refusalIn(await saveDraft(world, judge4, near))).toEqual(notFound);
    await declare(world, judge4, far);
    await world.as(judge4).reply(routes.getJudgedEntry, { path: { ...path, entryId: far } });
    await handIn(world, judge4, far, { halfPointsLess: 40 });

    // 80, 100, 100 and 80: nobody is further than 10 from the mean of 90.
    expect((await flagsIn(world)).body.flags).toEqual([]);
    const preview = await world.as(organiserA).reply(routes.previewRanking, { path });
    const [scored] = preview.rankings[0]!.entries.filter(({ entryId }) => entryId === far);
    expect([scored!.sheets.length, scored!.score!.printed]).toEqual([4, '90.00']);
    expect((await approveBy(world, preview.digest)).status).toBe(200);
  });

  it('makes room for another one by declaring a conflict', async () => {
    await using world = await tenPercent();
    const [far] = await farApart(world);
    await engage(world, judge4, 'judge');
    await resolve(world, far, extra);
    await declare(world, judge4, far, { conflict: true, reason: 'Họ hàng' });
    expect((await flagsIn(world)).body.flags.map(({ state }) => state)).toEqual(['open']);
    expect(refusalIn(await resolve(world, far, extra))).toEqual(
      stateConflict('closed', [
        { code: 'already-assigned', judgeId: judge4.personId },
        {
          code: 'conflict-of-interest',
          entryId: far,
          judgeId: judge4.personId,
          because: 'declared',
        },
      ]),
    );
    const judge5 = person('judge-5');
    await engage(world, judge5, 'judge');
    expect((await resolve(world, far, { ...extra, judgeId: judge5.personId })).status).toBe(200);
  });

  it('is a judge who has not the entry yet, and never the one who decides', async () => {
    await using world = await tenPercent();
    const [far] = await farApart(world);
    const asked = async (judgeId: string) =>
      refusalIn(await resolve(world, far, { ...extra, judgeId }));
    expect(await asked(j2)).toEqual(
      stateConflict('closed', [{ code: 'already-assigned', judgeId: j2 }]),
    );
    expect(await asked('nobody')).toEqual(
      stateConflict('closed', [{ code: 'not-a-judge', entryId: far, judgeId: 'nobody' }]),
    );
    expect(await asked(organiserA.personId)).toEqual({
      status: 403,
      code: 'second-person-required',
    });
    expect((await flagsIn(world)).body.flags.map(({ state }) => state)).toEqual(['open']);
  });
});
