import type { Endpoint } from '../../lib/http/endpoint.ts';
import { checkReceipt } from './check-receipt.ts';
import { createEntry } from './create-entry.ts';
import { editEntry } from './edit-entry.ts';
import { getEntry } from './get-entry.ts';
import { getReceipt } from './get-receipt.ts';
import { getSigningKey } from './get-signing-key.ts';
import { listCommunes } from './list-communes.ts';
import { listProvinces } from './list-provinces.ts';
import { submitEntry } from './submit-entry.ts';
import { withdrawEntry } from './withdraw-entry.ts';

/** Entries: draft, submit, withdraw, receipts; the lists that addresses are of. */
export const endpoints: readonly Endpoint[] = [
  createEntry,
  getEntry,
  editEntry,
  submitEntry,
  getReceipt,
  checkReceipt,
  getSigningKey,
  withdrawEntry,
  listProvinces,
  listCommunes,
];
