import * as z from 'zod';
import { blocker } from './blocker-view.ts';
import { moment } from './shared.ts';
import { id, sha256, uuid } from './text.ts';

const criterionScore = z.object({
  criterionId: z.string(),
  mean: z.string(),
  printed: z.string(),
});

const componentScore = z.object({
  componentId: z.string(),
  printed: z.string(),
  /** Behind the points of a public vote. */
  votes: z.int().exactOptional(),
});

const rankedEntry = z.object({
  entryId: uuid,
  trackId: id,
  /** Each judge's exact total, as a fraction. */
  sheets: z.array(z.object({ judgeId: z.string(), total: z.string() })),
  notCounted: z
    .array(z.object({ judgeId: z.string(), because: z.string() }))
    .meta({ description: 'Sheets that are left out, and why: never counted in silence.' }),
  hiddenSheets: z
    .int()
    .exactOptional()
    .meta({ description: 'How many are not shown to a reader who is close to the entry.' }),
  score: z
    .object({
      mean: z.string(),
      printed: z.string(),
      criteria: z.array(criterionScore),
      components: z
        .array(componentScore)
        .exactOptional()
        .meta({ description: 'What the organisers or the public gave: added to the mean.' }),
      sum: z
        .string()
        .exactOptional()
        .meta({ description: 'Mean and components as an exact fraction: what is printed.' }),
    })
    .exactOptional(),
  whyNotEligible: z.array(z.object({ code: z.string() })),
});

const place = z.object({
  rank: z.int(),
  score: z.string(),
  entryIds: z.array(uuid),
  standing: z.string(),
});

const tie = z.object({
  rank: z.int(),
  score: z.string(),
  entryIds: z.array(uuid),
  /** Each step of the ladder: whom it found tied, what it compared, how it split them. */
  trace: z.array(z.unknown()),
});

const ranking = z.object({ places: z.array(place), ties: z.array(tie) });

/** A closed round's outcome before anybody outside may know it. */
export const rankingPreview = z
  .object({
    editionId: id,
    roundId: id,
    /** SHA-256 of the canonical outcome: approving and publishing take it. */
    digest: sha256,
    state: z.enum(['closed', 'approved']),
    rankings: z.array(
      z.object({
        mostVotes: z
          .int()
          .exactOptional()
          .meta({ description: 'What the points of a public vote are a share of.' }),
        entries: z.array(rankedEntry),
        overall: ranking,
        tracks: z.array(
          z.object({
            trackId: id,
            ranking,
            advance: z.object({ limit: z.int(), entryIds: z.array(uuid) }).exactOptional(),
          }),
        ),
      }),
    ),
    hiddenSheets: z
      .int()
      .meta({ description: 'How many sheets are not shown, of all entries together.' }),
    awards: z.array(
      z.object({
        prizeId: id,
        entryId: uuid,
        rank: z.int().exactOptional(),
        joint: z.boolean(),
        given: z.enum(['decision', 'publicVote']).exactOptional(),
        votes: z.int().exactOptional(),
      }),
    ),
    unawarded: z
      .array(z.object({ prizeId: id, places: z.int(), because: z.string() }))
      .meta({ description: 'Places of prizes that nobody gets, and why.' }),
    blockers: z.array(blocker),
  })
  .meta({
    id: 'RankingPreview',
    description: "A closed round's outcome with its whole derivation, for organisers alone.",
  });

export const approvalRequest = z.strictObject({ digest: sha256 }).meta({
  id: 'ApprovalRequest',
  description: 'The digest of the ranking that was looked at: another one is not approved.',
});

export const approvalReply = z
  .object({
    roundId: id,
    digest: sha256,
    approvedAt: moment,
    /** Entries that go on to the next round. */
    advanced: z.array(uuid),
  })
  .meta({ id: 'Approval', description: 'The approved ranking and who goes on to the next round.' });
