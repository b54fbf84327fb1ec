/** What people are written to about. */
export const mailKinds = [
  'invitation',
  'team-invitation',
  'receipt',
  'supplement',
  'screening',
  'deadline-reminder',
  'deadline-change',
  'judging-reminder',
  'sheet-reopened',
  'round-extended',
  'extra-task',
  'publication-stopped',
  'feedback',
] as const;

export type MailKind = (typeof mailKinds)[number];

/** Which mails wait for somebody to read them before they leave, and how many days before the close drafts are reminded. */
export type MailPlan = {
  readonly review: readonly MailKind[];
  readonly remindDaysBefore: readonly number[];
  /** How many days before a round closes judges are reminded of what they have not handed in. */
  readonly remindJudgesDaysBefore?: readonly number[];
};
