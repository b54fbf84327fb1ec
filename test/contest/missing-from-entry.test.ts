import { describe, expect, test } from 'vitest';
import type { DossierDocument } from '../../lib/contest/dossier.ts';
import type { EntryContent } from '../../lib/contest/entry-content.ts';
import { missingFromEntry } from '../../lib/contest/missing-from-entry.ts';
import {
  contentWith,
  documentWith,
  dossierWith,
  inTime,
  ticketedWith,
} from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';

const plan = examplePlan();

describe('what is still missing', () => {
  const missing = (
    content: EntryContent,
    documents: readonly DossierDocument[] = [documentWith()],
  ) => missingFromEntry(plan, content, dossierWith(documents));

  test('of a complete entry nothing', () => {
    expect(missing(contentWith())).toEqual([]);
  });

  test('of an empty draft everything', () => {
    const draft: EntryContent = { title: 'A', trackId: 'du-an', members: [], consents: [] };
    expect(missing(draft, [])).toEqual([
      { code: 'required', pointer: '/fieldId' },
      { code: 'required', pointer: '/summary' },
      { code: 'required', pointer: '/publicSummary' },
      { code: 'required', pointer: '/applicant' },
      { code: 'lead-missing', pointer: '/members' },
      { code: 'consent-missing', consent: 'to-chuc' },
      { code: 'document-missing', document: 'thuyet-minh' },
    ]);
  });

  test('optional consents are optional, another does not stand in for the required one', () => {
    const consents = [{ purpose: 'cong-bo', version: '2022-05-20' }];
    expect(missing(contentWith({ consents }))).toEqual([
      { code: 'consent-missing', consent: 'to-chuc' },
    ]);
  });

  test('a document counts once confirmed, scanned or not, and no longer when removed', () => {
    const absent = [{ code: 'document-missing', document: 'thuyet-minh' }];
    expect(missing(contentWith(), [ticketedWith()])).toEqual(absent);
    expect(missing(contentWith(), [documentWith({ removedAt: inTime })])).toEqual(absent);
    expect(missing(contentWith(), [documentWith({ kind: 'trinh-chieu' })])).toEqual(absent);
  });

  test('a rejected file stands in the way until it is removed', () => {
    const inspection = { verdict: 'rejected', versionId: 'v1', reason: 'structure' } as const;
    const rejected = documentWith({ documentId: 'doc-2', inspection });
    const refused = { code: 'document-rejected', document: 'thuyet-minh' };
    expect(missing(contentWith(), [rejected])).toEqual([
      { code: 'document-missing', document: 'thuyet-minh' },
      refused,
    ]);
    expect(missing(contentWith(), [documentWith(), rejected])).toEqual([refused]);
    expect(missing(contentWith(), [documentWith(), { ...rejected, removedAt: inTime }])).toEqual(
      [],
    );
    expect(missing(contentWith(), [documentWith(), ticketedWith({ inspection })])).toEqual([]);
  });
});
