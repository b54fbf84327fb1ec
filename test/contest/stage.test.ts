import { describe, expect, it } from 'vitest';
import { drawRunningOrder } from '../../lib/contest/draw-running-order.ts';
import { moveOn } from '../../lib/contest/move-on.ts';
import type { Round } from '../../lib/contest/round.ts';
import { nextOnStage, type Stage, timeIsUpAt, whyNotOnStage } from '../../lib/contest/stage.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { refusalOf } from '../support/refusal-of.ts';

const now = '2022-08-28T02:00:00.000Z';
const round: Round = {
  editionId: 'e',
  roundId: 'r',
  state: 'scoring',
  planVersion: 1,
  assignmentRevisions: ['a'],
  closesAt: '2022-08-28T10:00:00.000Z',
  version: 3,
};
const pitchOf = (entryId: string) => ({
  entryId,
  code: `KT-${entryId}`,
  title: `Ý tưởng ${entryId}`,
});
const pitches = ['a', 'b', 'c', 'd'].map(pitchOf);
const facts = { round, kind: 'pitch' as const, stage: undefined, pitches };
const drawing = { seed: '28-08', by: 'organiser', digest: sha256Hex };
const drawn = () => drawRunningOrder(facts, drawing, now);
const idsOf = ({ order }: Stage) => order.map(({ entryId }) => entryId);

describe('drawRunningOrder', () => {
  it('orders by the digest of seed and id, whatever the order they were read in', () => {
    const byHand = ['a', 'b', 'c', 'd'].toSorted((x, y) =>
      sha256Hex(`28-08 ${x}`) < sha256Hex(`28-08 ${y}`) ? -1 : 1,
    );
    expect(drawn()).toEqual({
      editionId: 'e',
      roundId: 'r',
      order: byHand.map(pitchOf),
      draws: [{ seed: '28-08', digest: sha256Hex(byHand.join(' ')), by: 'organiser', at: now }],
      done: [],
      version: 1,
    });
    expect(drawRunningOrder({ ...facts, pitches: pitches.toReversed() }, drawing, now)).toEqual(
      drawn(),
    );
    expect(idsOf(drawRunningOrder(facts, { ...drawing, seed: '29-08' }, now))).not.toEqual(byHand);
  });

  it('is drawn once, and anew with a reason: who was on stage keeps the place', () => {
    const first = drawn();
    expect(refusalOf(() => drawRunningOrder({ ...facts, stage: first }, drawing, now))).toEqual({
      code: 'already-exists',
      what: 'running-order',
    });
    const [one = '', two = '', ...waiting] = idsOf(first);
    const begun = [
      { entryId: one, state: 'presenting' as const },
      { entryId: one, state: 'done' as const },
      { entryId: two, state: 'presenting' as const },
    ].reduce((stage, move) => moveOn({ round, stage }, move, now), first);
    const again = drawRunningOrder(
      { ...facts, stage: begun, pitches: [...pitches, pitchOf('e')] },
      { ...drawing, seed: 'x', reason: 'Thêm một đội' },
      now,
    );
    expect(idsOf(again).slice(0, 2)).toEqual([one, two]);
    expect(idsOf(again).slice(2).toSorted()).toEqual([...waiting, 'e'].toSorted());
    expect([again.present, again.done, again.draws.map(({ reason }) => reason)]).toEqual([
      begun.present,
      begun.done,
      [undefined, 'Thêm một đội'],
    ]);
    expect(again.version).toBe(begun.version + 1);
  });

  it('needs a round of pitches that goes on, and entries in it', () => {
    expect(refusalOf(() => drawRunningOrder({ ...facts, kind: 'dossier' }, drawing, now))).toEqual({
      code: 'state-conflict',
      state: 'not-a-pitch',
    });
    for (const state of ['closed', 'approved'] as const) {
      const over = { ...facts, round: { ...round, state } };
      expect(refusalOf(() => drawRunningOrder(over, drawing, now))).toEqual({
        code: 'state-conflict',
        state,
      });
    }
    expect(refusalOf(() => drawRunningOrder({ ...facts, pitches: [] }, drawing, now))).toEqual({
      code: 'state-conflict',
      state: 'scoring',
      blockers: [{ code: 'nothing-assigned' }],
    });
  });
});

describe('moveOn', () => {
  const [one = '', two = ''] = idsOf(drawn());
  const move = (stage: Stage, entryId: string, state: 'presenting' | 'questions' | 'done') =>
    moveOn({ round, stage }, { entryId, state }, now);
  const refusal = (stage: Stage, entryId: string, state: 'presenting' | 'questions' | 'done') =>
    refusalOf(() => move(stage, entryId, state));

  it('takes one at a time from the call to the end, and lets sheets follow', () => {
    const waiting = drawn();
    expect(nextOnStage(waiting)?.entryId).toBe(one);
    expect(whyNotOnStage(waiting, one)).toEqual({ code: 'state-conflict', state: 'not-on-stage' });
    expect(whyNotOnStage(undefined, one)).toBeUndefined();
    const presenting = move(waiting, one, 'presenting');
    expect(presenting.present).toEqual({ entryId: one, state: 'presenting', startedAt: now });
    expect(nextOnStage(presenting)?.entryId).toBe(two);
    expect(whyNotOnStage(presenting, one)).toBeUndefined();
    const done = move(move(presenting, one, 'questions'), one, 'done');
    expect([done.present, done.done, done.version]).toEqual([undefined, [one], 4]);
    expect(whyNotOnStage(done, one)).toBeUndefined();
    expect(whyNotOnStage(done, two)).toBeDefined();
    const anew = move(done, one, 'presenting');
    expect([anew.present?.entryId, anew.done]).toEqual([one, []]);
  });

  it('refuses a second one on stage, a step out of turn and whoever is not in the order', () => {
    const waiting = drawn();
    const notOnStage = { code: 'state-conflict', state: 'not-on-stage' };
    expect(refusal(waiting, 'z', 'presenting')).toEqual({ code: 'not-found' });
    expect(refusal(waiting, one, 'questions')).toEqual(notOnStage);
    expect(refusal(waiting, one, 'done')).toEqual(notOnStage);
    for (const state of ['presenting', 'questions', 'done'] as const) {
      expect(refusal(move(waiting, one, 'presenting'), two, state)).toEqual({
        code: 'state-conflict',
        state: 'occupied',
        blockers: [{ code: 'on-stage', entryId: one }],
      });
    }
  });

  it('is open as long as scoring is', () => {
    const stage = drawn();
    const wish = { entryId: one, state: 'presenting' } as const;
    const closesAt = '2022-08-28T10:00:00.000Z';
    expect(moveOn({ round, stage }, wish, '2022-08-28T09:59:59.999Z').present?.entryId).toBe(one);
    expect(refusalOf(() => moveOn({ round, stage }, wish, closesAt))).toEqual({
      code: 'phase-closed',
      receivedAt: closesAt,
      closesAt,
    });
  });
});

it('tells when the time is up by what the rules give', () => {
  const pitch = { presentMinutes: 10, questionMinutes: 5 };
  const present = { entryId: 'a', state: 'presenting', startedAt: now } as const;
  expect(timeIsUpAt(present, pitch)).toBe('2022-08-28T02:10:00.000Z');
  expect(timeIsUpAt({ ...present, state: 'questions' }, pitch)).toBe('2022-08-28T02:05:00.000Z');
  expect(timeIsUpAt(present, undefined)).toBeUndefined();
});
