import { stopWaiting } from '../contest/rescoring.ts';
import type { Round } from '../contest/round.ts';
import type { Change } from './change.ts';
import { changedRound } from './judging.ts';
import { unchangedRound } from './rounds.ts';

/**
 * The round under which a conflict is recorded. A ranking that is being approved at this moment was derived without it, so a
 * closed round moves on; it waits for the judge's sheet no longer.
 */
export const underConflict = (round: Round, entryId: string, judgeId: string): Change =>
  round.state === 'closed'
    ? changedRound({ ...stopWaiting(round, entryId, judgeId), version: round.version + 1 })
    : unchangedRound(round);
