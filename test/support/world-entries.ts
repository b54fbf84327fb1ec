import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { documentView } from '../../lib/contract/document-views.ts';
import type { entryContent } from '../../lib/contract/entry-content-schema.ts';
import type { entryView } from '../../lib/contract/entry-views.ts';
import type { receiptView } from '../../lib/contract/receipt-views.ts';
import { routes } from '../../lib/contract/routes.ts';
import { example } from './example-plan.ts';
import { minimalPdf } from './fixtures/pdf.ts';
import type { World } from './world.ts';
import type { Person } from './world-callers.ts';
import { people } from './world-people.ts';

export type Content = z.input<typeof entryContent>;
type EntryReply = z.output<typeof entryView>;
type DocumentReply = z.output<typeof documentView>;
type ReceiptReply = z.output<typeof receiptView>;

/** One of the six entries of examples/, complete but for its documents, with changes. */
export function exampleContent(at = 0, changes: Partial<Content> = {}): Content {
  const all = example('entries.json') as readonly Content[];
  const chosen = all[at];
  if (chosen === undefined) throw new Error(`no example entry ${at}`);
  return { ...chosen, ...changes };
}

/** Names of the communes of the examples. */
const communes = new Map([
  ['23446', 'Xã Măng Ri'],
  ['23512', 'Xã Đăk Mar'],
  ['23473', 'Xã Măng Đen'],
  ['23293', 'Phường Kon Tum'],
  ['23527', 'Xã Sa Thầy'],
  ['23332', 'Xã Đăk Rơ Wa'],
]);

/** The content as it is kept and shown: its address, one of the examples', with the names of the list. */
export function keptContent(content: Content): EntryReply['content'] {
  const { applicant, ...rest } = content;
  if (applicant === undefined) return rest;
  const { address, ...said } = applicant;
  if (address === undefined) return { ...rest, applicant: said };
  const communeName = communes.get(address.communeCode);
  if (communeName === undefined) throw new Error(`no example is in ${address.communeCode}`);
  const names = { provinceName: 'Tỉnh Quảng Ngãi', communeName, listVersion: '2025-07-01' };
  return { ...rest, applicant: { ...said, address: { ...address, ...names } } };
}

/** Lower-case hex. */
export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** What an applicant says of a file before it is uploaded. */
export const offerOf = (bytes: Uint8Array, kind = 'thuyet-minh') => ({
  kind,
  fileName: `${kind}.pdf`,
  contentType: 'application/pdf' as const,
  size: bytes.length,
  sha256: sha256Of(bytes),
});

/** A draft that somebody has begun. */
export async function draftEntry(
  world: World,
  owner: Person = people.applicant1,
  content: Content = exampleContent(),
): Promise<EntryReply> {
  return await world.as(owner).reply(routes.createEntry, { body: content });
}

/** A file ticketed, stored, confirmed and inspected. */
export async function uploadedDocument(
  world: World,
  entryId: string,
  { owner = people.applicant1, bytes = minimalPdf('Thuyet minh'), kind = 'thuyet-minh' } = {},
): Promise<DocumentReply> {
  const offer = offerOf(bytes, kind);
  const asOwner = world.as(owner);
  const { documentId } = await asOwner.reply(routes.requestUpload, {
    path: { entryId },
    body: offer,
  });
  const key = `${world.editionId}/${entryId}/${documentId}`;
  await world.documents.put(key, bytes, { contentType: offer.contentType });
  const path = { entryId, documentId };
  const document = await asOwner.reply(routes.confirmDocument, { path });
  await world.settle();
  return document;
}

/** An entry with its one required document, handed in. */
export async function submittedEntry(
  world: World,
  { owner = people.applicant1, content = exampleContent(), bytes = minimalPdf(content.title) } = {},
): Promise<{ entryId: string; code: string; documentId: string; receipt: ReceiptReply }> {
  const { entryId, code } = await draftEntry(world, owner, content);
  const { documentId } = await uploadedDocument(world, entryId, { owner, bytes });
  const receipt = await world
    .as(owner)
    .reply(routes.submitEntry, { path: { entryId }, body: { acceptedPlanVersion: 1 } });
  return { entryId, code, documentId, receipt };
}

/** Lets the deadline and its minute of grace pass, and the freeze run. */
export async function closeSubmissions(world: World): Promise<void> {
  await world.settle();
  world.at('2022-07-31T10:01:00.000Z');
  await world.settle();
}

/** A submitted entry that the secretariat let in, after the freeze. */
export async function screen(
  world: World,
  entryId: string,
  decision: 'eligible' | 'ineligible' = 'eligible',
): Promise<void> {
  const reasons = decision === 'eligible' ? [] : [{ code: 'sai-doi-tuong' }];
  const said = { path: { entryId }, body: { decision, reasons } };
  await world.as(people.secretary).reply(routes.screenEntry, said);
}
