import { refuse } from '../../lib/contest/found.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import type { Judging } from '../../lib/contest/score-sheet.ts';
import { sheetView } from '../../lib/contract/judging-views.ts';
import { sheetReply } from './sheet-reply.ts';

/**
 * Refuses a change of a sheet that is based on another version than the stored one. What is stored goes with the refusal, as its
 * judge is shown it, so that a second tab can bring both together without another call. Only after `whyNotWrite`.
 */
export function requireSheet(judging: Judging, rubric: Rubric, basedOn: number): void {
  const { round, assignment, sheet } = judging;
  const current = sheet?.version ?? 0;
  if (current === basedOn) return;
  const shown = sheetReply(round, assignment?.entryId ?? '', { rubric, sheet });
  refuse({
    code: 'precondition-failed',
    currentVersion: current,
    sheet: sheetView.parse(shown),
  });
}
