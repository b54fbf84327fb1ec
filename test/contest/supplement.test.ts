import { describe, expect, test } from 'vitest';
import { type Entry, editEntry, submitEntry } from '../../lib/contest/entry.ts';
import { requestSupplement, withdrawSupplement } from '../../lib/contest/supplement.ts';
import {
  closesAt,
  contentWith,
  documentWith,
  dossierWith,
  editionWith,
  entryWith,
  later,
} from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const plan = examplePlan();
const edition = editionWith({ phase: 'frozen' });
const now = later(closesAt, 3_600_000);
const submitted = entryWith({ state: 'submitted', submission: 1 });
const facts = { edition, plan, entry: submitted, submission: { content: contentWith() } };
const wish = {
  fields: ['summary'],
  documents: ['minh-chung'],
  message: 'Bổ sung giấy chứng nhận',
  // 17:00 in Kon Tum is 10:00 UTC.
  closesAt: '2022-08-10T17:00',
};
const made = { by: 'secretary', now };
const supplement = {
  ...wish,
  closesAt: '2022-08-10T10:00:00.000Z',
  requestedBy: 'secretary',
  requestedAt: now,
};
const waiting: Entry = { ...submitted, supplement, version: 2 };

describe('a request', () => {
  const refused = (changes: object, of: Partial<typeof facts> = {}, at = now) =>
    refusalOf(() =>
      requestSupplement({ ...facts, ...of }, { ...wish, ...changes }, { ...made, now: at }),
    );
  const wrong = (...errors: readonly object[]) => ({ code: 'validation-failed', errors });
  const conflict = (state: string) => ({ code: 'state-conflict', state });

  test('opens what it names until its time by the clocks of the edition', () => {
    expect(requestSupplement(facts, wish, made)).toEqual(waiting);
  });

  test('is of known parts, each once, and of at least one', () => {
    expect(refused({ fields: [], documents: [] })).toEqual(
      wrong({ pointer: '/fields', code: 'required' }),
    );
    expect(
      refused({ fields: ['summary', 'trackId', 'summary'], documents: ['x', 'minh-chung', 'x'] }),
    ).toEqual(
      wrong(
        { pointer: '/fields/1', code: 'not-allowed' },
        { pointer: '/fields/2', code: 'repeated' },
        { pointer: '/documents/0', code: 'not-allowed' },
        { pointer: '/documents/2', code: 'not-allowed' },
      ),
    );
    expect(requestSupplement(facts, { ...wish, fields: [] }, made).supplement?.fields).toEqual([]);
  });

  test('is of documents of the track that was handed in', () => {
    const documents = plan.documents.map((one) =>
      one.kind === 'minh-chung' ? { ...one, tracks: ['y-tuong'] } : one,
    );
    const entry = { ...submitted, content: contentWith({ trackId: 'y-tuong' }) };
    expect(refused({}, { plan: { ...plan, documents }, entry })).toEqual(
      wrong({ pointer: '/documents/0', code: 'not-allowed' }),
    );
  });

  test('ends later than now, in sixty days at most, before the first round closes', () => {
    const at = (code: string, limit?: number | string) =>
      wrong({ pointer: '/closesAt', code, ...(limit === undefined ? {} : { limit }) });
    const closing = '2022-08-10T10:00:00.000Z';
    expect(refused({}, {}, closing)).toEqual(at('in-the-past'));
    expect(
      requestSupplement(facts, wish, { ...made, now: later(closing, -1) }).supplement?.closesAt,
    ).toBe(closing);
    expect(refused({ closesAt: '2022-08-25T17:00' })).toEqual(
      at('after-first-round', '2022-08-25T17:00'),
    );
    const last = { ...wish, closesAt: '2022-08-25T16:59:59' };
    expect(requestSupplement(facts, last, made).version).toBe(2);
    const [round, ...rest] = plan.rounds;
    if (!round) throw new Error('no round');
    const slow = { ...plan, rounds: [{ ...round, closesAt: '2023-08-25T17:00' }, ...rest] };
    const noon = '2022-08-01T10:00:00.000Z';
    expect(refused({ closesAt: '2022-09-30T17:00:01' }, { plan: slow }, noon)).toEqual(
      at('too-far', 60),
    );
    const sixty = { ...wish, closesAt: '2022-09-30T17:00' };
    expect(requestSupplement({ ...facts, plan: slow }, sixty, { ...made, now: noon }).version).toBe(
      2,
    );
    const paris = { ...slow, timeZone: 'Europe/Paris' };
    expect(refused({ closesAt: '2023-03-26T02:30' }, { plan: paris })).toEqual(
      at('no-such-local-time'),
    );
  });

  test('waits for the freeze and is over once judging has begun', () => {
    expect(refused({}, { edition: editionWith() })).toEqual({
      code: 'phase-closed',
      receivedAt: now,
      opensAt: '2022-07-31T10:01:00.000Z',
    });
    expect(refused({}, { edition: editionWith({ phase: 'judging' }) })).toEqual(
      conflict('judging'),
    );
  });

  test('is of a submitted entry that is not decided', () => {
    for (const state of ['draft', 'eligible', 'ineligible', 'withdrawn'] as const) {
      expect(refused({}, { entry: { ...submitted, state } })).toEqual(conflict(state));
    }
  });

  test('is one at a time; one that ran out or was answered is replaced', () => {
    expect(refused({}, { entry: waiting })).toEqual(conflict('supplement-open'));
    const longer = { ...wish, closesAt: '2022-08-12T17:00' };
    const at = { ...made, now: supplement.closesAt };
    expect(requestSupplement({ ...facts, entry: waiting }, longer, at).supplement?.closesAt).toBe(
      '2022-08-12T10:00:00.000Z',
    );
    const answered = { ...waiting, supplement: { ...supplement, answeredAt: now } };
    expect(requestSupplement({ ...facts, entry: answered }, wish, made)).toEqual({
      ...waiting,
      version: 3,
    });
  });
});

