import type { Endpoint } from '../../lib/http/endpoint.ts';
import { admitLateApplicant } from './admit-late-applicant.ts';
import { admitLateEntry } from './admit-late-entry.ts';
import { cancelMails } from './cancel-mails.ts';
import { changeMail } from './change-mail.ts';
import { countEntries } from './count-entries.ts';
import { getEntryHistory } from './get-entry-history.ts';
import { getMail } from './get-mail.ts';
import { getScreening } from './get-screening.ts';
import { listEntries } from './list-entries.ts';
import { listMails } from './list-mails.ts';
import { releaseMails } from './release-mails.ts';
import { requestSupplement } from './request-supplement.ts';
import { resendMail } from './resend-mail.ts';
import { screenEntries } from './screen-entries.ts';
import { screenEntry } from './screen-entry.ts';
import { withdrawSupplement } from './withdraw-supplement.ts';

/** What the secretariat does with the entries: list, screen, ask for supplements, record exceptions, read the mails. */
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
  listMails,
  getMail,
  changeMail,
  releaseMails,
  cancelMails,
  resendMail,
];
