import { describe, expect, test } from 'vitest';
import { editEntry, submitEntry, withdrawEntry } from '../../lib/contest/entry.ts';
import type { EntryState } from '../../lib/contest/entry-state.ts';
import {
  closesAt,
  contentWith,
  contentWithout,
  documentWith,
  dossierWith,
  editionWith,
  entryWith,
  inTime,
  later,
  opensAt,
  ticketedWith,
} from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const plan = examplePlan();
const edition = editionWith();

describe('the draft', () => {
  const edit = (state: EntryState, now = inTime) =>
    editEntry({ edition, plan, entry: entryWith({ state }) }, contentWith({ title: 'B' }), now);

  test.each(['draft', 'submitted'] as const)('of the state %s is changed', (state) => {
    expect(edit(state)).toEqual(
      entryWith({ state, content: contentWith({ title: 'B' }), version: 2 }),
    );
  });

  test.each(['eligible', 'ineligible'] as const)('of %s is again after an extension', (state) => {
    expect(edit(state).state).toBe(state);
    expect(refusalOf(() => edit(state, closesAt))).toEqual({ code: 'state-conflict', state });
  });

  test('of withdrawn is not', () => {
    const state = 'withdrawn';
    expect(refusalOf(() => edit(state))).toEqual({ code: 'state-conflict', state });
  });

  test('is open as long as submissions are', () => {
    expect(edit('draft', later(closesAt, -1)).version).toBe(2);
    expect(refusalOf(() => edit('draft', closesAt))).toEqual({
      code: 'phase-closed',
      receivedAt: closesAt,
      opensAt,
      closesAt,
    });
  });

  test('may lack what a submission needs, but leads nowhere wrong', () => {
    const entry = entryWith();
    const bare = contentWithout('summary', 'applicant', 'fieldId');
    expect(editEntry({ edition, plan, entry }, bare, inTime).content).toEqual(bare);
    const wrong = contentWith({ trackId: 'x' });
    expect(refusalOf(() => editEntry({ edition, plan, entry }, wrong, inTime))).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/trackId', code: 'not-allowed' }],
    });
  });
});

describe('a submission', () => {
  const facts = { edition, plan, entry: entryWith(), dossier: dossierWith() };

  test('pins content and confirmed documents as they are', () => {
    const dossier = dossierWith([
      documentWith(),
      ticketedWith({ documentId: 'doc-2', kind: 'trinh-chieu' }),
      documentWith({ documentId: 'doc-3', kind: 'minh-chung', removedAt: inTime }),
    ]);
    const { entry, submission } = submitEntry({ ...facts, dossier }, 1, inTime);
    expect(submission).toEqual({
      editionId: 'kon-tum-2022',
      entryId: 'entry-1',
      code: 'KT22-7Q4MZ2',
      submission: 1,
      receivedAt: inTime,
      planVersion: 1,
      content: contentWith(),
      documents: [
        {
          documentId: 'doc-1',
          kind: 'thuyet-minh',
          fileName: 'Thuyết minh.pdf',
          contentType: 'application/pdf',
          size: 1000,
          sha256: 'a'.repeat(64),
          versionId: 'v1',
        },
      ],
    });
    expect(entry).toEqual(
      entryWith({ state: 'submitted', submission: 1, submittedAt: inTime, version: 2 }),
    );
  });

  test('again is the next one', () => {
    const first = submitEntry(facts, 1, inTime);
    const now = later(inTime, 1);
    const second = submitEntry({ ...facts, entry: first.entry }, 1, now);
    expect(second.submission).toEqual({ ...first.submission, submission: 2, receivedAt: now });
    expect(second.entry).toEqual({
      ...first.entry,
      submission: 2,
      submittedAt: now,
      version: 3,
    });
  });

  test('is in time until a millisecond before the close', () => {
    expect(submitEntry(facts, 1, later(closesAt, -1)).submission.submission).toBe(1);
    const closed = (receivedAt: string) => ({
      code: 'phase-closed',
      receivedAt,
      opensAt,
      closesAt,
    });
    expect(refusalOf(() => submitEntry(facts, 1, closesAt))).toEqual(closed(closesAt));
    const frozen = { ...facts, edition: editionWith({ phase: 'frozen' }) };
    expect(refusalOf(() => submitEntry(frozen, 1, inTime))).toEqual(closed(inTime));
  });

  test('accepts the rules as they are now', () => {
    const changed = { ...facts, edition: editionWith({ planVersion: 2 }) };
    expect(refusalOf(() => submitEntry(changed, 1, inTime))).toEqual({
      code: 'rules-changed',
      current: 2,
    });
    expect(refusalOf(() => submitEntry(facts, 2, inTime))).toEqual({
      code: 'rules-changed',
      current: 1,
    });
    expect(submitEntry(changed, 2, inTime).submission.planVersion).toBe(2);
  });

  test('with a consent to an older text is sent back to the draft', () => {
    const newer = plan.consents.map((one) => ({ ...one, version: '2022-06-01' }));
    expect(
      refusalOf(() => submitEntry({ ...facts, plan: { ...plan, consents: newer } }, 1, inTime)),
    ).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/consents/0/version', code: 'outdated' }],
    });
  });

  test('lacks documents only: upload-incomplete; anything else: entry-incomplete, with all of it', () => {
    const document = { code: 'document-missing', document: 'thuyet-minh' };
    const bare = { ...facts, dossier: dossierWith([]) };
    expect(refusalOf(() => submitEntry(bare, 1, inTime))).toEqual({
      code: 'upload-incomplete',
      missing: [document],
    });
    const entry = entryWith({ content: contentWithout('summary') });
    expect(refusalOf(() => submitEntry({ ...bare, entry }, 1, inTime))).toEqual({
      code: 'entry-incomplete',
      missing: [{ code: 'required', pointer: '/summary' }, document],
    });
  });
});

describe('withdrawal', () => {
  test.each(['draft', 'submitted'] as const)('of %s', (state) => {
    expect(withdrawEntry(edition, entryWith({ state }), inTime)).toEqual(
      entryWith({ state: 'withdrawn', version: 2 }),
    );
  });

  test('twice is once, also after the close', () => {
    const withdrawn = entryWith({ state: 'withdrawn' });
    expect(withdrawEntry(edition, withdrawn, inTime)).toBe(withdrawn);
    expect(withdrawEntry(editionWith({ phase: 'frozen' }), withdrawn, closesAt)).toBe(withdrawn);
  });

  test('is open as long as submissions are, and over once screened', () => {
    expect(withdrawEntry(edition, entryWith(), later(closesAt, -1)).state).toBe('withdrawn');
    expect(refusalOf(() => withdrawEntry(edition, entryWith(), closesAt))).toEqual({
      code: 'phase-closed',
      receivedAt: closesAt,
      opensAt,
      closesAt,
    });
    expect(
      refusalOf(() => withdrawEntry(edition, entryWith({ state: 'eligible' }), closesAt)),
    ).toEqual({ code: 'state-conflict', state: 'eligible' });
  });
});
