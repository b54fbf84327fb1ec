import { describe, expect, test } from 'vitest';
import { addDocument } from '../../lib/contest/add-document.ts';
import {
  confirmDocument,
  currentDocument,
  currentDocuments,
  type Dossier,
  type DossierDocument,
  documentOf,
  removeDocument,
} from '../../lib/contest/dossier.ts';
import { isFileName } from '../../lib/contest/file-name.ts';
import { documentContentTypes, type Plan } from '../../lib/contest/plan.ts';
import { whyNotReadable } from '../../lib/contest/readable.ts';
import { itemBytes } from '../../lib/platform/item-size.ts';
import { checkWrite } from '../../lib/platform/table-limits.ts';
import { changedDossier } from '../../lib/store/entries.ts';
import {
  documentWith,
  dossierWith,
  inTime,
  later,
  ticketedWith,
} from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const plan = examplePlan();
const mebibyte = 1024 * 1024;
const offer = {
  kind: 'minh-chung',
  fileName: 'a.pdf',
  contentType: 'application/pdf',
  size: 1000,
  sha256: 'b'.repeat(64),
};
const made = { documentId: 'new', now: inTime };

const add = (dossier: Dossier, changes: object = {}, of: Plan = plan, now = inTime) =>
  addDocument({ plan: of, trackId: 'du-an', dossier }, { ...offer, ...changes }, { ...made, now });

/** So many documents of a kind, of that size each. */
const many = (count: number, changes: Partial<DossierDocument> = {}) =>
  Array.from({ length: count }, (_, at) => documentWith({ documentId: `doc-${at}`, ...changes }));

describe('a ticket', () => {
  test('adds the document as it was offered', () => {
    expect(add(dossierWith([]))).toEqual({
      ...dossierWith([]),
      documents: [
        { documentId: 'new', ...offer, ticketedAt: inTime, inspection: { verdict: 'pending' } },
      ],
      version: 1,
    });
  });

  const refused = (error: object) => ({ code: 'validation-failed', errors: [error] });

  test('is given for the documents of the track alone', () => {
    const error = refused({ pointer: '/kind', code: 'not-allowed' });
    expect(refusalOf(() => add(dossierWith([]), { kind: 'video' }))).toEqual(error);
    const documents = plan.documents.map((one) =>
      one.kind === 'minh-chung' ? { ...one, tracks: ['y-tuong'] } : one,
    );
    expect(refusalOf(() => add(dossierWith([]), {}, { ...plan, documents }))).toEqual(error);
  });

  test('is given for the types of the document alone', () => {
    expect(
      refusalOf(() => add(dossierWith([]), { kind: 'thuyet-minh', contentType: 'image/png' })),
    ).toEqual(refused({ pointer: '/contentType', code: 'not-allowed' }));
    expect(add(dossierWith([]), { contentType: 'image/png' }).version).toBe(1);
  });

  test('is given up to the size of the document', () => {
    const most = 20 * mebibyte;
    expect(add(dossierWith([]), { size: most }).version).toBe(1);
    expect(refusalOf(() => add(dossierWith([]), { size: most + 1 }))).toEqual(
      refused({ pointer: '/size', code: 'too-large', limit: most }),
    );
  });
});

