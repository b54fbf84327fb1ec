import type { Endpoint } from '../../lib/http/endpoint.ts';
import { admitLateApplicant } from './admit-late-applicant.ts';
import { admitLateEntry } from './admit-late-entry.ts';
import { countEntries } from './count-entries.ts';
import { getEntryHistory } from './get-entry-history.ts';
import { getScreening } from './get-screening.ts';
import { listEntries } from './list-entries.ts';
import { requestSupplement } from './request-supplement.ts';
import { screenEntries } from './screen-entries.ts';
import { screenEntry } from './screen-entry.ts';
import { withdrawSupplement } from './withdraw-supplement.ts';

/** What the secretariat does with the entries: list, screen, ask for supplements, record exceptions. */
export const endpoints: readonly Endpoint[] = [
  listEntries,
  countEntries,
  getEntryHistory,
  screenEntry,
  admitLateApplicant,
  admitLateEntry,
  getScreening,
  requestSupplement,
  screenEntries,
  withdrawSupplement,
];
