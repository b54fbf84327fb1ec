import { describe, expect, test } from 'vitest';
import { submitEntry, withdrawEntry } from '../../lib/contest/entry.ts';
import type { EntryState } from '../../lib/contest/entry-state.ts';
import {
  openingOf,
  type Supplement,
  whyNotEdit,
  whyNotEditDocument,
  whyNotWithdraw,
} from '../../lib/contest/entry-window.ts';
import {
  closesAt,
  contentWith,
  dossierWith,
  editionWith,
  entryWith,
  inTime,
  later,
  opensAt,
} from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const frozen = editionWith({ phase: 'frozen' });
const judging = editionWith({ phase: 'judging' });
const hour = 3_600_000;
const asked = later(closesAt, hour);
const ends = later(closesAt, 10 * hour);
const supplement: Supplement = {
  fields: ['summary'],
  documents: ['minh-chung'],
  message: 'Bổ sung',
  requestedBy: 'secretary',
  requestedAt: asked,
  closesAt: ends,
};
const late = { closesAt: ends, reason: 'Bão', documentNumber: '95', by: 'o', at: asked };
const waiting = entryWith({ state: 'submitted', submission: 1, supplement });
const missed = entryWith({ late });
/** The deadline moved to five hours after it, which is in the middle of both. */
const moved = later(closesAt, 5 * hour);
const extended = editionWith({ closesAt: moved });
const extendedFrozen = editionWith({ closesAt: moved, phase: 'frozen' });

const openings = (edition: typeof frozen, entry: typeof waiting, ...at: readonly string[]) =>
  at.map((now) => openingOf(edition, entry, now) ?? '-');

describe('the opening of an entry', () => {
  test('is that of submissions, to the millisecond, whatever else is open', () => {
    const at = [later(opensAt, -1), opensAt, later(closesAt, -1), closesAt];
    const open = ['-', 'submissions', 'submissions', '-'];
    expect(openings(editionWith(), entryWith(), ...at)).toEqual(open);
    for (const state of ['eligible', 'ineligible'] as const) {
      expect(openings(editionWith(), entryWith({ state }), ...at)).toEqual(open);
    }
    expect(openings(editionWith(), waiting, inTime)).toEqual(['submissions']);
    expect(openings(editionWith(), missed, inTime)).toEqual(['submissions']);
  });

  test('by a supplement or an exception lasts until its own time', () => {
    const at = [later(ends, -1), ends];
    expect(openings(frozen, waiting, ...at)).toEqual(['supplement', '-']);
    expect(openings(frozen, missed, ...at)).toEqual(['late', '-']);
    // Also once the late entry was handed in.
    const again = { ...missed, state: 'submitted', submission: 1 } as const;
    expect(openings(frozen, again, ...at)).toEqual(['late', '-']);
  });

  test('is the wider one where the deadline was moved, before, during and after', () => {
    const at = [asked, later(moved, -1), moved, later(ends, -1), ends];
    const open = (entry: typeof waiting) => [
      ...openings(extended, entry, ...at.slice(0, 2)),
      ...openings(extendedFrozen, entry, ...at.slice(2)),
    ];
    expect(open(waiting)).toEqual(['submissions', 'submissions', 'supplement', 'supplement', '-']);
    expect(open(missed)).toEqual(['submissions', 'submissions', 'late', 'late', '-']);
    const longer = editionWith({ closesAt: later(ends, hour) });
    expect(openings(longer, waiting, later(ends, -1), ends)).toEqual([
      'submissions',
      'submissions',
    ]);
  });

  test('of an exception is wider than that of a supplement', () => {
    expect(openings(frozen, { ...waiting, late }, asked)).toEqual(['late']);
  });

  test('is none once it is decided, taken back, answered, or judging has begun', () => {
    for (const state of ['eligible', 'ineligible', 'withdrawn'] as const) {
      expect(openings(frozen, { ...waiting, state }, asked)).toEqual(['-']);
      expect(openings(frozen, { ...missed, state }, asked)).toEqual(['-']);
    }
    const answered = { ...waiting, supplement: { ...supplement, answeredAt: asked } };
    expect(openings(frozen, answered, asked)).toEqual(['-']);
    expect(openings(judging, waiting, asked)).toEqual(['-']);
    expect(openings(judging, missed, asked)).toEqual(['-']);
  });
});