describe('quotas', () => {
  const exceeded = (limit: string, allowed: number) => ({ code: 'quota-exceeded', limit, allowed });
  const evidence = { kind: 'minh-chung' };

  test('so many documents of one kind', () => {
    expect(add(dossierWith(many(4, evidence))).version).toBe(5);
    expect(refusalOf(() => add(dossierWith(many(5, evidence))))).toEqual(
      exceeded('documents.minh-chung', 5),
    );
  });

  test('so many files of an entry', () => {
    const others = (count: number) => dossierWith(many(count, { kind: 'other', size: 1 }));
    expect(add(others(9)).documents.length).toBe(10);
    expect(refusalOf(() => add(others(10)))).toEqual(exceeded('filesPerEntry', 10));
  });

  test('so many bytes of an entry, the new ones included', () => {
    const four = dossierWith(many(4, { kind: 'other', size: 25 * mebibyte - 250 }));
    expect(add(four, { size: 1000 }).version).toBe(5);
    expect(refusalOf(() => add(four, { size: 1001 }))).toEqual(
      exceeded('bytesPerEntry', 100 * mebibyte),
    );
  });

  test('two hundred files ever, with those that were taken out', () => {
    const roomy: Plan = { ...plan, limits: { ...plan.limits, filesPerEntry: 100 } };
    const gone = (count: number) => dossierWith(many(count, { removedAt: inTime }));
    expect(add(gone(199), {}, roomy).documents.length).toBe(200);
    expect(refusalOf(() => add(gone(200), {}, roomy))).toEqual(exceeded('documentsEver', 200));
    // Tickets that nobody used are not kept, so they do not count.
    const unused = Array.from({ length: 10 }, (_, at) => ticketedWith({ documentId: `t-${at}` }));
    const both = dossierWith([...gone(199).documents, ...unused]);
    const now = later(inTime, 15 * 60_000 + 1);
    expect(add(both, {}, roomy, now).documents.length).toBe(200);
  });

  test('which fit into one item, however long their names', () => {
    const longest = documentWith({
      kind: 'k'.repeat(40),
      fileName: `${'ế'.repeat(83)}.pdf`,
      documentId: '0190a6e0-7f4d-7abc-8def-000000000000',
      contentType: documentContentTypes.toSorted((a, b) => b.length - a.length)[0]!,
      size: 524_288_000,
      removedAt: inTime,
      // S3 gives ids of 32 characters and does not promise that.
      stored: { versionId: 'v'.repeat(256), confirmedAt: inTime },
      inspection: { verdict: 'rejected', versionId: 'v'.repeat(256), reason: 'signature-mismatch' },
    });
    expect([isFileName(longest.fileName), isFileName(`${longest.fileName}abc`)]).toEqual([
      true,
      false,
    ]);
    const documents = Array.from({ length: 200 }, () => longest);
    const id = '0190a6e0-7f4d-7abc-8def-000000000000';
    const full = { editionId: 'e'.repeat(40), entryId: id, documents, version: 9999 };
    const { action } = changedDossier(full);
    expect(action.kind === 'put' && itemBytes(action.item)).toBeLessThan(400 * 1024);
    expect(() => checkWrite([action])).not.toThrow();
  });

  test('what was removed or rejected takes up no room', () => {
    const removed = { ...evidence, removedAt: inTime };
    const rejected = {
      ...evidence,
      inspection: { verdict: 'rejected', versionId: 'v1', reason: 'structure' },
    } as const;
    expect(add(dossierWith(many(5, removed))).documents.length).toBe(6);
    expect(add(dossierWith(many(5, rejected))).documents.length).toBe(6);
  });

  test('a ticket takes up room for fifteen minutes, a confirmed document for good', () => {
    const minutes = 60_000;
    const dossier = dossierWith([ticketedWith({ kind: 'thuyet-minh' })]);
    const next = { kind: 'thuyet-minh' };
    expect(refusalOf(() => add(dossier, next, plan, later(inTime, 15 * minutes)))).toEqual(
      exceeded('documents.thuyet-minh', 1),
    );
    const past = later(inTime, 15 * minutes + 1);
    expect(add(dossier, next, plan, past)).toEqual({
      ...dossier,
      documents: [
        {
          documentId: 'new',
          ...offer,
          ...next,
          ticketedAt: past,
          inspection: { verdict: 'pending' },
        },
      ],
      version: 2,
    });
    expect(refusalOf(() => add(dossierWith(), next, plan, later(past, 30 * 86_400_000)))).toEqual(
      exceeded('documents.thuyet-minh', 1),
    );
  });
});

