import type { Address } from '../../lib/contest/address.ts';
import type { Dossier, DossierDocument } from '../../lib/contest/dossier.ts';
import type { Edition } from '../../lib/contest/edition.ts';
import type { Entry } from '../../lib/contest/entry.ts';
import type { EntryContent } from '../../lib/contest/entry-content.ts';

/** Plain facts of one edition, complete and in order; a test changes what it is about. */
export const opensAt = '2022-05-20T01:00:00.000Z';
export const closesAt = '2022-07-31T10:00:00.000Z';
/** Within the window. */
export const inTime = '2022-06-15T03:00:00.000Z';

export const editionWith = (changes: Partial<Edition> = {}): Edition => ({
  editionId: 'kon-tum-2022',
  name: { vi: 'Cuộc thi', en: 'Contest' },
  phase: 'open',
  opensAt,
  closesAt,
  planVersion: 1,
  createdAt: '2022-05-01T00:00:00.000Z',
  version: 1,
  ...changes,
});

/** An address as it is kept. */
export const mangRi: Address = {
  listVersion: '2025-07-01',
  provinceCode: '51',
  provinceName: 'Tỉnh Quảng Ngãi',
  communeCode: '23446',
  communeName: 'Xã Măng Ri',
  detail: 'Thôn 5',
};

export const contentWith = (changes: Partial<EntryContent> = {}): EntryContent => ({
  title: 'Trà Sâm Ngọc Linh',
  trackId: 'du-an',
  fieldId: 'duoc-lieu',
  summary: 'Tóm tắt',
  publicSummary: 'Tóm tắt công khai',
  applicant: { kind: 'individual', name: 'A Dôn', phone: '+84900000001', address: mangRi },
  members: [{ name: 'A Dôn', role: 'lead' }],
  consents: [{ purpose: 'to-chuc', version: '2022-05-20' }],
  ...changes,
});

/** The content without some of its fields. */
export function contentWithout(...names: readonly (keyof EntryContent)[]): EntryContent {
  const left = Object.entries(contentWith()).filter(
    ([name]) => !names.some((each) => each === name),
  );
  return Object.fromEntries(left) as unknown as EntryContent;
}

export const entryWith = (changes: Partial<Entry> = {}): Entry => ({
  editionId: 'kon-tum-2022',
  entryId: 'entry-1',
  code: 'KT22-7Q4MZ2',
  ownerId: 'lan',
  state: 'draft',
  content: contentWith(),
  createdAt: inTime,
  submission: 0,
  version: 1,
  ...changes,
});

export const documentWith = (changes: Partial<DossierDocument> = {}): DossierDocument => ({
  documentId: 'doc-1',
  kind: 'thuyet-minh',
  fileName: 'Thuyết minh.pdf',
  contentType: 'application/pdf',
  size: 1000,
  sha256: 'a'.repeat(64),
  ticketedAt: inTime,
  stored: { versionId: 'v1', confirmedAt: inTime },
  inspection: { verdict: 'pending' },
  ...changes,
});

/** The document as it is before anybody confirmed its upload. */
export function ticketedWith(changes: Partial<DossierDocument> = {}): DossierDocument {
  const { stored: _, ...ticketed } = documentWith(changes);
  return ticketed;
}

export const dossierWith = (documents: readonly DossierDocument[] = [documentWith()]): Dossier => ({
  editionId: 'kon-tum-2022',
  entryId: 'entry-1',
  documents,
  version: documents.length,
});

/** Milliseconds later, or earlier when negative. */
export const later = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();
