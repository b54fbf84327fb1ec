import { readFile } from 'node:fs/promises';
import { receiptQuery, receiptView } from '../../contract/receipt-views.ts';
import { fieldErrors } from '../../http/field-errors.ts';
import type { ReceiptClaims } from '../../store/receipt.ts';
import { hasCode } from './durable-write.ts';
import { UsageError } from './usage-error.ts';

/** A receipt as somebody kept it: what it says, and the signature that is to be checked. */
export interface KeptReceipt {
  readonly claims: ReceiptClaims;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** Only a hint at the key: it is not signed. */
  readonly keyId: string;
}

/** How far the files were checked when it was written is no part of what was signed. */
const receiptFile = receiptView
  .omit({ scan: true })
  .extend({ signature: receiptQuery.shape.signature });

/** Reads a file with the JSON that `submitEntry` or `getReceipt` answered. @throws UsageError where it is none */
export async function readReceipt(path: string): Promise<KeptReceipt> {
  const json = parsed(path, await textOf(path));
  const result = receiptFile.safeParse(json);
  if (!result.success) {
    const [first] = fieldErrors(result.error, json);
    throw new UsageError(`${path} is no receipt: ${first?.pointer || 'it'} is ${first?.code}`);
  }
  const { signature, keyId, ...claims } = result.data;
  return { claims, keyId, signature: Buffer.from(signature, 'base64url') };
}

async function textOf(path: string): Promise<string> {
  try {
    // A decoder, because editors put a byte order mark before what they save, and JSON has none.
    return new TextDecoder().decode(await readFile(path));
  } catch (error) {
    if (!hasCode(error, ['ENOENT', 'EISDIR', 'EACCES'])) throw error;
    throw new UsageError(`${path} cannot be read`);
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no receipt: it is not JSON`);
  }
}
