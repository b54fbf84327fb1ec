import * as z from 'zod';
import { moderationDecisions } from '../contest/moderation.ts';
import { bothLanguages, moment, personId, reason, version } from './shared.ts';
import { id, refusedAs, text, uuid } from './text.ts';

export const commentPath = z.strictObject({
  editionId: id,
  roundId: id,
  entryId: uuid,
  judgeId: personId,
});

/** The longest that a judge may write. */
const commentText = text(4000, { multiline: true });

const moderation = z.object({
  decision: z.enum(moderationDecisions),
  text: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  by: z.string(),
  at: moment,
  version,
});

/** The revision of the sheet whose comment was read. */
const revision = z.int().min(1).meta({ description: 'The revision of the sheet that was read.' });

export const commentView = z
  .object({
    entryId: uuid,
    judgeId: z.string(),
    /** As the judge wrote it. */
    comment: z.string(),
    revision,
    moderation: moderation.exactOptional(),
  })
  .meta({
    id: 'Comment',
    description:
      "A judge's comment for the startup, and what was decided about it as it stands; without that it is not shown.",
  });

export const moderationRequest = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('released'), revision }),
    z.strictObject({ decision: z.literal('redacted'), revision, text: commentText, reason }),
    z.strictObject({ decision: z.literal('withheld'), revision, reason }),
  ])
  .meta({
    id: 'ModerationRequest',
    description:
      'Show the comment of that revision as it is, in other words that stand beside it, or not at all.',
  });

export const moderationView = moderation
  .extend({ entryId: uuid, judgeId: z.string(), revision, original: z.string() })
  .meta({ id: 'Moderation', description: 'What was decided about a comment.' });

/** Each takes three items of a transaction. */
const mostReleased = 32;

export const commentRelease = z
  .strictObject({
    comments: z
      .array(z.strictObject({ entryId: uuid, judgeId: personId, revision }))
      .min(1)
      .max(mostReleased)
      .refine(areDistinct, refusedAs('repeated')),
  })
  .meta({
    id: 'CommentRelease',
    description: 'Comments that were read and are shown as they are, all of them or none.',
  });

function areDistinct(
  comments: readonly { readonly entryId: string; readonly judgeId: string }[],
): boolean {
  const names = comments.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`);
  return new Set(names).size === names.length;
}

export const commentReleaseReply = z
  .object({ released: z.int() })
  .meta({ id: 'CommentsReleased', description: 'How many comments were released.' });

const criterionFeedback = z.object({
  criterionId: id,
  name: bothLanguages,
  maxPoints: z.string(),
  /** As it is printed in the result: rounded once. */
  mean: z.string(),
  /** Of all entries of the track; not where there are fewer than three. */
  average: z.string().exactOptional(),
});

const componentFeedback = z.object({
  componentId: id,
  name: bothLanguages,
  maxPoints: z.string(),
  /** As they are added to the mean of the judges. */
  points: z.string(),
  average: z.string().exactOptional(),
});

const roundFeedback = z.object({
  roundId: id,
  name: bothLanguages,
  total: z.string().exactOptional(),
  averageTotal: z.string().exactOptional(),
  criteria: z.array(criterionFeedback),
  components: z
    .array(componentFeedback)
    .exactOptional()
    .meta({ description: 'What organisers or the public gave; the total holds it.' }),
  /** In the track, and of how many; only where the rules give it. */
  rank: z.int().exactOptional(),
  ranked: z.int().exactOptional(),
  /** Those that organisers let through. */
  comments: z.array(z.string()),
});

export const feedbackView = z
  .object({
    editionId: id,
    entryId: uuid,
    code: z.string(),
    publishedAt: moment,
    rounds: z.array(roundFeedback),
  })
  .meta({
    id: 'Feedback',
    description:
      'What the judges gave back to the startup: means, averages of the track, comments; never who said what.',
  });
