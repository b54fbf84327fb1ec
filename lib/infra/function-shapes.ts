import type { Capability } from '../contract/route.ts';
import type { FunctionShape } from './contest-function.ts';
import type { Need } from './grants.ts';

export interface PlannedFunction extends FunctionShape {
  readonly needs: readonly Need[];
}

/** The gateway gives up after 29 s; a caller who waited 10 is better served by a retry with the same key. */
const api = {
  // Memory buys processor time, not a shorter start: at 1,024 MB the first call's TLS handshake takes half of 512's.
  memoryMegabytes: 1024,
  timeoutSeconds: 10,
};

const everyWrite = ['settings', 'change-main', 'append-ledger'] as const;

/** The functions behind the API, one for each capability. */
export const apiFunctions: { readonly [capability in Capability]: PlannedFunction } = {
  editions: {
    ...api,
    name: 'editions',
    description: 'Editions: plan, phases, people and their roles',
    needs: everyWrite,
  },
  registration: {
    ...api,
    name: 'registration',
    description: 'Entries: draft, read, withdraw',
    needs: everyWrite,
  },
  submission: {
    ...api,
    name: 'submission',
    description: 'Handing in and the receipts of it',
    // Receipts are signed.
    needs: [...everyWrite, 'sign'],
  },
  documents: {
    ...api,
    name: 'documents',
    description: 'Dossiers: upload tickets, confirmation, download links',
    needs: [...everyWrite, 'take-documents', 'read-documents'],
  },
  teams: {
    ...api,
    name: 'teams',
    description: 'Teams of entries: invitations, roles, consents',
    needs: everyWrite,
  },
  secretariat: {
    ...api,
    name: 'secretariat',
    description: 'The secretariat: list, screening, supplements, outbox',
    needs: everyWrite,
  },
  exports: {
    name: 'exports',
    description: 'Files for the office: the list of entries as a workbook',
    // 20,000 entries: twenty megabytes read, three written, in less than the gateway waits.
    memoryMegabytes: 1769,
    timeoutSeconds: 29,
    needs: [...everyWrite, 'keep-exports'],
  },
  papers: {
    name: 'papers',
    description: 'Papers to be signed: score sheets, tally, minutes, draft decision',
    // A whole round is read and set in type, as its ranking is derived.
    memoryMegabytes: 1769,
    timeoutSeconds: 29,
    needs: [...everyWrite, 'keep-exports'],
  },
  judging: {
    ...api,
    // A proposal for 2,000 entries and 200 judges takes some ten seconds of this much processor.
    timeoutSeconds: 29,
    name: 'judging',
    description: 'Judging: conflicts, assignment, score sheets, progress',
    needs: everyWrite,
  },
  results: {
    ...api,
    name: 'results',
    description: 'Results: preview, deliberation, awards, approval, publication',
    needs: everyWrite,
  },
  certificates: {
    ...api,
    name: 'certificates',
    description: 'Certificates of published awards: issue, PDF, check, revocation',
    // Four fonts are read and one page is set in type.
    memoryMegabytes: 1769,
    needs: [...everyWrite, 'keep-exports'],
  },
};

export type EventFunctionName = 'inspection' | 'notification' | 'publication' | 'schedule';

/** The functions that events call. */
export const eventFunctions: { readonly [name in EventFunctionName]: PlannedFunction } = {
  inspection: {
    name: 'inspection',
    description: 'Inspects what was uploaded: is it what it claims to be?',
    // A document may take 5 s of unpacking and 256 MB; a video of 500 MB passes at 10 MB a second and is not held.
    memoryMegabytes: 1024,
    timeoutSeconds: 60,
    // It reads dossiers of strangers, so it may write none.
    needs: [...everyWrite, 'read-documents'],
  },
  notification: {
    name: 'notification',
    description: 'Follows the changes: mails, lists, progress, when to freeze and remind',
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    // The wishes, the list and the progress are here too: only two functions may follow the table's changes.
    needs: [...everyWrite, 'send-mail', 'schedule'],
  },
  publication: {
    name: 'publication',
    description: 'Writes the static public result',
    memoryMegabytes: 1024,
    timeoutSeconds: 120,
    needs: [...everyWrite, 'write-results'],
  },
  schedule: {
    name: 'schedule',
    description:
      'Acts when a date of the plan has come: freezes the edition, reminds of what is missing',
    memoryMegabytes: 512,
    timeoutSeconds: 60,
    // Reminders only go into the outbox, but have the origin in their text.
    needs: everyWrite,
  },
};

/** Cognito waits 5 s for its trigger, three times. */
export const signInFunction: FunctionShape = {
  name: 'sign-in',
  description: 'Puts the verified address into access tokens',
  memoryMegabytes: 256,
  timeoutSeconds: 5,
};
