import { documentRoutes } from '../../../lib/contract/document-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { isSignedOut } from '../signed-out.ts';
import type { EntryPath } from './use-entry.ts';

type ContentType = Parameters<typeof offer>[1]['contentType'];

export type UploadPhase = 'hashing' | 'sending' | 'confirming';

const attempts = 4;

/** A little less than the five minutes in which an upload may begin, in milliseconds. */
const ticketLasts = 270_000;

/** The media type by the name's ending: phones send none for office files. */
const types: { readonly [ending: string]: ContentType | undefined } = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  mp4: 'video/mp4',
};

/** What the file seems to be, of the kinds a dossier may have. */
export const contentTypeOf = (name: string): ContentType | undefined =>
  types[name.toLowerCase().split('.').at(-1) ?? ''];

/**
 * Brings one file into the dossier: its SHA-256 is computed here, so that what was sent is what was kept. A broken upload is
 * tried again once there is a network; whether the bytes had arrived after all is asked first. `instead`: what never arrived
 * and takes the place. @throws ProblemError, TypeError without a connection
 */
export async function upload(
  path: EntryPath,
  file: {
    readonly kind: string;
    readonly contentType: ContentType;
    readonly file: File;
    readonly instead: string | undefined;
  },
  told: (phase: UploadPhase, part: number) => void,
): Promise<void> {
  told('hashing', 0);
  const bytes = await file.file.arrayBuffer();
  const offered = {
    kind: file.kind,
    fileName: file.file.name,
    contentType: file.contentType,
    size: bytes.byteLength,
    sha256: hex(await crypto.subtle.digest('SHA-256', bytes)),
  };
  let ticket = await newTicket(path, offered, file.instead);
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (Date.now() > ticket.renewAt) ticket = await newTicket(path, offered, ticket.documentId);
      told('sending', 0);
      await put(ticket.upload, bytes, (part) => told('sending', part));
      told('confirming', 1);
      await confirm(path, ticket.documentId);
      return;
    } catch (error) {
      if (isFinal(error) || attempt === attempts) throw error;
      await networkIsBack();
      if (await hasArrived(path, ticket.documentId)) return;
      await new Promise((resolve) => setTimeout(resolve, attempt * 1500));
    }
  }
}

/** A ticket to upload with; what had the place and never arrived is taken out before. */
async function newTicket(
  path: EntryPath,
  offered: Parameters<typeof offer>[1],
  instead: string | undefined,
) {
  const { editionId, entryId } = path;
  if (instead !== undefined) {
    const leftover = { editionId, entryId, documentId: instead };
    await api.call(documentRoutes.removeDocument, { path: leftover });
  }
  return { ...(await offer(path, offered)), renewAt: Date.now() + ticketLasts };
}

/** Trying again would change nothing. */
const isFinal = (error: unknown): boolean =>
  isSignedOut(error) || (error instanceof ProblemError && error.code !== 'upload-incomplete');

/** At once, unless the device knows that it has no network. */
async function networkIsBack(): Promise<void> {
  if (navigator.onLine) return;
  await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
}

async function offer(
  { editionId, entryId }: EntryPath,
  body: {
    readonly kind: string;
    readonly fileName: string;
    readonly contentType:
      | 'application/pdf'
      | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      | 'image/png'
      | 'image/jpeg'
      | 'video/mp4';
    readonly size: number;
    readonly sha256: string;
  },
) {
  return (await api.call(documentRoutes.requestUpload, { path: { editionId, entryId }, body }))
    .body;
}

async function confirm({ editionId, entryId }: EntryPath, documentId: string): Promise<void> {
  await api.call(documentRoutes.confirmDocument, { path: { editionId, entryId, documentId } });
}

async function hasArrived(path: EntryPath, documentId: string): Promise<boolean> {
  try {
    await confirm(path, documentId);
    return true;
  } catch (error) {
    if (isFinal(error)) throw error;
    return false;
  }
}

/** `fetch` tells nothing of its progress, so this is the older way. */
function put(
  target: { readonly url: string; readonly headers: { readonly [name: string]: string } },
  bytes: ArrayBuffer,
  progress: (part: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', target.url);
    for (const [name, value] of Object.entries(target.headers)) {
      // The browser writes its own length.
      if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    // Whatever the store answers, the confirmation tells whether the bytes are there.
    request.onload = () => resolve();
    request.onerror = () => reject(new TypeError('the upload was cut off'));
    request.send(bytes);
  });
}

const hex = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
