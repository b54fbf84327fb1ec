import { type Edition, whyNotAfterSubmissions } from './edition.ts';
import type { Lot } from './lot.ts';
import type { Panel } from './panel.ts';
import { type Blocker, type Refusal, Refused } from './refusal.ts';
import type { Rescoring } from './rescoring.ts';

/** A round's way: assigned while planned, scored, closed, and its ranking approved by the committee. */
export type RoundState = 'planned' | 'scoring' | 'closed' | 'approved';

export interface Round {
  readonly editionId: string;
  readonly roundId: string;
  readonly state: RoundState;
  /** The plan whose rubric and rules hold; frozen when scoring opens. */
  readonly planVersion: number;
  /** Revisions of the assignment that are in force: see `isAssigned`. */
  readonly assignmentRevisions: readonly string[];
  /** How often tasks were taken back: what is given after that has revisions of its own. */
  readonly removals?: number;
  /** Without one, every judge of the edition may be given entries. */
  readonly panel?: Panel;
  readonly openedAt?: string;
  /** The first instant that is too late for a sheet: from the plan it was opened under, or as it was extended last. */
  readonly closesAt?: string;
  /** Oldest first. */
  readonly extensions?: readonly Extension[];
  /** Where its ties can come down to the lot. */
  readonly lot?: Lot;
  /** Sheets it waits for although it is closed, by entry. */
  readonly rescoring?: readonly Rescoring[];
  /** When the organisers closed it. */
  readonly closedAt?: string;
  readonly approval?: Approval;
  readonly version: number;
}

/** A numbered decision that an open round closes later; its instants are ISO. */
export interface Extension {
  readonly from: string;
  readonly closesAt: string;
  readonly reason: string;
  readonly documentNumber: string;
  readonly by: string;
  readonly at: string;
}

/** The committee's yes to a closed round's ranking, the very one whose digest was seen. */
export interface Approval {
  readonly digest: string;
  readonly by: string;
  readonly at: string;
}

/**
 * One judge's task. Written under a revision first, in force once the round lists one of its revisions: readers
 * see all of an assignment or nothing of it. What a judge's list shows before the dossier may be opened
 * stands here, so that the list is one read.
 */
export interface Assignment {
  readonly editionId: string;
  readonly roundId: string;
  readonly entryId: string;
  readonly judgeId: string;
  /** Of every request that wrote it: one that dies on its way takes nothing from the others. */
  readonly revisions: readonly string[];
  /** Revisions by which it was in force until it was taken back; they never bring it into force again. */
  readonly takenBack?: readonly string[];
  readonly code: string;
  readonly title: string;
  readonly applicantName: string;
  readonly members: readonly string[];
  readonly trackId: string;
  readonly fieldId: string;
  readonly version: number;
}

/** Whose word on a conflict it is, where nobody said it: what both sides have stated shows it. */
export const bySystem = 'system';

/** The word on a judge's conflict with an entry, given before the dossier opens. */
export interface Declaration {
  readonly editionId: string;
  readonly entryId: string;
  readonly judgeId: string;
  readonly conflict: boolean;
  readonly reason: string;
  /** Whose word it is where it is not the judge's: an organiser's id, or `bySystem`. */
  readonly by?: string;
  readonly declaredAt: string;
  readonly version: number;
}

/** In force: the round has taken the revision in. */
export function isAssigned(
  round: Round,
  assignment: Pick<Assignment, 'revisions'> | undefined,
): boolean {
  return assignment?.revisions.some((one) => round.assignmentRevisions.includes(one)) === true;
}

/** Was in force and is no longer: the judge had it, and may have a sheet on it. */
export const isTakenBack = (round: Round, assignment: Assignment | undefined): boolean =>
  assignment?.takenBack !== undefined && !isAssigned(round, assignment);

/** Whether entries may be given to judges now. */
export function whyNotAssign(edition: Edition, round: Round, now: string): Refusal | undefined {
  if (round.state !== 'planned' && round.state !== 'scoring') {
    return { code: 'state-conflict', state: round.state };
  }
  return whyNotAfterSubmissions(edition, now);
}

/** The round with one more revision of its assignment in force. */
export function takeAssignment(round: Round, revision: string): Round {
  return {
    ...round,
    assignmentRevisions: [...new Set([...round.assignmentRevisions, revision])],
    version: round.version + 1,
  };
}

/** The round open for scoring under the plan as it is now: from here rubric and rules stand still. */
export function openRound(
  facts: {
    readonly edition: Edition;
    readonly round: Round;
    readonly before: Round | undefined;
    /** When the plan closes the round. */
    readonly closesAt: string;
    /** The digest of a seed, where ties can come down to the lot. */
    readonly commitment?: string | undefined;
  },
  now: string,
): Round {
  const { edition, round, before, closesAt, commitment } = facts;
  const blockers = openingBlockers(round, before);
  if (closesAt <= now) blockers.push({ code: 'closing-time-passed' });
  const refusal =
    round.state === 'planned' && blockers.length === 0
      ? whyNotAfterSubmissions(edition, now)
      : ({ code: 'state-conflict', state: round.state, blockers } as const);
  if (refusal) throw new Refused(refusal);
  return {
    ...round,
    state: 'scoring',
    planVersion: edition.planVersion,
    openedAt: now,
    closesAt,
    ...(commitment === undefined ? {} : { lot: { commitment } }),
    version: round.version + 1,
  };
}

function openingBlockers(round: Round, before: Round | undefined): Blocker[] {
  const blockers: Blocker[] = [];
  if (before && before.state !== 'approved') blockers.push({ code: 'round-before-not-approved' });
  if (round.assignmentRevisions.length === 0) blockers.push({ code: 'nothing-assigned' });
  return blockers;
}

/** The round closed: from here no sheet of it changes. Sheets not handed in are named unless that is accepted. */
export function closeRound(
  round: Round,
  progress: { readonly open: readonly Blocker[]; readonly acceptMissing: boolean },
  now: string,
): Round {
  const blockers = progress.acceptMissing ? [] : progress.open;
  if (round.state !== 'scoring' || blockers.length > 0) {
    throw new Refused({ code: 'state-conflict', state: round.state, blockers });
  }
  return { ...round, state: 'closed', closedAt: now, version: round.version + 1 };
}
