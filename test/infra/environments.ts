import type { EnvironmentName } from '../../lib/platform/aws/environment.ts';

const everyWrite = ['LEDGER_TABLE', 'MAIN_TABLE', 'MALWARE_SCAN', 'ORIGIN'] as const;
/** The variables of each function: the template has these, and the bundles are called with no others. */
export const environments: { readonly [id: string]: readonly EnvironmentName[] } = {
  Editions: everyWrite,
  Registration: everyWrite,
  Submission: [...everyWrite, 'SIGNING_KEY_ID'],
  Documents: [...everyWrite, 'DOCUMENTS_BUCKET', 'DOCUMENTS_ORIGIN'],
  Teams: everyWrite,
  Secretariat: everyWrite,
  Exports: [...everyWrite, 'DOCUMENTS_BUCKET', 'DOCUMENTS_ORIGIN'],
  Papers: [...everyWrite, 'DOCUMENTS_BUCKET', 'DOCUMENTS_ORIGIN'],
  Judging: everyWrite,
  Results: everyWrite,
  Certificates: [...everyWrite, 'DOCUMENTS_BUCKET', 'DOCUMENTS_ORIGIN'],
  Inspection: [...everyWrite, 'DOCUMENTS_BUCKET', 'DOCUMENTS_ORIGIN'],
  Notification: [
    ...everyWrite,
    'MAIL_FROM',
    'SCHEDULE_DEAD_LETTER_ARN',
    'SCHEDULE_GROUP',
    'SCHEDULE_ROLE_ARN',
    'SCHEDULE_TARGET_ARN',
  ],
  Publication: [...everyWrite, 'RESULTS_BUCKET'],
  Schedule: ['LEDGER_TABLE', 'MAIN_TABLE', 'MALWARE_SCAN', 'ORIGIN'],
  SignIn: [],
};
