import type { Moderation } from '../../lib/contest/moderation.ts';
import type { Recorded } from '../../lib/http/endpoint.ts';

/** What the audit trail says of a decision on a comment: all but what the judge wrote, which the sheet's own item has. */
export function moderationRecord(moderation: Moderation): Recorded {
  const { editionId, roundId, entryId, judgeId, decision, revision, text, reason } = moderation;
  return {
    subject: `comment/${editionId}/${roundId}/${entryId}/${judgeId}`,
    detail: {
      decision,
      revision,
      ...(text === undefined ? {} : { text }),
      ...(reason === undefined ? {} : { reason }),
    },
  };
}
