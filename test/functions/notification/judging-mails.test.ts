import { describe, expect, it } from 'vitest';
import { reaction } from '../../../functions/notification/index.ts';
import type { MailKind } from '../../../lib/contest/mail-plan.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { keys } from '../../../lib/store/keys.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  close,
  contenders,
  eligibleEntries,
  firstRound,
  handIn,
  openScoring,
  scoringEntries,
} from '../../support/world-judging.ts';
import { outboxOf } from '../../support/world-mails.ts';
import { engage, people, person } from '../../support/world-people.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };
const judge4 = person('judge-4');

const mailsOf = (world: World, kind: MailKind) =>
  outboxOf(world).filter((mail) => mail.kind === kind);

const extend = async (world: World, closesAt: string) =>
  await world.as(organiserA).reply(routes.extendRound, {
    path,
    body: { closesAt, reason: 'Bão số 4', documentNumber: '95/QĐ-BTC' },
  });

describe('the mail about an extension', () => {
  it('reaches every active judge with a task, once for each extension', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(1));
    await openScoring(world, entries, { to: [judge1, judge2] });
    await world.settle();
    const key = keys.round(world.editionId, firstRound);
    const before = await world.table.get(key);
    await extend(world, '2022-08-28T17:00');
    const after = await world.table.get(key);
    await world.settle();
    await reaction(world.services)({
      kind: 'item-changed',
      id: 'again',
      before: before!,
      after: after!,
    });
    await world.settle();
    const mails = mailsOf(world, 'round-extended');
    expect(mails.map(({ to, state }) => [to, state]).sort()).toEqual([
      [judge1.email, 'sent'],
      [judge2.email, 'sent'],
    ]);
    expect(mails[0]?.subject).toBe('Gia hạn nộp phiếu chấm: 17:00 28/08/2022');
    for (const said of ['17:00 25/08/2022', '17:00 28/08/2022', 'Bão số 4', '95/QĐ-BTC']) {
      expect(mails[0]?.text).toContain(said);
    }
    await world.as(organiserA).reply(routes.revokePerson, { path: { personId: judge2.personId } });
    world.at('2022-08-02T03:00:00.000Z');
    await extend(world, '2022-08-29T17:00');
    await world.settle();
    expect(
      mailsOf(world, 'round-extended')
        .slice(2)
        .map(({ to }) => to),
    ).toEqual([judge1.email]);
    // What else becomes of the round is no extension.
    await close(world, firstRound, { acceptMissing: true, reason: 'Vắng' });
    await world.settle();
    expect(mailsOf(world, 'round-extended')).toHaveLength(3);
  });

  it('waits to be read where the plan says so', async () => {
    await using world = await openWorld({
      plan: (plan) => ({ ...plan, mail: { ...plan.mail, review: ['round-extended'] } }),
    });
    await scoringEntries(world);
    await world.settle();
    await extend(world, '2022-08-28T17:00');
    await world.settle();
    expect(mailsOf(world, 'round-extended').map(({ state }) => state)).toEqual([
      'held',
      'held',
      'held',
    ]);
  });
});

describe('the mail about one more sheet', () => {
  it('reaches the judge who was asked, and tells nothing of the entry', async () => {
    await using world = await openWorld({
      plan: (plan) => ({
        ...plan,
        rounds: plan.rounds.map((round) => ({
          ...round,
          divergence: { mode: 'absolute' as const, percent: 10 },
        })),
      }),
    });
    const [one] = await scoringEntries(world);
    const { entryId, code } = one!;
    await engage(world, judge4, 'judge');
    await handIn(world, judge1, entryId, { halfPointsLess: 40 });
    for (const judge of [judge2, judge3]) await handIn(world, judge, entryId);
    await close(world);
    const said = { decision: 'extra-judge', judgeId: judge4.personId, reason: 'Thêm một ý kiến' };
    await world.as(organiserA).reply(routes.resolveFlag, {
      path: { ...path, entryId },
      body: said,
    });
    await world.settle();
    const [mail, ...others] = mailsOf(world, 'extra-task');
    expect([others, mail?.to, mail?.state]).toEqual([[], judge4.email, 'sent']);
    expect(mail?.mailId).toMatch(new RegExp(`^extra-task-${entryId}-\\d{17}-[0-9a-f]{32}$`));
    expect(mail?.text).toContain('one more entry');
    for (const hidden of [code, 'Thêm một ý kiến']) expect(mail?.text).not.toContain(hidden);
    // A sheet that is confirmed afterwards asks nobody for anything.
    await handInAfter(world, entryId);
    await world.settle();
    expect(mailsOf(world, 'extra-task')).toHaveLength(1);
  });
});

/** The judge who was asked scores like the first one, and the chair lets all of it stand. */
async function handInAfter(world: World, entryId: string): Promise<void> {
  const declared = { path: { ...path, entryId }, body: { conflict: false, reason: '' } };
  await world.as(judge4).reply(routes.declareConflict, declared);
  await handIn(world, judge4, entryId, { halfPointsLess: 4 });
  const confirmed = { decision: 'confirmed', reason: 'Hai cách nhìn' };
  await world
    .as(organiserA)
    .reply(routes.resolveFlag, { path: { ...path, entryId }, body: confirmed });
}
