import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { loadOutcome } from '../../../lib/store/outcomes.ts';
import { planWithRulings } from '../../support/matrix-rulings.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  assign,
  close,
  contenders,
  eligibleEntries,
  finalRound,
  firstRound,
  handIn,
  openScoring,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  approve,
  approvedFinal,
  closedFirstRound,
  decisionOf,
  digestIn,
  publish,
  signMinutes,
} from '../../support/world-results.ts';

const { organiserA, organiserB, judge1, judge2, judge3 } = people;
const paper = { reason: 'Ban Tổ chức quyết định', documentNumber: '99/QĐ-BTC' };

const roundIn = async (world: World, roundId = finalRound) =>
  await world.as(organiserA).reply(routes.getRound, { path: { roundId } });
const leaveEmpty = async (world: World, by = organiserA) =>
  await world.as(by).call(routes.recordDecision, {
    path: { roundId: finalRound },
    body: { kind: 'leave-empty', prizeId: 'nhat', places: 1, ...paper },
  });
const moreGoOn = async (world: World) =>
  await world.as(organiserA).call(routes.recordDecision, {
    path: { roundId: firstRound },
    body: { kind: 'advance-number', trackId: 'y-tuong', perTrack: 3, ...paper },
  });
const recordConflict = async (world: World, entryId: string, roundId: string) =>
  await world.as(organiserA).call(routes.recordConflict, {
    path: { roundId, entryId, judgeId: judge3.personId },
    body: { reason: 'Cùng góp vốn' },
  });
const publishing = async (world: World, digest: string) =>
  await world
    .as(organiserB)
    .call(routes.publishResult, { body: { digest, decision: decisionOf(world) } });
/** Which approvals of a round were voided, and by what. */
async function voidings(world: World, roundId: string) {
  const subject = `approval/${world.editionId}/${roundId}`;
  const { records } = await listHistory(world.table, subject, { limit: 50 });
  return records.map(({ operation, detail }) => [operation, detail]);
}

describe('an approval is void', () => {
  it('once the organisers decide something else: published is nothing before it was approved again', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    const decided = await leaveEmpty(world);
    expect([decided.status, decided.body.approvalVoided]).toEqual([201, true]);
    expect((await roundIn(world)).state).toBe('closed');
    expect(await voidings(world, finalRound)).toEqual([
      [
        'recordDecision',
        {
          voided: digest,
          approvedBy: organiserA.personId,
          approvedAt: world.now(),
          because: 'decision',
        },
      ],
    ]);
    expect(await loadOutcome(world.table, world.editionId, finalRound)).toBe(undefined);
    expect(refusalIn(await publishing(world, digest))).toMatchObject({ code: 'state-conflict' });
    const again = await approve(world, finalRound);
    expect(again).not.toBe(digest);
    await signMinutes(world, again);
    expect(refusalIn(await publishing(world, digest))).toMatchObject({ code: 'digest-changed' });
    const { awards } = await publish(world, again);
    expect(awards.map(({ prizeId }) => prizeId)).not.toContain('nhat');
  });

  it('once a conflict strikes a sheet that counted, not by one that changes nothing', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world);
    const struck = await recordConflict(world, entries[0]!.entryId, finalRound);
    expect([struck.status, struck.body.struck]).toEqual([200, true]);
    expect((await roundIn(world)).state).toBe('closed');
    expect((await voidings(world, finalRound)).map(([by]) => by)).toEqual(['recordConflict']);
    expect(refusalIn(await publishing(world, digest))).toMatchObject({ code: 'state-conflict' });
    await approve(world, finalRound);
    // The same word once more strikes nothing.
    expect((await recordConflict(world, entries[0]!.entryId, finalRound)).body.struck).toBe(false);
    expect((await roundIn(world)).state).toBe('approved');
  });

  it('once judges who were confirmed to be far apart look again, whose sheets then change', async () => {
    await using world = await openWorld({ plan: planWithRulings });
    const entries = await eligibleEntries(world, contenders(2));
    const [far] = entries;
    await openScoring(world, entries);
    for (const [at, { entryId }] of entries.entries()) {
      await handIn(world, judge1, entryId, { halfPointsLess: at === 0 ? 40 : 0 });
      await handIn(world, judge2, entryId);
      await handIn(world, judge3, entryId);
    }
    await close(world);
    const path = { roundId: firstRound, entryId: far!.entryId };
    const resolve = async (said: object) =>
      await world.as(organiserA).call(routes.resolveFlag, { path, body: { ...said, ...paper } });
    await resolve({ decision: 'confirmed' });
    const digest = await approve(world);
    expect(refusalIn(await resolve({ decision: 'confirmed' }))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'approved',
    });
    const again = await resolve({ decision: 'rescore', judgeIds: [judge1.personId] });
    expect(again.status).toBe(200);
    expect((await roundIn(world, firstRound)).state).toBe('closed');
    expect((await voidings(world, firstRound)).map(([, detail]) => detail)).toMatchObject([
      { voided: digest, because: 'flag' },
    ]);
    const said = { path: { roundId: firstRound }, body: { digest } };
    const early = await world.as(organiserA).call(routes.approveRanking, said);
    expect(refusalIn(early)).toMatchObject({ state: 'rescoring' });
    const sheet = await world.as(judge1).reply(routes.getScoreSheet, { path });
    await world.as(judge1).reply(routes.submitScoreSheet, { path, ifMatch: sheet.version });
    await resolve({ decision: 'confirmed' });
    await approve(world);
  });
});

describe('an approval stands', () => {
  it('once the next round was built on it: what would change it is refused', async () => {
    await using world = await openWorld();
    const entries = await closedFirstRound(world);
    await approve(world);
    expect((await moreGoOn(world)).body.approvalVoided).toBe(true);
    // Nobody of it is given to judges of the final while it is not approved.
    const pairs = [{ entryId: entries[0]!.entryId, judgeId: judge1.personId }];
    const said = { path: { roundId: finalRound }, body: { pairs } };
    const early = await world.as(organiserA).call(routes.assignEntries, said);
    expect(refusalIn(early)).toMatchObject({
      code: 'state-conflict',
      blockers: [{ code: 'entry-not-advanced', entryId: entries[0]!.entryId }],
    });
    await approve(world);
    await assign(world, pairs, finalRound);
    const begun = {
      status: 409,
      code: 'state-conflict',
      state: 'approved',
      blockers: [{ code: 'next-round-begun', roundId: finalRound }],
    };
    expect(refusalIn(await moreGoOn(world))).toEqual(begun);
    const struck = await recordConflict(world, entries[0]!.entryId, firstRound);
    expect(refusalIn(struck)).toEqual(begun);
    expect((await roundIn(world, firstRound)).state).toBe('approved');
  });
});

describe('a decision after the publication', () => {
  it('leaves what is published as it is; the new outcome waits for its approval', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    const published = await publish(world, digest);
    const before = await world.anonymous.call(routes.getResult);
    expect((await leaveEmpty(world)).body.approvalVoided).toBe(true);
    expect((await world.anonymous.call(routes.getResult)).text).toBe(before.text);
    const after = await digestIn(world, finalRound);
    expect(after).not.toBe(published.digest);
    const again = await approve(world, finalRound);
    expect(again).toBe(after);
    expect((await world.anonymous.call(routes.getResult)).text).toBe(before.text);
    await signMinutes(world, again);
    const second = await publishing(world, again);
    expect(refusalIn(second)).toMatchObject({ status: 409, code: 'already-published' });
  });
});
