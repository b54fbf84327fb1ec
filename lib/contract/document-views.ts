import * as z from 'zod';
import { isFileName } from '../contest/file-name.ts';
import { documentContentTypes } from '../contest/plan.ts';
import { moment } from './shared.ts';
import { id, refusedAs, sha256, uuid } from './text.ts';

export const documentView = z
  .object({
    documentId: uuid,
    kind: id,
    fileName: z.string(),
    contentType: z.string(),
    size: z.int(),
    sha256,
    confirmed: z.boolean(),
    inspection: z.enum(['pending', 'clean', 'rejected']),
    reason: z.string().exactOptional(),
  })
  .meta({
    id: 'Document',
    description: 'A file of a dossier: what it claims to be and what the inspection says.',
  });

/** A file's name as its owner sees it, in NFC; it is never part of a key. Code: invalid-filename. */
export const fileName = z
  .string()
  .overwrite((value) => value.normalize('NFC'))
  .refine(isFileName, refusedAs('invalid-filename'))
  .meta({
    minLength: 1,
    maxLength: 255,
    description: 'At most 255 bytes of UTF-8, without a path.',
  });

export const documentOffer = z
  .strictObject({
    kind: id,
    fileName,
    contentType: z.enum(documentContentTypes),
    size: z.int().min(1),
    sha256,
  })
  .meta({
    id: 'DocumentOffer',
    description: 'The file about to be uploaded: exactly these bytes will be taken.',
  });

export const uploadTicket = z
  .object({
    documentId: uuid,
    upload: z.object({
      method: z.literal('PUT'),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresAt: moment,
    }),
  })
  .meta({
    id: 'UploadTicket',
    description: 'Where and how to PUT the file, once, within minutes.',
  });

export const downloadLink = z
  .object({ url: z.string(), expiresAt: moment })
  .meta({ id: 'DownloadLink', description: 'Where the file can be fetched, for sixty seconds.' });
