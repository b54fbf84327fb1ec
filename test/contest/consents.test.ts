import { describe, expect, test } from 'vitest';
import { type ConsentRecord, consentActs, noConsents } from '../../lib/contest/consent-acts.ts';
import { consentStates, withdrawConsent, withoutMarks } from '../../lib/contest/consents.ts';
import type { Entry } from '../../lib/contest/entry.ts';
import type { EntryContent } from '../../lib/contest/entry-content.ts';
import { contentWith, editionWith, entryWith, inTime, later } from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const plan = examplePlan();
const version = '2022-05-20';
const toRun = { purpose: 'to-chuc', version };
const toName = { purpose: 'cong-bo', version };
const given = { act: 'given', version } as const;
const taken = { act: 'withdrawn', version } as const;

const minor = (name: string, consents: EntryContent['consents'], guardian = `Mẹ ${name}`) => ({
  name,
  role: 'member' as const,
  guardian: { name: guardian, phone: '+84900000002', consents },
});

const contentOf = (
  consents: EntryContent['consents'],
  ...members: EntryContent['members']
): EntryContent => contentWith({ consents, members: [{ name: 'Lan', role: 'lead' }, ...members] });

describe('what a save gives and takes back', () => {
  test('is every consent of a new entry, also for the guardians', () => {
    const content = contentOf([toRun, toName], minor('A', [toRun]));
    expect(consentActs(noConsents, content)).toEqual([
      { ...given, purpose: 'to-chuc' },
      { ...given, purpose: 'cong-bo' },
      { ...given, purpose: 'to-chuc', guardianOfMember: 1 },
    ]);
  });

  test('is nothing where nothing changed, in whatever order', () => {
    const before = contentOf([toRun, toName], minor('A', [toRun, toName]), minor('B', [toRun]));
    const after = contentOf([toName, toRun], minor('B', [toRun]), minor('A', [toName, toRun]));
    expect(consentActs(before, after)).toEqual([]);
    expect(consentActs(noConsents, contentOf([]))).toEqual([]);
    expect(consentActs(before, contentWith({ ...before, title: 'Khác' }))).toEqual([]);
  });

  test('is what was ticked and un-ticked, and a text agreed to in another version', () => {
    expect(consentActs(contentOf([toRun, toName]), contentOf([toRun]))).toEqual([
      { ...taken, purpose: 'cong-bo' },
    ]);
    const newer = { ...toRun, version: '2022-06-20' };
    expect(consentActs(contentOf([toRun]), contentOf([newer, toName]))).toEqual([
      { ...newer, act: 'given' },
      { ...given, purpose: 'cong-bo' },
    ]);
    expect(consentActs(contentOf([]), contentOf([toRun, toRun]))).toEqual([
      { ...given, purpose: 'to-chuc' },
    ]);
  });

  test('is each guardian’s own: another one agrees anew, one who leaves took nothing back', () => {
    const before = contentOf([], minor('A', [toRun, toName]));
    expect(consentActs(before, contentOf([], minor('A', [toRun])))).toEqual([
      { ...taken, purpose: 'cong-bo', guardianOfMember: 1 },
    ]);
    expect(consentActs(before, contentOf([], minor('A', [toRun], 'Bà Hoa')))).toEqual([
      { ...given, purpose: 'to-chuc', guardianOfMember: 1 },
    ]);
    expect(consentActs(before, contentOf([]))).toEqual([]);
  });
});

describe('how a purpose stands', () => {
  const record = (changes: Partial<ConsentRecord>): ConsentRecord => ({
    ...given,
    purpose: 'cong-bo',
    textSha256: 'a'.repeat(64),
    by: 'lan',
    at: inTime,
    ...changes,
  });

  test('is by its last act, and never before the first; a guardian’s is not the startup’s', () => {
    const [ofRunning, ofNaming] = plan.consents.map(({ purpose }) => purpose);
    expect([ofRunning, ofNaming]).toEqual(['to-chuc', 'cong-bo']);
    const records = [
      record({}),
      record({ act: 'withdrawn', at: later(inTime, 1) }),
      record({ at: later(inTime, 2) }),
      record({ act: 'withdrawn', at: later(inTime, 3), guardianOfMember: 1 }),
    ];
    const text = { version, textSha256: 'a'.repeat(64) };
    const naming = { purpose: 'cong-bo', required: false, ...text };
    const stands = (count: number, entry: Pick<Entry, 'withdrawnConsents'> = {}) =>
      consentStates(plan, entry, records.slice(0, count)).find(
        ({ purpose }) => purpose === 'cong-bo',
      );
    expect(stands(0)).toEqual({ purpose: 'cong-bo', required: false, state: 'never' });
    expect(stands(1)).toEqual({ ...naming, state: 'given', at: inTime });
    expect(stands(2)).toEqual({ ...naming, state: 'withdrawn', at: later(inTime, 1) });
    expect(stands(4)).toEqual({ ...naming, state: 'given', at: later(inTime, 2) });
    const mark = { purpose: 'cong-bo', by: 'lan', at: later(inTime, 9) };
    expect(stands(4, { withdrawnConsents: [mark] })).toEqual({
      ...naming,
      state: 'withdrawn',
      at: mark.at,
    });
  });
});

