import type { ScoreSheet } from './score-sheet.ts';

/** A sheet of a closed round as a draft again; what was handed in is kept beside it until it is handed in once more. */
export function openAgain(
  sheet: ScoreSheet,
  why: { readonly by: string; readonly reason: string },
  now: string,
): ScoreSheet {
  const { submittedAt = sheet.savedAt, ...kept } = sheet;
  const { marks, comment, note } = sheet;
  return {
    ...kept,
    state: 'draft',
    savedAt: now,
    reopened: { ...why, at: now },
    handedIn: { marks, comment, note, submittedAt },
    version: sheet.version + 1,
  };
}

/** The sheet as it was handed in, whatever was written since it was opened again. */
export function putBack(sheet: ScoreSheet, now: string): ScoreSheet {
  const { handedIn, ...kept } = sheet;
  if (!handedIn) return sheet;
  return { ...kept, ...handedIn, state: 'submitted', savedAt: now, version: sheet.version + 1 };
}
