import type { Submission } from './entry.ts';
import { found } from './found.ts';
import type { Assignment, Round } from './round.ts';

/** An entry for a judge to score. */
export type Pair = { readonly entryId: string; readonly judgeId: string };

/** One text for each pair. */
export const nameOf = ({ entryId, judgeId }: Pair): string => `${entryId} ${judgeId}`;

/** The pairs, each once, in the order in which they were first named. */
export function distinctPairs(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [nameOf(pair), pair])).values()];
}

/** The tasks of one revision, with what a judge needs to see a conflict before the dossier opens. */
export function draftAssignments(
  round: Round,
  revision: string,
  pairs: readonly Pair[],
  submissions: ReadonlyMap<string, Submission>,
): Assignment[] {
  return pairs.map(({ entryId, judgeId }) => {
    const { code, content } = found(submissions.get(entryId));
    return {
      editionId: round.editionId,
      roundId: round.roundId,
      entryId,
      judgeId,
      revisions: [revision],
      code,
      title: content.title,
      applicantName: content.applicant?.name ?? '',
      members: content.members.map(({ name }) => name),
      trackId: content.trackId,
      fieldId: content.fieldId ?? '',
      version: 1,
    };
  });
}
