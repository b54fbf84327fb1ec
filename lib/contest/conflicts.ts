import type { DerivedCause } from './derived-conflicts.ts';
import { type Refusal, Refused } from './refusal.ts';
import { isRescored } from './rescoring.ts';
import { type Approval, bySystem, type Declaration, type Round } from './round.ts';
import type { ScoreSheet } from './score-sheet.ts';
import { reopened } from './void-approval.ts';

/** The reason of such a word, as it is kept: `derived:phone,organisation`. */
export const derivedReason = (causes: readonly DerivedCause[]): string =>
  `derived:${causes.join(',')}`;

/** What a conflict stands on: the judge's own word, an organiser's, or what shows it (`derived:phone`). */
export function conflictBasis({ by, reason }: Declaration): string {
  if (by === undefined) return 'declared';
  return by === bySystem ? reason : 'recorded';
}

/** Whose word, on what: a judge has one on an entry, for all rounds. */
interface WordPlace {
  readonly editionId: string;
  readonly entryId: string;
  readonly judgeId: string;
}

/** What a word on a conflict is decided on. */
interface WordFacts {
  readonly round: Round;
  readonly declaration: Declaration | undefined;
  readonly sheet: ScoreSheet | undefined;
  /** What shows a conflict, whatever is said. */
  readonly derived?: readonly DerivedCause[];
}

/**
 * The judge's word, and the sheet it strikes. Said before the dossier opens, or later when a conflict comes to
 * light; a declared conflict is not taken back by the judge, and after the close nothing changes any more. Where
 * there is a conflict that can be seen, the judge's "none" is kept as one.
 */
export function declareConflict(
  facts: WordFacts,
  at: WordPlace,
  said: { readonly conflict: boolean; readonly reason: string },
  now: string,
): { declaration: Declaration; struck: ScoreSheet | undefined } {
  const { round, declaration, sheet, derived = [] } = facts;
  const isOpen =
    round.state === 'planned' ||
    round.state === 'scoring' ||
    // Whoever a closed round waits for has to say it before they write.
    isRescored(round, at.entryId, at.judgeId);
  if (!isOpen) throw new Refused({ code: 'state-conflict', state: round.state });
  if (declaration?.conflict === true && !said.conflict) {
    throw new Refused({ code: 'state-conflict', state: 'conflict-declared' });
  }
  const version = (declaration?.version ?? 0) + 1;
  const kept =
    said.conflict || derived.length === 0
      ? said
      : { conflict: true, reason: derivedReason(derived), by: bySystem };
  return {
    declaration: { ...at, ...kept, declaredAt: now, version },
    struck: kept.conflict ? strike(sheet, now) : undefined,
  };
}

/** Whether what shows a conflict is still recorded by itself: after the approval somebody has to decide that it goes. */
export function whyNotDerive({ state }: Round): Refusal | undefined {
  return state === 'approved' ? { code: 'state-conflict', state } : undefined;
}

/**
 * A conflict that somebody else than the judge knows of, and the sheet it strikes. A conflict that stands already stays as it was
 * said: then `declaration` is the one that was read. `round` is the one to go on from: an approval of what the struck sheet
 * counted in is void, unless the next round was built on it. One that strikes nothing changes no ranking.
 * @throws Refused state-conflict
 */
export function recordConflict(
  facts: WordFacts & { readonly next?: Round | undefined },
  at: WordPlace,
  said: { readonly by: string; readonly reason: string },
  now: string,
): {
  declaration: Declaration;
  struck: ScoreSheet | undefined;
  round: Round;
  voided?: Approval;
} {
  const { declaration, sheet } = facts;
  const struck = strike(sheet, now);
  const isApproved = facts.round.state === 'approved';
  const after = struck && isApproved ? reopened(facts.round, facts.next) : { round: facts.round };
  if (declaration?.conflict === true) return { declaration, struck, ...after };
  const version = (declaration?.version ?? 0) + 1;
  const kept = { ...at, ...said, conflict: true, declaredAt: now, version };
  return { declaration: kept, struck, ...after };
}

/** The sheet as one that never counts; its marks stay for the record. */
const strike = (sheet: ScoreSheet | undefined, now: string): ScoreSheet | undefined =>
  sheet === undefined || sheet.recused
    ? undefined
    : { ...sheet, recused: true, savedAt: now, version: sheet.version + 1 };
