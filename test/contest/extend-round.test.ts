import { describe, expect, it } from 'vitest';
import { extendRound } from '../../lib/contest/extend-round.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { plannedRound, scoringRound } from '../support/round-facts.ts';

const plan = examplePlan();
const now = '2022-08-20T02:00:00.000Z';
const from = '2022-08-25T10:00:00.000Z';
const finalClosesAt = plan.rounds[1]!.closesAt;
const said = { reason: 'Bão số 4', documentNumber: '95/QĐ-BTC', by: 'lan' };
const extend = (closesAt: string, { round = scoringRound(), at = now } = {}) =>
  extendRound({ round, plan }, { ...said, closesAt }, at);
const refused = (errors: readonly object[]) => ({
  code: 'validation-failed',
  errors: errors.map((error) => ({ pointer: '/closesAt', ...error })),
});

describe('an extension', () => {
  it('moves the close of an open round, and is kept with it', () => {
    const closesAt = '2022-08-28T10:00:00.000Z';
    const extension = { ...said, from, closesAt, at: now };
    const round = scoringRound({ closesAt, extensions: [extension], version: 4 });
    expect(extend('2022-08-28T17:00')).toEqual({ round, extension });
    const again = extend('2022-08-29T17:00', { round });
    expect(again.round.extensions).toEqual([extension, again.extension]);
    expect([again.extension.from, again.round.version]).toEqual([closesAt, 5]);
  });

  it('is later than before, by a minute at least', () => {
    expect(refusalOf(() => extend('2022-08-25T17:00'))).toEqual(
      refused([{ code: 'not-later', limit: from }]),
    );
    expect(extend('2022-08-25T17:01').round.closesAt).toBe('2022-08-25T10:01:00.000Z');
  });

  it('is later than now, also after the time has passed', () => {
    const at = '2022-08-26T10:00:00.000Z';
    expect(refusalOf(() => extend('2022-08-26T17:00', { at }))).toEqual(
      refused([{ code: 'in-the-past' }]),
    );
    expect(refusalOf(() => extend('2022-08-25T16:00', { at }))).toEqual(
      refused([{ code: 'in-the-past' }, { code: 'not-later', limit: from }]),
    );
    const justBefore = '2022-08-26T09:59:59.999Z';
    expect(extend('2022-08-26T17:00', { at: justBefore }).round.closesAt).toBe(at);
  });

  it('ends with the close of the next round, where there is one', () => {
    expect(extend(finalClosesAt).round.version).toBe(4);
    const day = Number(finalClosesAt.slice(8, 10));
    const nextDay = `${finalClosesAt.slice(0, 8)}${String(day + 1).padStart(2, '0')}T17:00`;
    expect(refusalOf(() => extend(nextDay))).toEqual(
      refused([{ code: 'after-next-round', limit: finalClosesAt }]),
    );
    const last = scoringRound({ roundId: plan.rounds[1]!.id });
    expect(extend(nextDay, { round: last }).round.closesAt).toBeDefined();
  });

  it('is at a time that there is', () => {
    const zone = { ...plan, timeZone: 'Europe/Berlin' };
    const wish = { ...said, closesAt: '2023-03-26T02:30' };
    expect(refusalOf(() => extendRound({ round: scoringRound(), plan: zone }, wish, now))).toEqual(
      refused([{ code: 'no-such-local-time' }]),
    );
  });

  it('is of a round that is open', () => {
    const rounds = [
      plannedRound(),
      scoringRound({ state: 'closed' }),
      scoringRound({ state: 'approved' }),
    ];
    for (const round of rounds) {
      expect(refusalOf(() => extend('2022-08-28T17:00', { round }))).toEqual({
        code: 'state-conflict',
        state: round.state,
      });
    }
  });
});