describe('confirmation', () => {
  const ticketed = dossierWith([ticketedWith()]);
  const stored = { versionId: 'v7', size: 1000 };

  test('pins the version that lies in the store', () => {
    expect(confirmDocument(ticketed, 'doc-1', stored, inTime)).toEqual({
      ...ticketed,
      documents: [documentWith({ stored: { versionId: 'v7', confirmedAt: inTime } })],
      version: 2,
    });
  });

  test('again changes nothing, whatever lies in the store by then', () => {
    const once = confirmDocument(ticketed, 'doc-1', stored, inTime);
    const other = { versionId: 'v8', size: 2000 };
    expect(confirmDocument(once, 'doc-1', other, later(inTime, 1))).toBe(once);
    expect(confirmDocument(once, 'doc-1', undefined, later(inTime, 1))).toBe(once);
  });

  test('is refused while nothing, or something else, lies there', () => {
    const incomplete = {
      code: 'upload-incomplete',
      missing: [{ code: 'not-uploaded', document: 'thuyet-minh' }],
    };
    for (const there of [undefined, { ...stored, size: 999 }, { ...stored, size: 1001 }]) {
      expect(refusalOf(() => confirmDocument(ticketed, 'doc-1', there, inTime))).toEqual(
        incomplete,
      );
    }
  });

  test('says why a file was turned away', () => {
    const rejected = { verdict: 'rejected', versionId: 'v7', reason: 'malware' } as const;
    const refusal = { code: 'file-rejected', reason: 'malware' };
    for (const document of [
      ticketedWith({ inspection: rejected }),
      documentWith({ inspection: rejected }),
    ]) {
      const dossier = dossierWith([document]);
      expect(refusalOf(() => confirmDocument(dossier, 'doc-1', stored, inTime))).toEqual(refusal);
    }
  });

  test('finds neither an unknown document nor one that was taken out', () => {
    const notFound = { code: 'not-found' };
    expect(refusalOf(() => confirmDocument(ticketed, 'doc-2', stored, inTime))).toEqual(notFound);
    const removed = dossierWith([documentWith({ removedAt: inTime })]);
    expect(refusalOf(() => confirmDocument(removed, 'doc-1', stored, inTime))).toEqual(notFound);
  });
});

describe('removal', () => {
  const now = later(inTime, 1);

  test('takes a confirmed file out of the draft and keeps it for what was submitted', () => {
    const dossier = removeDocument(dossierWith(), 'doc-1', now);
    expect(dossier).toEqual({
      ...dossierWith(),
      documents: [documentWith({ removedAt: now })],
      version: 2,
    });
    expect(currentDocuments(dossier)).toEqual([]);
    expect(documentOf(dossier, 'doc-1')).toEqual(documentWith({ removedAt: now }));
    expect(refusalOf(() => currentDocument(dossier, 'doc-1'))).toEqual({ code: 'not-found' });
    expect(refusalOf(() => removeDocument(dossier, 'doc-1', now))).toEqual({ code: 'not-found' });
  });

  test('drops a ticket that was never used', () => {
    const other = documentWith({ documentId: 'doc-2' });
    expect(removeDocument(dossierWith([ticketedWith(), other]), 'doc-1', now)).toEqual({
      ...dossierWith([other]),
      version: 3,
    });
  });
});

describe('a reader gets a file', () => {
  const clean = { verdict: 'clean', versionId: 'v1' } as const;

  test('that was found clean in the very version that was confirmed', () => {
    expect(whyNotReadable(documentWith({ inspection: clean }))).toBeUndefined();
    expect(whyNotReadable(documentWith({ inspection: { ...clean, versionId: 'v2' } }))).toEqual({
      code: 'scan-pending',
    });
  });

  test('not before every verdict is there', () => {
    for (const found of [{}, { structure: 'v1' }, { scan: 'v1' }]) {
      expect(
        whyNotReadable(documentWith({ inspection: { verdict: 'pending', ...found } })),
      ).toEqual({ code: 'scan-pending' });
    }
  });

  test('not before it is confirmed, and never once rejected', () => {
    expect(whyNotReadable(ticketedWith({ inspection: clean }))).toEqual({
      code: 'upload-incomplete',
      missing: [{ code: 'not-uploaded', document: 'thuyet-minh' }],
    });
    const rejected = { verdict: 'rejected', versionId: 'v1', reason: 'encrypted' } as const;
    expect(whyNotReadable(documentWith({ inspection: rejected }))).toEqual({
      code: 'file-rejected',
      reason: 'encrypted',
    });
  });
});
