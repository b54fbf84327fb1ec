import type { Submission } from './entry.ts';
import { found } from './found.ts';
import type { Assignment, Round } from './round.ts';

/** The tasks of one revision, with what a judge needs to see a conflict before the dossier opens. */
export function draftAssignments(
  round: Round,
  revision: string,
  pairs: readonly { readonly entryId: string; readonly judgeId: string }[],
  submissions: ReadonlyMap<string, Submission>,
): Assignment[] {
  return pairs.map(({ entryId, judgeId }) => {
    const { code, content } = found(submissions.get(entryId));
    return {
      editionId: round.editionId,
      roundId: round.roundId,
      entryId,
      judgeId,
      revision,
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
