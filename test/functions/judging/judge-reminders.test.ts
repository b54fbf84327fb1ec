import { describe, expect, it } from 'vitest';
import { reaction } from '../../../functions/schedule/index.ts';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  close,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  firstRoundClosesAt,
  handIn,
  scoringEntries,
} from '../../support/world-judging.ts';
import { outboxOf } from '../../support/world-mails.ts';
import { people } from '../../support/world-people.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };
const reminding = (example: WirePlan): WirePlan => ({
  ...example,
  mail: { ...example.mail, remindJudgesDaysBefore: [3, 1] },
});
const threeBefore = '2022-08-22T10:00:00.000Z';
const oneBefore = '2022-08-24T10:00:00.000Z';

const reminded = ({ mails }: World) =>
  mails.filter(({ id }) => id.startsWith('judging-reminder-')).map(({ to }) => to);

async function at(world: World, instant: string): Promise<readonly string[]> {
  const earlier = reminded(world).length;
  world.at(instant);
  await world.settle();
  return reminded(world).slice(earlier).toSorted();
}

const remind = async (world: World, body: object = { dryRun: false }) =>
  await world.as(organiserA).call(routes.remindJudges, { path, body });

describe('a reminder of judges', () => {
  it('comes so many days before the round closes, to whose sheets are waited for', async () => {
    await using world = await openWorld({ plan: reminding });
    const [one, two] = await scoringEntries(world, 2);
    await handIn(world, judge1, one!.entryId);
    for (const { entryId } of [one!, two!]) await handIn(world, judge2, entryId);
    await declare(world, judge3, two!.entryId, { conflict: true, reason: 'Họ hàng' });
    await world.settle();
    expect(await at(world, '2022-08-22T09:59:59.999Z')).toEqual([]);
    expect(await at(world, threeBefore)).toEqual([judge1.email, judge3.email]);
    const mail = world.mails.find(({ to, id }) => to === judge1.email && id.includes('reminder'));
    expect(mail?.subject).toBe('Nhắc nộp phiếu chấm: còn 1, hạn 17:00 25/08/2022');
    expect(mail?.text).toContain('Score sheets you have not handed in for the round');
    await handIn(world, judge3, one!.entryId);
    await world.settle();
    expect(await at(world, oneBefore)).toEqual([judge1.email]);
    expect(await at(world, firstRoundClosesAt)).toEqual([]);
  });

  it('moves with an extension, and is told once however often it is due', async () => {
    await using world = await openWorld({ plan: reminding });
    await scoringEntries(world);
    await world.settle();
    await world.as(organiserA).reply(routes.extendRound, {
      path,
      body: { closesAt: '2022-08-26T17:00', reason: 'Bão số 4', documentNumber: '95/QĐ-BTC' },
    });
    await world.settle();
    expect(await at(world, threeBefore)).toEqual([]);
    const all = [judge1, judge2, judge3].map(({ email }) => email).toSorted();
    expect(await at(world, '2022-08-23T10:00:00.000Z')).toEqual(all);
    const name = `remind-judges.${world.editionId}.0.3`;
    await reaction(world.services)({ kind: 'due', id: 'again', name });
    await world.settle();
    expect(reminded(world).length).toBe(3);
  });

  it('is not sent without a wish of the plan, nor once the round is closed', async () => {
    await using silent = await openWorld();
    await scoringEntries(silent);
    await silent.settle();
    expect(await at(silent, oneBefore)).toEqual([]);
    await using world = await openWorld({ plan: reminding });
    await scoringEntries(world);
    await world.settle();
    await close(world, firstRound, { acceptMissing: true, reason: 'Đủ phiếu' });
    expect(await at(world, oneBefore)).toEqual([]);
  });
});

describe('remindJudges', () => {
  it('reminds all who are waited for, or those named, at most once a day', async () => {
    await using world = await openWorld();
    const [one] = await scoringEntries(world, 2);
    await handIn(world, judge2, one!.entryId);
    await world.settle();
    const waitedFor = [
      { judgeId: judge1.personId, missing: 2 },
      { judgeId: judge2.personId, missing: 1 },
      { judgeId: judge3.personId, missing: 2 },
    ];
    const dry = await remind(world, { dryRun: true });
    expect(dry.body).toEqual({ roundId: firstRound, dryRun: true, judges: waitedFor });
    await world.settle();
    expect(reminded(world)).toEqual([]);
    const named = await remind(world, { judgeIds: [judge2.personId, 'nobody'], dryRun: false });
    expect(named.body).toEqual({ roundId: firstRound, dryRun: false, judges: [waitedFor[1]] });
    await world.settle();
    expect(reminded(world)).toEqual([judge2.email]);
    await remind(world);
    await world.settle();
    expect(reminded(world).toSorted()).toEqual(
      [judge1, judge2, judge3].map(({ email }) => email).toSorted(),
    );
    world.at(new Date(Date.parse(world.now()) + 86_400_000).toISOString());
    await remind(world);
    await world.settle();
    expect(reminded(world).length).toBe(6);
  });

  it('waits for a reader where the plan wants one', async () => {
    const plan = (example: WirePlan): WirePlan => ({
      ...example,
      mail: { ...example.mail, review: ['judging-reminder'] },
    });
    await using world = await openWorld({ plan });
    await scoringEntries(world);
    await world.settle();
    await remind(world);
    await world.settle();
    const held = outboxOf(world).filter(({ state }) => state === 'held');
    expect([held.length, reminded(world)]).toEqual([3, []]);
  });

  it('is for organisers, while the round is scored', async () => {
    await using world = await openWorld();
    await eligibleEntries(world, contenders(1));
    const phaseClosed = { status: 409, code: 'phase-closed', receivedAt: world.now() };
    expect(refusalIn(await remind(world))).toEqual(phaseClosed);
    const others = ['secretary', 'judge1', 'applicant1', 'organiserElsewhere', 'revoked'] as const;
    const said = { path, body: { dryRun: true } };
    expect(await refusalsOf(world, routes.remindJudges, said, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
  });
});
