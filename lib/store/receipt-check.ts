import { hash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Table } from '../platform/table.ts';
import { verifySignature } from '../platform/verify-signature.ts';
import { type StoredSubmission, submissionSchema } from './item-schemas.ts';
import { read } from './items.ts';
import { keys } from './keys.ts';
import { receiptBytes, receiptClaims } from './receipt.ts';

/** What is printed on a receipt and finds it. */
export interface ReceiptPlace {
  readonly editionId: string;
  readonly code: string;
  readonly submission: number;
}

/** What a receipt is checked against. */
export interface Received {
  readonly submission: StoredSubmission;
  /** Nothing was handed in after it. */
  readonly latest: boolean;
  /** The entry was taken back since. */
  readonly withdrawn: boolean;
}

const takenCode = z.object({ entryId: z.string() });
/** All that a receipt's holder is told of the entry. */
const entryNow = z.object({ state: z.string(), submission: z.int() });

/** Of no entry. */
const NOBODY = 'none';

/**
 * What was received at this place, undefined when nothing was. An unknown code takes the same two reads, one after the
 * other, so that the time they take tells nobody which codes there are.
 */
export async function loadReceived(
  table: Table,
  { editionId, code, submission }: ReceiptPlace,
): Promise<Received | undefined> {
  const taken = read(takenCode, await table.get(keys.code(editionId, code)));
  const entryId = taken?.entryId ?? NOBODY;
  const [entryItem, submissionItem] = await table.getMany([
    keys.entry(editionId, entryId),
    keys.submissionVersion(editionId, entryId, submission),
  ]);
  const entry = read(entryNow, entryItem);
  const received = read(submissionSchema, submissionItem);
  if (entry === undefined || received === undefined) return undefined;
  const latest = entry.submission === submission;
  return { submission: received, latest, withdrawn: entry.state === 'withdrawn' };
}

/**
 * Whether this is the signature that was given for what was received at this place, and the key whose raw public half is
 * given made it over what is stored: a table that somebody changed proves nothing.
 */
export function isReceiptOf(
  { submission }: Received,
  asked: ReceiptPlace & { readonly signature: string },
  publicKey: Uint8Array,
): boolean {
  if (!isSameText(submission.receipt.signature, asked.signature)) return false;
  const claims = receiptClaims(submission);
  return (
    claims.editionId === asked.editionId &&
    claims.code === asked.code &&
    claims.submission === asked.submission &&
    verifySignature(publicKey, receiptBytes(claims), Buffer.from(asked.signature, 'base64url'))
  );
}

/** In a time that does not tell how much of them is the same. */
const isSameText = (a: string, b: string): boolean =>
  timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'));
