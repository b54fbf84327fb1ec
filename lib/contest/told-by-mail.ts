import type { Entry } from './entry.ts';
import type { Supplement } from './entry-window.ts';
import { sameData } from './same-data.ts';
import type { Screening } from './screening.ts';

/** Whether a supplement is asked for that was not before. */
export const isNewSupplement = (before: Entry, { requestedAt }: Supplement): boolean =>
  before.supplement?.requestedAt !== requestedAt;

/** Whether a decision says to the startup what the one before did not: who made it, or once more, is no news. */
export function isNewDecision({ screening }: Entry, { decision, reasons }: Screening): boolean {
  return screening?.decision !== decision || !sameData(screening.reasons, reasons);
}
