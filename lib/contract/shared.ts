import * as z from 'zod';
import { id, instant, text, uuid } from './text.ts';

/** The schemas that several parts of the contract use. Replies are `z.object`: what they do not name is dropped. */

/** Of an operation without a body. */
export const noBody = z.undefined();

/** Of an operation without parameters in its query. */
export const noQuery = z.strictObject({});

export const bothLanguages = z
  .object({ vi: z.string(), en: z.string() })
  .meta({ id: 'Text', description: 'A text in Vietnamese and English.' });

/** An edition's id is chosen by whoever makes it: `kon-tum-2022`. */
export const editionPath = z.strictObject({ editionId: id });
export const entryPath = z.strictObject({ editionId: id, entryId: uuid });
export const documentPath = z.strictObject({ editionId: id, entryId: uuid, documentId: uuid });
export const roundPath = z.strictObject({ editionId: id, roundId: id });
export const roundEntryPath = z.strictObject({ editionId: id, roundId: id, entryId: uuid });
export const roundDocumentPath = z.strictObject({
  editionId: id,
  roundId: id,
  entryId: uuid,
  documentId: uuid,
});
export const invitationPath = z.strictObject({ editionId: id, invitationId: uuid });

export const teamInvitationPath = z.strictObject({
  editionId: id,
  entryId: uuid,
  invitationId: uuid,
});

/** A version of a plan: a decimal text, 1 to 9999. */
export const planVersionPath = z.strictObject({
  editionId: id,
  planVersion: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/)
    .transform(Number),
});

/** A version of the published result: a decimal text, 1 to 9999. */
export const resultVersionPath = z.strictObject({
  editionId: id,
  resultVersion: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/)
    .transform(Number),
});

/** A person's id is the issuer's subject: opaque to us. */
export const personId = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/);
export const personPath = z.strictObject({ editionId: id, personId });
export const teammatePath = z.strictObject({ editionId: id, entryId: uuid, personId });

/** `72/QĐ-BTC`: typed as the office's registry gave it. */
export const documentNumber = text(60);
export const reason = text(1000, { multiline: true });

/** Counts the changes of a thing; the ETag is this number in quotes. */
export const version = z.int().min(1);
export const moment = instant;
