/**
 * The variables that tell a Lambda function what it may reach. Each is set by the same call that grants the
 * permission (lib/infra/grants.ts), so a function holds only those of what it was given: open ports on first use.
 */
export const environmentNames = [
  /** Name of the table of what changes. */
  'MAIN_TABLE',
  /** Name of the append-only table. */
  'LEDGER_TABLE',
  /** Name of the dossiers' bucket. */
  'DOCUMENTS_BUCKET',
  /** Where links to dossiers lead, in front of that bucket: without a slash at the end. */
  'DOCUMENTS_ORIGIN',
  /** Name of the bucket of published results. */
  'RESULTS_BUCKET',
  /** ARN of the Ed25519 key in KMS. */
  'SIGNING_KEY_ID',
  /** Where people reach the system, without a slash at the end. */
  'ORIGIN',
  /** `required`, always, on AWS. */
  'MALWARE_SCAN',
  /** Sender of mails; SES must have verified its domain. */
  'MAIL_FROM',
  /** Name of the EventBridge Scheduler group of our one-time schedules. */
  'SCHEDULE_GROUP',
  /** ARN of the role with which the scheduler calls the target. */
  'SCHEDULE_ROLE_ARN',
  /** ARN of the function that is called when a moment has come. */
  'SCHEDULE_TARGET_ARN',
  /** ARN of the queue for calls the scheduler could not deliver. */
  'SCHEDULE_DEAD_LETTER_ARN',
] as const;

export type EnvironmentName = (typeof environmentNames)[number];

/** The value of one variable. @throws Error naming the variable when it is not set */
export const environmentValue = (
  name: EnvironmentName,
  environment: { readonly [name: string]: string | undefined } = process.env,
): string => {
  const value = environment[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
};