describe('taking a consent back', () => {
  const made = { by: 'lan', now: later(inTime, 1000) };
  const mark = (purpose: string) => ({ purpose, by: made.by, at: made.now });
  const content = contentOf([toRun, toName], minor('A', [toRun, toName]));
  const entry = entryWith({ content, state: 'submitted', submission: 1, takenTaxCode: '0100' });
  const submission = { content };
  const withdraw = (purpose: string, of = entry, edition = editionWith()) =>
    withdrawConsent({ edition, plan, entry: of, submission }, purpose, made);

  test('an optional one leaves the entry in the running, without it for all', () => {
    expect(withdraw('cong-bo')).toEqual({
      entry: {
        ...entry,
        content: contentOf([toRun], minor('A', [toRun])),
        withdrawnConsents: [mark('cong-bo')],
        version: 2,
      },
      acts: [
        { ...taken, purpose: 'cong-bo' },
        { ...taken, purpose: 'cong-bo', guardianOfMember: 1 },
      ],
    });
  });

  test.each(['open', 'frozen'] as const)('a required one ends the entry while %s', (phase) => {
    const { entry: after } = withdraw('to-chuc', entry, editionWith({ phase }));
    const { takenTaxCode: _, ...freed } = entry;
    expect(after).toEqual({
      ...freed,
      state: 'withdrawn',
      content: contentOf([toName], minor('A', [toName])),
      withdrawnConsents: [mark('to-chuc')],
      version: 2,
    });
  });

  test('a required one after judging has begun leaves it scored', () => {
    const judging = editionWith({ phase: 'judging' });
    const eligible = { ...entry, state: 'eligible' as const };
    const { entry: after } = withdraw('to-chuc', eligible, judging);
    expect([after.state, after.takenTaxCode]).toEqual(['eligible', '0100']);
    expect(after.withdrawnConsents).toEqual([mark('to-chuc')]);
  });

  test('twice is once', () => {
    for (const purpose of ['to-chuc', 'cong-bo']) {
      const once = withdraw(purpose).entry;
      const again = withdraw(purpose, once);
      expect(again.entry).toBe(once);
      expect(again.acts).toEqual([]);
    }
  });

  test('keeps the first mark, and adds no act to an un-ticking', () => {
    const unticked = { ...entry, content: contentOf([toRun]) };
    expect(withdraw('cong-bo', unticked)).toEqual({
      entry: { ...unticked, withdrawnConsents: [mark('cong-bo')], version: 2 },
      acts: [],
    });
    const earlier = { purpose: 'cong-bo', by: 'hoa', at: inTime };
    const marked = { ...entry, withdrawnConsents: [earlier] };
    const { entry: after, acts } = withdraw('cong-bo', marked);
    expect([after.withdrawnConsents, acts.length]).toEqual([[earlier], 2]);
  });

  test('a purpose taken back through the draft still ends the entry', () => {
    const marked = { ...entry, content: contentOf([]), withdrawnConsents: [mark('to-chuc')] };
    expect(withdraw('to-chuc', marked).entry.state).toBe('withdrawn');
  });

  test('is possible for an entry that was withdrawn, and for a guardian’s alone', () => {
    const withdrawn = { ...entry, state: 'withdrawn' as const };
    expect(withdraw('to-chuc', withdrawn).entry).toMatchObject({ state: 'withdrawn', version: 2 });
    const guardians = { content: contentOf([toRun], minor('A', [toName])) };
    const facts = { edition: editionWith(), plan, submission: undefined };
    const of = { ...facts, entry: { ...entry, ...guardians } };
    expect(withdrawConsent(of, 'cong-bo', made).acts).toEqual([
      { ...taken, purpose: 'cong-bo', guardianOfMember: 1 },
    ]);
  });

  test('of what nobody agreed to is of nothing', () => {
    expect(refusalOf(() => withdraw('khac'))).toEqual({ code: 'not-found' });
    const facts = { edition: editionWith(), plan, entry: entryWith(), submission: undefined };
    const refusal = refusalOf(() => withdrawConsent(facts, 'cong-bo', made));
    expect(refusal).toEqual({ code: 'not-found' });
  });

  test('is undone by agreeing anew, and by the startup alone', () => {
    const { entry: after } = withdraw('cong-bo');
    const anew = { ...given, purpose: 'cong-bo' };
    expect(withoutMarks(after, [anew])).not.toHaveProperty('withdrawnConsents');
    const others = [
      { ...anew, guardianOfMember: 1 },
      { ...anew, purpose: 'to-chuc' },
      { ...taken, purpose: 'cong-bo' },
    ];
    expect(withoutMarks(after, others)).toEqual(after);
    const two = { ...after, withdrawnConsents: [mark('to-chuc'), mark('cong-bo')] };
    expect(withoutMarks(two, [anew]).withdrawnConsents).toEqual([mark('to-chuc')]);
  });
});
