/** Which reminder of which edition. */
export interface ReminderWish {
  readonly editionId: string;
  readonly daysBefore: number;
}

/** The name under which a reminder is asked for; the dots are in no edition's id. */
export const reminderWishOf = ({ editionId, daysBefore }: ReminderWish): string =>
  `remind.${editionId}.${daysBefore}`;

/** The reminder that is due; undefined for a moment asked for by another. */
export function reminderIn(wish: string): ReminderWish | undefined {
  const [, editionId, days] = /^remind\.([a-z0-9-]+)\.([0-9]+)$/u.exec(wish) ?? [];
  return editionId === undefined ? undefined : { editionId, daysBefore: Number(days) };
}
