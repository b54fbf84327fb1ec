import { describe, expect, test } from 'vitest';
import { contentErrors } from '../../lib/contest/content-errors.ts';
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
const members = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `Người ${at}`,
    role: at === 0 ? ('lead' as const) : ('member' as const),
  }));

describe('content that leads nowhere', () => {
  test('none of it', () => {
    expect(contentErrors(plan, contentWith())).toEqual([]);
  });

  test('all at once, each at its place', () => {
    const content = contentWith({
      trackId: 'x',
      fieldId: 'y',
      members: [...members(5), { name: 'Người 2', role: 'member' }],
      consents: [
        { purpose: 'to-chuc', version: '2022-05-19' },
        { purpose: 'z', version: '2022-05-20' },
      ],
    });
    const onlyTeams = { ...plan, applicantKinds: ['team'] as const };
    expect(contentErrors(onlyTeams, content)).toEqual([
      { pointer: '/trackId', code: 'not-allowed' },
      { pointer: '/fieldId', code: 'not-allowed' },
      { pointer: '/applicant/kind', code: 'not-allowed' },
      { pointer: '/members', code: 'too-many', limit: 5 },
      { pointer: '/members/5', code: 'repeated' },
      { pointer: '/consents/0/version', code: 'outdated' },
      { pointer: '/consents/1/purpose', code: 'not-allowed' },
    ]);
  });

  test('a team as large as the rules allow is none', () => {
    expect(contentErrors(plan, contentWith({ members: members(5) }))).toEqual([]);
    expect(contentErrors(plan, contentWith({ members: members(6) }))).toEqual([
      { pointer: '/members', code: 'too-many', limit: 5 },
    ]);
  });
});

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
