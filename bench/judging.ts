import { histories } from './judging/histories.ts';
import { savingAtOnce } from './judging/saving-at-once.ts';
import type { Effort, Section } from './report.ts';

/** What many at once do to score sheets: never anything that one after the other would not have done. */
export const judging = async ({ quick }: Effort): Promise<readonly Section[]> => [
  await histories(quick ? 3 : 200, quick ? 1 : 9),
  await savingAtOnce(quick ? 30 : 300, quick ? 3 : 10),
];
