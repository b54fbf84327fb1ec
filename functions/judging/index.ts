import type { Endpoint } from '../../lib/http/endpoint.ts';
import { assignEntries } from './assign-entries.ts';
import { closeRound } from './close-round.ts';
import { declareConflict } from './declare-conflict.ts';
import { getJudgedEntry } from './get-judged-entry.ts';
import { getProgress } from './get-progress.ts';
import { getRound } from './get-round.ts';
import { getScoreSheet } from './get-score-sheet.ts';
import { listQueue } from './list-queue.ts';
import { openRound } from './open-round.ts';
import { saveScoreSheet } from './save-score-sheet.ts';
import { submitScoreSheet } from './submit-score-sheet.ts';

/** Conflicts, assignment, score sheets, progress. */
export const endpoints: readonly Endpoint[] = [
  getRound,
  assignEntries,
  openRound,
  closeRound,
  getProgress,
  listQueue,
  declareConflict,
  getJudgedEntry,
  getScoreSheet,
  saveScoreSheet,
  submitScoreSheet,
];
