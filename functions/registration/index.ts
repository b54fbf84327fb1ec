import type { Endpoint } from '../../lib/http/endpoint.ts';
import { createEntry } from './create-entry.ts';
import { editEntry } from './edit-entry.ts';
import { getEntry } from './get-entry.ts';
import { listCommunes } from './list-communes.ts';
import { listProvinces } from './list-provinces.ts';
import { withdrawEntry } from './withdraw-entry.ts';

/** Entries: draft, read, withdraw; the lists that addresses are of. */
export const endpoints: readonly Endpoint[] = [
  createEntry,
  getEntry,
  editEntry,
  withdrawEntry,
  listProvinces,
  listCommunes,
];
