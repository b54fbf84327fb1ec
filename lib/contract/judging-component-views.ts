import * as z from 'zod';
import { pageOf } from './page.ts';
import { points } from './points-schema.ts';
import { moment, reason, version } from './shared.ts';
import { id, uuid } from './text.ts';

/** How many entries one act gives components to. */
const mostAtOnce = 32;

const values = {
  points: z.record(id, points).meta({ description: 'Decimal strings ("35.5") by component.' }),
  votes: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .exactOptional()
    .meta({ description: 'How many of the public voted for it, where the rubric has a vote.' }),
};

const why = reason
  .exactOptional()
  .meta({ description: 'Needed as soon as something given before is corrected.' });

export const givingRequest = z.strictObject({ ...values, reason: why }).meta({
  id: 'GivingRequest',
  description: 'What an entry gets from no judge. What was given once stays, or is corrected.',
});

export const givingsRequest = z
  .strictObject({
    reason: why,
    entries: z
      .array(
        z.strictObject({
          entryId: uuid,
          version: z
            .int()
            .min(0)
            .meta({ description: 'What the row is based on: 0 where nothing was given yet.' }),
          ...values,
        }),
      )
      .min(1)
      .max(mostAtOnce),
  })
  .meta({
    id: 'GivingsRequest',
    description: 'Components of many entries at once: all rows count, or none.',
  });

export const givenView = z
  .object({
    entryId: uuid,
    points: z.record(z.string(), z.string()),
    votes: z.int().exactOptional(),
    by: z.string(),
    at: moment,
    version,
  })
  .meta({ id: 'Given', description: 'What an entry got from no judge, who gave it and when.' });

export const givensView = z
  .object({ items: z.array(givenView) })
  .meta({ id: 'Givens', description: 'What entries got from no judge, in the order asked.' });

export const givenPage = pageOf(givenView);

/** What of the audit trail's detail is a revision; points in hundredths. */
export const givenDetail = z.object({
  revision: z.int().min(1),
  points: z.record(z.string(), z.int().min(0)),
  votes: z.int().exactOptional(),
  reason: z.string().exactOptional(),
});

export const givenRevisions = pageOf(
  z
    .object({
      revision: givenDetail.shape.revision,
      at: moment,
      actorId: z.string(),
      points: z.record(z.string(), z.string()),
      votes: givenDetail.shape.votes,
      /** Why it was corrected. */
      reason: givenDetail.shape.reason,
    })
    .meta({ id: 'GivenRevision', description: 'What was given at one time, by whom and why.' }),
).meta({
  description: 'A page of revisions, the first one first. The latest may be missing for a second.',
});