describe('why it is closed', () => {
  const closed = (receivedAt: string, last: string) => ({
    code: 'phase-closed',
    receivedAt,
    opensAt,
    closesAt: last,
  });

  test('names the last of its closing times', () => {
    expect(whyNotEdit(frozen, entryWith(), ends)).toEqual(closed(ends, closesAt));
    expect(whyNotEdit(frozen, waiting, ends)).toEqual(closed(ends, ends));
    expect(whyNotEdit(frozen, missed, ends)).toEqual(closed(ends, ends));
    const longer = editionWith({ phase: 'frozen', closesAt: later(ends, hour) });
    const after = later(ends, hour);
    expect(whyNotEdit(longer, waiting, after)).toEqual(closed(after, after));
  });

  test('an answered supplement was closed by its answer', () => {
    const answeredAt = later(asked, 1);
    const answered = { ...waiting, supplement: { ...supplement, answeredAt } };
    expect(whyNotEdit(frozen, answered, later(asked, 2))).toEqual(
      closed(later(asked, 2), answeredAt),
    );
  });

  test('it would be open, had judging not begun', () => {
    const begun = { code: 'state-conflict', state: 'judging' };
    expect(whyNotEdit(judging, waiting, asked)).toEqual(begun);
    expect(whyNotEdit(judging, missed, asked)).toEqual(begun);
    expect(whyNotEdit(judging, waiting, ends)).toEqual(closed(ends, ends));
  });

  test.each(['eligible', 'ineligible', 'withdrawn'] as const)('it is %s', (state: EntryState) => {
    expect(whyNotEdit(frozen, { ...waiting, state }, asked)).toEqual({
      code: 'state-conflict',
      state,
    });
  });
});

describe('a supplement', () => {
  const notReopened = { code: 'state-conflict', state: 'not-reopened' };

  test('opens documents of the kinds that it names', () => {
    expect(whyNotEditDocument(frozen, waiting, 'minh-chung', asked)).toBeUndefined();
    expect(whyNotEditDocument(frozen, waiting, 'thuyet-minh', asked)).toEqual(notReopened);
    expect(whyNotEditDocument(frozen, waiting, 'minh-chung', ends)?.code).toBe('phase-closed');
    expect(whyNotEditDocument(extended, waiting, 'thuyet-minh', asked)).toBeUndefined();
    expect(whyNotEditDocument(frozen, missed, 'thuyet-minh', asked)).toBeUndefined();
  });

  test('does not let the entry be taken back', () => {
    expect(refusalOf(() => withdrawEntry(frozen, waiting, asked))).toEqual(notReopened);
    expect(whyNotWithdraw(extended, waiting, asked)).toBeUndefined();
    expect(withdrawEntry(frozen, missed, asked).state).toBe('withdrawn');
  });

  test('is answered by whatever is handed in while it is open', () => {
    const plan = examplePlan();
    const facts = { plan, dossier: dossierWith(), last: undefined };
    const answered = (edition: typeof frozen, entry: typeof waiting, now: string) =>
      submitEntry({ ...facts, edition, entry }, 1, now).entry.supplement;
    expect(answered(extended, waiting, asked)).toEqual({ ...supplement, answeredAt: asked });
    const ranOut = { ...waiting, supplement: { ...supplement, closesAt: asked } };
    expect(answered(extended, ranOut, asked)).toEqual(ranOut.supplement);
    expect(submitEntry({ ...facts, edition: frozen, entry: missed }, 1, asked).entry).toEqual({
      ...missed,
      content: contentWith(),
      state: 'submitted',
      submission: 1,
      submittedAt: asked,
      version: 2,
    });
  });
});