describe('withdrawal of a request', () => {
  test('closes what was opened, while it is', () => {
    expect(withdrawSupplement(waiting, now)).toEqual({ ...submitted, version: 3 });
    const closed = { code: 'state-conflict', state: 'supplement-closed' };
    expect(refusalOf(() => withdrawSupplement(waiting, supplement.closesAt))).toEqual(closed);
    const answered = { ...waiting, supplement: { ...supplement, answeredAt: now } };
    expect(refusalOf(() => withdrawSupplement(answered, now))).toEqual(closed);
    expect(refusalOf(() => withdrawSupplement(submitted, now))).toEqual({ code: 'not-found' });
  });
});

describe('an answer', () => {
  const edit = (changes: Parameters<typeof contentWith>[0], entry = waiting) =>
    editEntry({ edition, plan, entry }, contentWith(changes), now);

  test('changes what is named and nothing else', () => {
    expect(edit({ summary: 'Mới' }).content).toEqual(contentWith({ summary: 'Mới' }));
    const { fieldId: _, ...lacking } = contentWith({ title: 'Khác', summary: 'Mới' });
    expect(refusalOf(() => editEntry({ edition, plan, entry: waiting }, lacking, now))).toEqual({
      code: 'validation-failed',
      errors: [
        { pointer: '/title', code: 'not-reopened' },
        { pointer: '/fieldId', code: 'not-reopened' },
      ],
    });
  });

  const kept = documentWith();
  const removed = documentWith({ documentId: 'doc-2', kind: 'minh-chung', removedAt: now });
  const added = documentWith({ documentId: 'doc-3', kind: 'minh-chung' });
  const pinned = ({ documentId, kind }: typeof kept) => ({
    documentId,
    kind,
    fileName: 'Thuyết minh.pdf',
    contentType: 'application/pdf',
    size: 1000,
    sha256: 'a'.repeat(64),
    versionId: 'v1',
  });
  const last = { content: contentWith(), documents: [pinned(kept), pinned(removed)] };
  const submit = (entry = waiting, documents = [kept, removed, added], rules = plan) =>
    submitEntry({ edition, plan: rules, entry, dossier: dossierWith(documents), last }, 1, now);

  test('is the next version: the named parts as they are now', () => {
    const { entry, submission } = submit(edit({ summary: 'Mới' }));
    expect(submission).toEqual({
      editionId: 'kon-tum-2022',
      entryId: 'entry-1',
      code: 'KT22-7Q4MZ2',
      submission: 2,
      receivedAt: now,
      planVersion: 1,
      content: contentWith({ summary: 'Mới' }),
      documents: [pinned(kept), pinned(added)],
    });
    expect(entry.supplement).toEqual({ ...supplement, answeredAt: now });
  });

  test('takes nothing in that was changed after the last submission and is not named', () => {
    const draft = contentWith({ title: 'Nháp', summary: 'Mới', publicSummary: 'Nháp' });
    const strange = documentWith({ documentId: 'doc-4', kind: 'trinh-chieu' });
    const gone = { ...kept, removedAt: now };
    const { submission, entry } = submit({ ...waiting, content: draft }, [gone, strange, added]);
    expect(submission.content).toEqual(contentWith({ summary: 'Mới' }));
    expect(submission.documents).toEqual([pinned(kept), pinned(added)]);
    // The draft is the startup's own.
    expect(entry.content).toEqual(draft);
  });

  test('a named part may be left out, or lack what it needs', () => {
    const { summary: _, ...without } = contentWith();
    expect(refusalOf(() => submit({ ...waiting, content: without }))).toEqual({
      code: 'entry-incomplete',
      missing: [{ code: 'required', pointer: '/summary' }],
    });
    const entry = {
      ...waiting,
      supplement: { ...supplement, fields: [], documents: ['thuyet-minh'] },
    };
    expect(refusalOf(() => submit(entry, []))).toEqual({
      code: 'upload-incomplete',
      missing: [{ code: 'document-missing', document: 'thuyet-minh' }],
    });
  });

  test('rules that came later do not ask for what is closed', () => {
    const consents = plan.consents.map((one) => ({ ...one, required: true, version: 'mới' }));
    const rules = { ...plan, consents };
    expect(submit(waiting, [kept], rules).submission.content.consents).toEqual(
      contentWith().consents,
    );
    expect(editEntry({ edition, plan: rules, entry: waiting }, contentWith(), now).version).toBe(3);
    const open = { ...waiting, supplement: { ...supplement, fields: ['consents'] } };
    expect(refusalOf(() => submit(open, [kept], rules))).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/consents/0/version', code: 'outdated' }],
    });
  });
});
