import { describe, expect, test } from 'vitest';
import {
  beginJudging,
  freeze,
  freezeAt,
  whyNotAfterSubmissions,
  whyNotBeforeJudging,
  whyNotSubmissionsOpen,
} from '../../lib/contest/edition.ts';
import { closesAt, editionWith, later, opensAt } from '../support/contest-facts.ts';

describe('the submission window is half-open', () => {
  const closedAt = (receivedAt: string) => ({
    code: 'phase-closed',
    receivedAt,
    opensAt,
    closesAt,
  });

  test.each([opensAt, later(opensAt, 1), later(closesAt, -1)])('%s is in time', (receivedAt) => {
    expect(whyNotSubmissionsOpen(editionWith(), receivedAt)).toBeUndefined();
  });

  test.each([later(opensAt, -1), closesAt, later(closesAt, 1)])('%s is not', (receivedAt) => {
    expect(whyNotSubmissionsOpen(editionWith(), receivedAt)).toEqual(closedAt(receivedAt));
  });

  test('once frozen, a call that was received in time comes too late', () => {
    const receivedAt = later(closesAt, -1);
    expect(whyNotSubmissionsOpen(editionWith({ phase: 'frozen' }), receivedAt)).toEqual(
      closedAt(receivedAt),
    );
  });
});

describe('the freeze', () => {
  const due = '2022-07-31T10:01:00.000Z';

  test('is due a minute after the close', () => {
    expect(freezeAt(editionWith())).toBe(due);
  });

  test('does nothing a millisecond earlier, and flips the phase alone when it is due', () => {
    expect(freeze(editionWith(), later(due, -1))).toBeUndefined();
    expect(freeze(editionWith(), due)).toEqual(editionWith({ phase: 'frozen' }));
  });

  test('does nothing twice', () => {
    expect(freeze(editionWith({ phase: 'frozen' }), later(due, 1))).toBeUndefined();
  });

  test('what follows the deadline waits for it, not for the clock', () => {
    const receivedAt = later(due, 86_400_000);
    expect(whyNotAfterSubmissions(editionWith(), receivedAt)).toEqual({
      code: 'phase-closed',
      receivedAt,
      opensAt: due,
    });
    expect(whyNotAfterSubmissions(editionWith({ phase: 'frozen' }), closesAt)).toBeUndefined();
  });
});

describe('judging', () => {
  test('begins once, and moves the version with it', () => {
    const frozen = editionWith({ phase: 'frozen', version: 3 });
    const judging = beginJudging(frozen);
    expect(judging).toEqual({ ...frozen, phase: 'judging', version: 4 });
    expect(beginJudging(judging)).toBe(judging);
  });

  test('settles the deadline and who takes part', () => {
    const judging = editionWith({ phase: 'judging' });
    const after = '2022-09-01T00:00:00.000Z';
    expect(whyNotBeforeJudging(judging)).toEqual({ code: 'state-conflict', state: 'judging' });
    expect(whyNotBeforeJudging(editionWith({ phase: 'frozen' }))).toBeUndefined();
    expect(whyNotAfterSubmissions(judging, after)).toBeUndefined();
    expect(freeze(judging, after)).toBeUndefined();
    expect(whyNotSubmissionsOpen(judging, judging.opensAt)?.code).toBe('phase-closed');
  });
});
