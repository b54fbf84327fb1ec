import { refuseErrors } from './content-errors.ts';
import type { Flag } from './divergence.ts';
import type { FlagDecision, FlagRuling, FlagStand } from './flag.ts';
import { found } from './found.ts';
import { openAgain, putBack } from './open-again.ts';
import { type Blocker, type Refusal, Refused } from './refusal.ts';
import { waitedFor, waitFor } from './rescoring.ts';
import { type Approval, type Round, takeAssignment } from './round.ts';
import type { ScoreSheet } from './score-sheet.ts';
import { reopened } from './void-approval.ts';

/** What somebody decides about a flagged entry; `judgeIds` whose sheets open again, or who is to read it, too. */
export interface Resolution {
  readonly decision: FlagDecision;
  readonly judgeIds: readonly string[];
  readonly reason: string;
  readonly documentNumber?: string;
  readonly by: string;
}

/** One more judge's task, before it is in force. */
export interface ExtraTask {
  /** What keeps the judge from being given the entry. */
  readonly blockers: readonly Blocker[];
  readonly revision: string;
}

/** What a resolution is decided on. */
export interface FlagFacts {
  readonly round: Round;
  /** The round after an approved one, where the plan has one. */
  readonly next?: Round | undefined;
  readonly stand: FlagStand | undefined;
  /** All sheets on the entry. */
  readonly sheets: readonly ScoreSheet[];
  /** People who are judges of the edition now. */
  readonly activeJudges: ReadonlySet<string>;
  /** Judges who have the entry. */
  readonly assigned: ReadonlySet<string>;
  /** Where one more judge is named. */
  readonly extra?: ExtraTask | undefined;
}

/**
 * The ruling on a flagged entry, the round moved on by it, and the sheets it changes. No sheet is ever left out by it: one that
 * was opened again and is not waited for any longer counts as it was handed in. Nobody decides about a sheet of their own. An
 * approval is void once sheets are looked at again.
 * @throws Refused not-found, second-person-required, state-conflict, validation-failed
 */
export function resolveFlag(
  facts: FlagFacts,
  said: Resolution,
  now: string,
): {
  ruling: FlagRuling;
  round: Round;
  sheets: readonly ScoreSheet[];
  voided?: Approval;
} {
  const { sheets } = facts;
  const refusal = whyNotResolve(facts, said);
  if (refusal) throw new Refused(refusal);
  const stand = found(facts.stand);
  const { round, ...voided } = reopened(facts.round, facts.next);
  const { editionId, roundId } = round;
  const { state: _, waitedFor: __, ruling: before, ...flag } = stand;
  const ruling = { editionId, roundId, ...flag, ...said, at: now, version: versionAfter(before) };
  const moved = { ...round, version: round.version + 1 };
  switch (said.decision) {
    case 'confirmed': {
      const back = sheets.filter(({ handedIn }) => handedIn).map((sheet) => putBack(sheet, now));
      return { ruling, round: waitFor(moved, flag.entryId, []), sheets: back, ...voided };
    }
    case 'rescore': {
      const opened = openedAgain(facts, flag, said, now);
      const waiting = waitFor(moved, flag.entryId, said.judgeIds);
      return { ruling, round: waiting, sheets: opened, ...voided };
    }
    case 'extra-judge': {
      const given = giveToOneMore({ ...facts, round }, said);
      const waiting = waitFor(given, flag.entryId, said.judgeIds);
      return { ruling, round: waiting, sheets: [], ...voided };
    }
  }
}

function whyNotResolve(
  { round, stand }: FlagFacts,
  { decision, by }: Resolution,
): Refusal | undefined {
  const isAgain = round.state === 'approved' && decision !== 'confirmed';
  if (round.state !== 'closed' && !isAgain) {
    return { code: 'state-conflict', state: round.state };
  }
  if (stand === undefined) return { code: 'not-found' };
  if ([...stand.divergent, ...waitedFor(round, stand.entryId)].includes(by)) {
    return { code: 'second-person-required' };
  }
  // What is waited for comes in, or the chair waits no longer and confirms; then anything may follow.
  const isFinal =
    stand.state === 'rescoring' ? decision === 'confirmed' : stand.state === 'open' || isAgain;
  return isFinal ? undefined : { code: 'state-conflict', state: stand.state };
}

/** Sheets that count, of judges who can still write, each once. */
function openedAgain(
  { sheets, activeJudges }: FlagFacts,
  { totals }: Flag,
  { judgeIds, by, reason }: Resolution,
  now: string,
): ScoreSheet[] {
  const counted = new Set(totals.map(({ judgeId }) => judgeId));
  const problem = (judgeId: string, at: number): string | undefined => {
    if (judgeIds.indexOf(judgeId) !== at) return 'repeated';
    if (!counted.has(judgeId)) return 'no-such-sheet';
    return activeJudges.has(judgeId) ? undefined : 'not-a-judge';
  };
  refuseErrors(
    judgeIds.flatMap((judgeId, at) => {
      const code = problem(judgeId, at);
      return code === undefined ? [] : [{ pointer: `/judgeIds/${at}`, code }];
    }),
  );
  if (judgeIds.includes(by)) throw new Refused({ code: 'second-person-required' });
  return sheets
    .filter(({ judgeId }) => judgeIds.includes(judgeId))
    .map((sheet) => openAgain(sheet, { by, reason }, now));
}

/** The round with one more judge's task in force; nobody names themselves. */
function giveToOneMore({ round, assigned, extra }: FlagFacts, { judgeIds, by }: Resolution): Round {
  if (judgeIds.includes(by)) throw new Refused({ code: 'second-person-required' });
  const there = judgeIds
    .filter((judgeId) => assigned.has(judgeId))
    .map((judgeId) => ({ code: 'already-assigned', judgeId }));
  const { blockers, revision } = found(extra);
  const all = [...there, ...blockers];
  if (all.length > 0) {
    throw new Refused({ code: 'state-conflict', state: round.state, blockers: all });
  }
  return takeAssignment(round, revision);
}

const versionAfter = (before: FlagRuling | undefined): number => (before?.version ?? 0) + 1;
