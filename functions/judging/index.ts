import type { Endpoint } from '../../lib/http/endpoint.ts';
import { assignEntries } from './assign-entries.ts';
import { closeRound } from './close-round.ts';
import { declareConflict } from './declare-conflict.ts';
import { drawRunningOrder } from './draw-running-order.ts';
import { extendRound } from './extend-round.ts';
import { getJudgedEntry } from './get-judged-entry.ts';
import { getProgress } from './get-progress.ts';
import { getRound } from './get-round.ts';
import { getScoreSheet } from './get-score-sheet.ts';
import { getStage } from './get-stage.ts';
import { giveComponents } from './give-components.ts';
import { giveManyComponents } from './give-many-components.ts';
import { listAssignments } from './list-assignments.ts';
import { listComponentRevisions } from './list-component-revisions.ts';
import { listComponents } from './list-components.ts';
import { listEntryProgress } from './list-entry-progress.ts';
import { listJudgeSheetRevisions } from './list-judge-sheet-revisions.ts';
import { listQueue } from './list-queue.ts';
import { listSheetRevisions } from './list-sheet-revisions.ts';
import { moveOn } from './move-on.ts';
import { openRound } from './open-round.ts';
import { proposeAssignment } from './propose-assignment.ts';
import { recordConflict } from './record-conflict.ts';
import { remindJudges } from './remind-judges.ts';
import { reopenSheet } from './reopen-sheet.ts';
import { replaceInPanel } from './replace-in-panel.ts';
import { saveScoreSheet } from './save-score-sheet.ts';
import { setPanel } from './set-panel.ts';
import { submitScoreSheet } from './submit-score-sheet.ts';
import { takeBackEntries } from './take-back-entries.ts';

/** Conflicts, assignment, score sheets, progress. */
export const endpoints: readonly Endpoint[] = [
  getRound,
  setPanel,
  replaceInPanel,
  proposeAssignment,
  assignEntries,
  takeBackEntries,
  openRound,
  extendRound,
  closeRound,
  getProgress,
  listEntryProgress,
  listAssignments,
  remindJudges,
  listQueue,
  declareConflict,
  recordConflict,
  getJudgedEntry,
  getScoreSheet,
  saveScoreSheet,
  submitScoreSheet,
  reopenSheet,
  listSheetRevisions,
  listJudgeSheetRevisions,
  drawRunningOrder,
  moveOn,
  getStage,
  giveComponents,
  giveManyComponents,
  listComponents,
  listComponentRevisions,
];
