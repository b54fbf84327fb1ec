import { requireVersion } from './found.ts';
import { type Blocker, Refused } from './refusal.ts';
import { type Assignment, isAssigned, type Round } from './round.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** What becomes of a comment: shown as it is, shown in other words, or not shown. */
export const moderationDecisions = ['released', 'redacted', 'withheld'] as const;

export type ModerationDecision = (typeof moderationDecisions)[number];

/** What an organiser decided about a judge's comment for the startup. */
export interface Moderation {
  readonly editionId: string;
  readonly roundId: string;
  readonly entryId: string;
  readonly judgeId: string;
  /** The revision of the sheet whose comment was read: of another one nothing is decided. */
  readonly revision: number;
  readonly decision: ModerationDecision;
  /** As the judge wrote it. */
  readonly original: string;
  /** The other words; only of one that is redacted. */
  readonly text?: string;
  /** Of all that is not simply released. */
  readonly reason?: string;
  readonly by: string;
  readonly at: string;
  readonly version: number;
}

/** A comment with its sheet, and what was decided about it. */
export interface Commented {
  readonly sheet: ScoreSheet | undefined;
  readonly assignment: Pick<Assignment, 'revisions'> | undefined;
  readonly moderation: Moderation | undefined;
}

/** What is said about a comment. */
export type ModerationWord =
  | { readonly decision: 'released' }
  | { readonly decision: 'redacted'; readonly text: string; readonly reason: string }
  | { readonly decision: 'withheld'; readonly reason: string };

/** Of sheets of the round that were handed in and not struck, where something was written; undefined for all others. */
export function commentOf(
  round: Round,
  { sheet, assignment }: Omit<Commented, 'moderation'>,
): ScoreSheet | undefined {
  const isCounted = sheet?.state === 'submitted' && !sheet.recused && isAssigned(round, assignment);
  return isCounted && sheet.comment !== '' ? sheet : undefined;
}

/** What was decided about the comment as it stands now; undefined where it was never read like that. */
export const standingModeration = (
  sheet: Pick<ScoreSheet, 'version'>,
  moderation: Moderation | undefined,
): Moderation | undefined => (moderation?.revision === sheet.version ? moderation : undefined);

/** What the startup reads of a comment; undefined where nothing of it may be shown. */
export function shownComment(round: Round, commented: Commented): string | undefined {
  const sheet = commentOf(round, commented);
  const decided = sheet && standingModeration(sheet, commented.moderation);
  switch (decided?.decision) {
    case 'released':
      return sheet?.comment;
    case 'redacted':
      return decided.text;
    default:
      return undefined;
  }
}

/** Whether nobody may read the comments of the round yet. @throws Refused state-conflict */
export function requireCommentsOpen({ state }: Round): void {
  if (state !== 'closed' && state !== 'approved') {
    throw new Refused({ code: 'state-conflict', state });
  }
}

/**
 * The decision on a comment as it was read.
 * @throws Refused state-conflict, not-found, precondition-failed: the comment or what was decided about it is another by now
 */
export function moderateComment(
  facts: Commented & { readonly round: Round },
  word: ModerationWord,
  act: {
    readonly revision: number;
    /** The version of the decision it replaces, 0 where there is none. */
    readonly basedOn: number;
    readonly by: string;
    readonly now: string;
  },
): Moderation {
  requireCommentsOpen(facts.round);
  const sheet = commentOf(facts.round, facts);
  if (!sheet) throw new Refused({ code: 'not-found' });
  requireVersion(sheet.version, act.revision);
  const before = facts.moderation?.version ?? 0;
  requireVersion(before, act.basedOn);
  const { editionId, roundId, entryId, judgeId, comment } = sheet;
  return {
    editionId,
    roundId,
    entryId,
    judgeId,
    revision: sheet.version,
    original: comment,
    ...word,
    by: act.by,
    at: act.now,
    version: before + 1,
  };
}

/** A comment that is to be released as it was read. */
export interface ReadComment {
  readonly entryId: string;
  readonly judgeId: string;
  readonly revision: number;
}

/** Comments released together, as they are; who has been decided about before is not touched. @throws Refused state-conflict */
export function releaseComments(
  round: Round,
  wanted: readonly (Commented & { readonly read: ReadComment })[],
  act: { readonly by: string; readonly now: string },
): Moderation[] {
  requireCommentsOpen(round);
  const blockers = wanted.flatMap((one) => releaseBlocker(round, one) ?? []);
  if (blockers.length > 0) {
    throw new Refused({ code: 'state-conflict', state: round.state, blockers });
  }
  return wanted.map(({ read, ...commented }) => {
    const basedOn = commented.moderation?.version ?? 0;
    const at = { ...act, revision: read.revision, basedOn };
    return moderateComment({ ...commented, round }, { decision: 'released' }, at);
  });
}

function releaseBlocker(
  round: Round,
  { read, ...commented }: Commented & { readonly read: ReadComment },
): Blocker | undefined {
  const { entryId, judgeId, revision } = read;
  const sheet = commentOf(round, commented);
  if (sheet === undefined) return { code: 'no-comment', entryId, judgeId };
  if (sheet.version !== revision) return { code: 'comment-changed', entryId, judgeId };
  const decided = standingModeration(sheet, commented.moderation);
  if (decided === undefined) return undefined;
  return { code: 'comment-decided', entryId, judgeId, because: decided.decision };
}
