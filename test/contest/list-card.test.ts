import { describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/contest/entry.ts';
import { type CardFacts, type ListCard, nextCard } from '../../lib/contest/list-card.ts';
import {
  contentWith,
  contentWithout,
  documentWith,
  entryWith,
  inTime,
} from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';

const plan: CardFacts['plan'] = {
  planVersion: 1,
  plan: examplePlan(),
  changedAt: inTime,
  changedBy: 'an',
  reason: '',
  documentNumber: '',
};
const dossier = {
  editionId: 'kon-tum-2022',
  entryId: 'entry-1',
  documents: [documentWith()],
  version: 2,
};
const draftFacts: CardFacts = { entry: entryWith(), dossier, submission: undefined, plan };

const submission: Submission = {
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
};
const submitted = entryWith({ state: 'submitted', submission: 1, submittedAt: inTime, version: 2 });
const submittedFacts: CardFacts = { entry: submitted, dossier, submission, plan };

/** The card of an entry that has none. */
function cardOf(facts: CardFacts): ListCard {
  const card = nextCard(facts, undefined);
  if (typeof card === 'string') throw new Error(card);
  return card;
}

const wholeCard: ListCard = {
  editionId: 'kon-tum-2022',
  entryId: 'entry-1',
  code: 'KT22-7Q4MZ2',
  state: 'draft',
  title: 'Trà Sâm Ngọc Linh',
  trackId: 'du-an',
  fieldId: 'duoc-lieu',
  applicantName: 'A Dôn',
  applicantKind: 'individual',
  submission: 0,
  createdAt: inTime,
  missing: 0,
  missingDocuments: [],
  opinions: 0,
  fold: 'tra sam ngoc linh a don a don kt22 7q4mz2 kt227q4mz2 84900000001 0900000001',
  entryVersion: 1,
  dossierVersion: 2,
  planVersion: 1,
  version: 1,
};

describe('the card of an entry', () => {
  it('is of the draft as long as nothing was handed in', () => {
    expect(cardOf(draftFacts)).toEqual(wholeCard);
  });

  it('counts what a draft lacks, and names its documents once', () => {
    const turnedAway = documentWith({
      inspection: { verdict: 'rejected', versionId: 'v1', reason: 'structure' },
    });
    const card = cardOf({
      ...draftFacts,
      entry: entryWith({ content: contentWithout('summary', 'fieldId', 'applicant') }),
      dossier: { ...dossier, documents: [turnedAway] },
    });
    expect(card).not.toHaveProperty('applicantName');
    // Summary, field, applicant; the document, as missing and as turned away.
    expect([card.missing, card.missingDocuments]).toEqual([5, ['thuyet-minh']]);
  });

  it('is of what was handed in, whatever the draft and its files have become', () => {
    const entry = entryWith({
      ...submitted,
      content: contentWith({ title: 'Bản nháp', trackId: 'y-tuong', members: [] }),
      version: 3,
    });
    const documents = [
      documentWith({ removedAt: inTime }),
      documentWith({ documentId: 'doc-2', inspection: rejected('v2') }),
    ];
    expect(cardOf({ ...submittedFacts, entry, dossier: { ...dossier, documents } })).toEqual({
      ...wholeCard,
      state: 'submitted',
      submission: 1,
      submittedAt: inTime,
      entryVersion: 3,
    });
  });

  it('says that a file was turned away after it was handed in', () => {
    const documents = [documentWith({ inspection: rejected('v1') })];
    const card = cardOf({ ...submittedFacts, dossier: { ...dossier, documents } });
    expect(card.missingDocuments).toEqual(['thuyet-minh']);
  });

  it('has supplement, opinions and late admission', () => {
    const opinion = { decision: 'eligible', reasons: [], by: 'thu-ky', at: inTime } as const;
    const supplement = {
      fields: ['summary'],
      documents: [],
      message: 'Bổ sung',
      requestedBy: 'thu-ky',
      requestedAt: inTime,
      closesAt: '2022-08-10T10:00:00.000Z',
    };
    const late = {
      closesAt: '2022-08-05T10:00:00.000Z',
      reason: 'Bão',
      documentNumber: '95/QĐ-BTC',
      by: 'an',
      at: inTime,
    };
    const of = (changes: object) =>
      cardOf({ ...submittedFacts, entry: { ...submitted, ...changes } });
    const { closesAt } = supplement;
    expect(of({ supplement, late, opinions: [opinion, opinion] })).toMatchObject({
      supplement: { closesAt, answered: false },
      lateUntil: late.closesAt,
      opinions: 2,
    });
    expect(of({ supplement: { ...supplement, answeredAt: inTime } }).supplement).toEqual({
      closesAt,
      answered: true,
    });
  });
});

describe('what stands already', () => {
  it('is current when nothing behind it moved, and replaced when anything did', () => {
    const before = { ...wholeCard, version: 7 };
    expect(nextCard(draftFacts, before)).toBe('current');
    const next = (facts: Partial<CardFacts>) => nextCard({ ...draftFacts, ...facts }, before);
    expect(next({ entry: entryWith({ version: 2 }) })).toEqual({
      ...wholeCard,
      entryVersion: 2,
      version: 8,
    });
    expect(next({ dossier: { ...dossier, version: 3 } })).toMatchObject({ dossierVersion: 3 });
    expect(next({ plan: { ...plan, planVersion: 2 } })).toMatchObject({ planVersion: 2 });
  });

  it.each(['entryVersion', 'dossierVersion', 'planVersion'] as const)(
    'is never replaced by facts of an older %s',
    (source) => {
      const before = { ...wholeCard, [source]: wholeCard[source] + 1 };
      expect(nextCard(draftFacts, before)).toBe('torn');
      const newer = { ...draftFacts, entry: entryWith({ version: 9 }) };
      if (source !== 'entryVersion') expect(nextCard(newer, before)).toBe('torn');
    },
  );

  it('waits for an entry and its submission that belong together', () => {
    expect(nextCard({ ...submittedFacts, submission: undefined }, undefined)).toBe('torn');
    expect(nextCard({ ...draftFacts, submission }, undefined)).toBe('torn');
    expect(
      nextCard({ ...submittedFacts, submission: { ...submission, submission: 2 } }, undefined),
    ).toBe('torn');
  });
});

function rejected(versionId: string) {
  return { verdict: 'rejected', versionId, reason: 'structure' } as const;
}
