import type { Endpoint } from '../../lib/http/endpoint.ts';
import { createEntry } from './create-entry.ts';
import { editEntry } from './edit-entry.ts';
import { getEntry } from './get-entry.ts';
import { getReceipt } from './get-receipt.ts';
import { listCommunes } from './list-communes.ts';
import { listEntries } from './list-entries.ts';
import { listProvinces } from './list-provinces.ts';
import { screenEntry } from './screen-entry.ts';
import { submitEntry } from './submit-entry.ts';
import { withdrawEntry } from './withdraw-entry.ts';

/** Entries: draft, submit, withdraw, receipts, eligibility screening; the lists that addresses are of. */
export const endpoints: readonly Endpoint[] = [
  createEntry,
  listEntries,
  getEntry,
  editEntry,
  submitEntry,
  getReceipt,
  withdrawEntry,
  screenEntry,
  listProvinces,
  listCommunes,
];
