import type { Endpoint } from '../../lib/http/endpoint.ts';
import { checkReceipt } from './check-receipt.ts';
import { getReceipt } from './get-receipt.ts';
import { getSigningKey } from './get-signing-key.ts';
import { submitEntry } from './submit-entry.ts';

/** Handing in, and the receipt of it: the only function that signs, and the one the last minute needs. */
export const endpoints: readonly Endpoint[] = [
  submitEntry,
  getReceipt,
  checkReceipt,
  getSigningKey,
];
