import { client } from '../../contract/client.ts';
import { ProblemError } from '../../contract/problem-error.ts';
import { submissionRoutes } from '../../contract/submission-routes.ts';
import { UnexpectedReply } from '../../contract/unexpected-reply.ts';
import { receiptBytes } from '../../store/receipt.ts';
import { keyIdOf, verifySignature } from '../verify-signature.ts';
import type { ReceiptCheckOptions } from './receipt-check-options.ts';
import { type KeptReceipt, readReceipt } from './receipt-file.ts';
import { type ComparedFiles, compareFiles } from './receipt-files.ts';

/** What a check came to. */
export interface ReceiptVerdict {
  /** 0: valid, and no file differs. 1: not so. 3: there was no key to check it with. */
  readonly status: 0 | 1 | 3;
  /** What to tell a person. Nothing of a receipt that is not valid is repeated. */
  readonly lines: readonly string[];
}

const KEY_BYTES = 32;
/** Longer than any answer takes that is on its way. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Checks a kept receipt, and files beside it, without the system that gave it; only its public key is asked for, unless
 * that was kept too. @throws UsageError for what is no receipt, no file or no key
 */
export async function checkReceipt(options: ReceiptCheckOptions): Promise<ReceiptVerdict> {
  const receipt = await readReceipt(options.receipt);
  const key = 'key' in options ? options.key : await keyOf(options.origin);
  if (typeof key === 'string') return { status: 3, lines: [key] };
  const { claims, signature } = receipt;
  if (!verifySignature(key, receiptBytes(claims), signature)) {
    return { status: 1, lines: [whyNotValid(receipt, keyIdOf(key))] };
  }
  const files = await compareFiles(claims.documents, options.files);
  const differs =
    files.strangers.length > 0 || files.documents.some(({ outcome }) => outcome === 'different');
  const lines = [...factsOf(receipt, keyIdOf(key)), ...linesOf(files, options.files.length > 0)];
  return { status: differs ? 1 : 0, lines };
}

/** The raw public key, or the sentence that says why there is none. */
async function keyOf(origin: string): Promise<Uint8Array | string> {
  try {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
    const { body } = await client({ origin }).call(submissionRoutes.getSigningKey, { signal });
    const key = Buffer.from(body.publicKey, 'base64url');
    if (key.length === KEY_BYTES) return key;
    return `${origin} gives no key: it is not of the kind that signs receipts`;
  } catch (error) {
    const isRefused = error instanceof ProblemError || error instanceof UnexpectedReply;
    if (isRefused) return `${origin} gives no key: it answered with status ${error.status}`;
    const isSilent = error instanceof DOMException && error.name === 'TimeoutError';
    // What `fetch` throws where there is no connection.
    if (isSilent || error instanceof TypeError) return `${origin} cannot be reached`;
    throw error;
  }
}

function whyNotValid({ keyId }: KeptReceipt, checkedWith: string): string {
  return keyId === checkedWith
    ? `NOT VALID: this is not what key ${checkedWith} signed`
    : `NOT VALID: key ${checkedWith} did not sign this, and the receipt names another key`;
}

function factsOf({ claims }: KeptReceipt, keyId: string): string[] {
  const { editionId, code, submission, receivedAt, planVersion } = claims;
  return [
    `valid: signed by key ${keyId}`,
    `entry ${code} of ${editionId}, submission ${submission}, under version ${planVersion} of the rules`,
    `received ${receivedAt} (UTC)`,
  ];
}

function linesOf({ documents, strangers }: ComparedFiles, isCompared: boolean): string[] {
  const listed = documents.map(({ document, outcome }) => {
    const { kind, fileName, size, sha256 } = document;
    const beginning = isCompared ? `${outcome.padEnd(12)}` : '';
    return `${beginning}${kind}: ${fileName}, ${size} bytes, SHA-256 ${sha256}`;
  });
  return [
    ...listed,
    ...strangers.map((path) => `unknown     ${path}: no document of this receipt`),
  ];
}
