import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDocument } from '../../lib/contest/add-document.ts';
import { confirmDocument, type Dossier, removeDocument } from '../../lib/contest/dossier.ts';
import { type Edition, freeze } from '../../lib/contest/edition.ts';
import {
  type Entry,
  editEntry,
  type Submission,
  submitEntry,
  withdrawEntry,
} from '../../lib/contest/entry.ts';
import { recordFinding } from '../../lib/contest/finding.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import {
  closesAt,
  contentWith,
  dossierWith,
  editionWith,
  entryWith,
  later,
} from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';

const plan = examplePlan();

/** One of what may happen to an entry; `slot` chooses among its documents. */
type Step =
  | { readonly act: 'wait'; readonly minutes: number }
  | { readonly act: 'edit'; readonly title: string; readonly isComplete: boolean }
  | { readonly act: 'ticket' | 'confirm' | 'remove' | 'reject'; readonly slot: number }
  | { readonly act: 'submit' | 'withdraw' | 'freeze' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ act: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    act: fc.constant('edit' as const),
    title: fc.constantFrom('A', 'B', 'C'),
    isComplete: fc.boolean(),
  }),
  fc.record({
    act: fc.constantFrom('ticket', 'confirm', 'remove', 'reject'),
    slot: fc.nat({ max: 3 }),
  }),
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('submit' as const) }) },
  fc.record({ act: fc.constantFrom('withdraw' as const, 'freeze' as const) }),
);

/** An entry from an hour before the close on, and all that was ever submitted of it. */
interface History {
  edition: Edition;
  entry: Entry;
  dossier: Dossier;
  now: string;
  readonly submitted: Submission[];
  /** The same, as text taken at the moment. */
  readonly copies: string[];
}

function take(history: History, next: Step, at: number): void {
  const { edition, entry, dossier, now } = history;
  const chosen = 'slot' in next ? (dossier.documents[next.slot]?.documentId ?? 'none') : 'none';
  switch (next.act) {
    case 'wait':
      history.now = later(now, next.minutes * 60_000);
      return;
    case 'edit': {
      const { summary: _, ...bare } = contentWith({ title: next.title });
      const content = next.isComplete ? contentWith({ title: next.title }) : bare;
      history.entry = editEntry({ edition, plan, entry }, content, now);
      return;
    }
    case 'ticket':
      history.dossier = addDocument(
        { plan, trackId: 'du-an', dossier },
        {
          kind: 'thuyet-minh',
          fileName: 'a.pdf',
          contentType: 'application/pdf',
          size: 10,
          sha256: 'a',
        },
        { documentId: `doc-${at}`, now },
      );
      return;
    case 'confirm':
      history.dossier = confirmDocument(dossier, chosen, { versionId: `v${at}`, size: 10 }, now);
      return;
    case 'remove':
      history.dossier = removeDocument(dossier, chosen, now);
      return;
    case 'reject': {
      const finding = { by: 'scan', clean: false, reason: 'malware', versionId: 'v' } as const;
      history.dossier = recordFinding(dossier, chosen, finding, true) ?? dossier;
      return;
    }
    case 'submit': {
      const made = submitEntry({ edition, plan, entry, dossier }, 1, now);
      history.entry = made.entry;
      history.submitted.push(made.submission);
      history.copies.push(JSON.stringify(made.submission));
      return;
    }
    case 'withdraw':
      history.entry = withdrawEntry(edition, entry, now);
      return;
    case 'freeze':
      history.edition = freeze(edition, now) ?? edition;
  }
}

function holds(history: History): void {
  const { entry, submitted, copies } = history;
  expect(entry.submission).toBe(submitted.length);
  expect(submitted.map((one) => one.submission)).toEqual(submitted.map((_, at) => at + 1));
  expect(submitted.map((one) => JSON.stringify(one))).toEqual(copies);
  const last = submitted.at(-1);
  expect(entry.submittedAt).toBe(last?.receivedAt);
  for (const { receivedAt, documents } of submitted) {
    expect(receivedAt < closesAt).toBe(true);
    expect(documents.map(({ kind }) => kind)).toEqual(['thuyet-minh']);
  }
}

/** A refused step changes nothing: whether it was refused. */
function isRefused(history: History, next: Step, at: number): boolean {
  const before = { ...history };
  try {
    take(history, next, at);
    return false;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(history).toEqual(before);
    return true;
  }
}

test('P5: the last submitted version stands, whatever is drafted, uploaded or refused later', () => {
  const seen = { submitted: 0, resubmitted: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const history: History = {
        edition: editionWith(),
        entry: entryWith(),
        dossier: dossierWith([]),
        now: later(closesAt, -3_600_000),
        submitted: [],
        copies: [],
      };
      const begin: Step[] = [
        { act: 'ticket', slot: 0 },
        { act: 'confirm', slot: 0 },
      ];
      for (const [at, next] of [...begin, ...steps].entries()) {
        if (isRefused(history, next, at)) seen.refused += 1;
        holds(history);
      }
      if (history.submitted.length > 0) seen.submitted += 1;
      if (history.submitted.length > 1) seen.resubmitted += 1;
    }),
    { numRuns: 2000 },
  );
  // The histories are worth something: many submit, some more than once, and many steps are refused.
  expect(seen.submitted).toBeGreaterThan(500);
  expect(seen.resubmitted).toBeGreaterThan(200);
  expect(seen.refused).toBeGreaterThan(2000);
});
