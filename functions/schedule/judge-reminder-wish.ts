/** Which reminder of the judges of which round; a round by its place in the plan, as a name has 64 characters at most. */
export interface JudgeReminderWish {
  readonly editionId: string;
  readonly roundAt: number;
  readonly daysBefore: number;
}

/** The name under which a reminder of judges is asked for; the dots are in no edition's id. */
export const judgeReminderWishOf = ({
  editionId,
  roundAt,
  daysBefore,
}: JudgeReminderWish): string => `remind-judges.${editionId}.${roundAt}.${daysBefore}`;

/** The reminder of judges that is due; undefined for a moment asked for by another. */
export function judgeReminderIn(wish: string): JudgeReminderWish | undefined {
  const named = /^remind-judges\.([a-z0-9-]+)\.([0-9]+)\.([0-9]+)$/u.exec(wish);
  const [, editionId, roundAt, days] = named ?? [];
  if (editionId === undefined) return undefined;
  return { editionId, roundAt: Number(roundAt), daysBefore: Number(days) };
}
