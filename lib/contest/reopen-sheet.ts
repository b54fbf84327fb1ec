import { activeRoles, type Member } from './people.ts';
import { type Refusal, Refused } from './refusal.ts';
import { waitedFor } from './rescoring.ts';
import { isAssigned, isTakenBack } from './round.ts';
import { type Judging, type ScoreSheet, whyNotScoring } from './score-sheet.ts';

/** Who opens a sheet again, and why. */
export interface Reopening {
  readonly by: string;
  readonly reason: string;
}

/**
 * A sheet that was handed in, as a draft again with all its marks: its judge changes it and hands it in once more. Nobody opens
 * their own, and none whose judge has lost the role.
 * @throws Refused not-found, second-person-required, phase-closed, state-conflict
 */
export function reopenSheet(
  facts: { readonly judging: Judging; readonly judge: Member | undefined },
  { by, reason }: Reopening,
  now: string,
): ScoreSheet {
  const refusal = whyNotReopen(facts, by, now);
  if (refusal) throw new Refused(refusal);
  const { sheet } = facts.judging;
  if (!sheet) throw new Refused({ code: 'state-conflict', state: 'not-started' });
  const { submittedAt: _, ...kept } = sheet;
  return {
    ...kept,
    state: 'draft',
    savedAt: now,
    reopened: { by, reason, at: now },
    version: sheet.version + 1,
  };
}

function whyNotReopen(
  { judging, judge }: Parameters<typeof reopenSheet>[0],
  by: string,
  now: string,
): Refusal | undefined {
  const { round, assignment, sheet, entryState = 'draft' } = judging;
  if (!isAssigned(round, assignment)) return { code: 'not-found' };
  if (assignment?.judgeId === by) return { code: 'second-person-required' };
  const closed = whyNotScoring(round, now);
  if (closed) return closed;
  if (entryState !== 'eligible') return { code: 'state-conflict', state: entryState };
  if (sheet?.recused) return { code: 'state-conflict', state: 'recused' };
  if (!activeRoles(judge).includes('judge')) return { code: 'state-conflict', state: 'revoked' };
  return sheet?.state === 'draft' ? { code: 'state-conflict', state: 'draft' } : undefined;
}

/** Whether an organiser may see a judge's sheet: nobody sees another's points while they can still change. */
export function whyNotShown({ round, assignment }: Judging): Refusal | undefined {
  if (!isAssigned(round, assignment) && !isTakenBack(round, assignment)) {
    return { code: 'not-found' };
  }
  const isOver = round.state === 'closed' || round.state === 'approved';
  if (!isOver) return { code: 'state-conflict', state: round.state };
  const isAwaited = waitedFor(round, assignment?.entryId ?? '').length > 0;
  return isAwaited ? { code: 'state-conflict', state: 'rescoring' } : undefined;
}
