import * as z from 'zod';
import { documentNumber, moment, reason } from './shared.ts';
import { id, uuid } from './text.ts';

const signed = { reason, documentNumber };

const prizeId = id;

const counts = z
  .array(z.strictObject({ entryId: uuid, votes: z.int().min(0).max(1_000_000_000) }))
  .min(1)
  .max(1000);

export const decisionRequest = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('advance-number'),
      trackId: id,
      perTrack: z.int().min(0).max(1000),
      ...signed,
    }),
    z.strictObject({
      kind: z.literal('advance-tied'),
      trackId: id,
      /** Those of the tied that go on; none of them is an answer, too. */
      entryIds: z.array(uuid).max(500),
      ...signed,
    }),
    z.strictObject({
      kind: z.literal('leave-empty'),
      prizeId,
      places: z.int().min(1).max(1000),
      ...signed,
    }),
    z.strictObject({ kind: z.literal('give-prize'), prizeId, entryId: uuid, ...signed }),
    z.strictObject({
      kind: z.literal('take-prize'),
      prizeId,
      entryId: uuid,
      /** Whether those behind it move up; else its place stays empty. */
      moveUp: z.boolean(),
      ...signed,
    }),
    z.strictObject({
      kind: z.literal('withdraw'),
      decision: z.int().min(1).max(9999),
      ...signed,
    }),
  ])
  .meta({
    id: 'OrganisersDecisionRequest',
    description: 'What the organisers decide about a closed round, with the paper it stands on.',
  });

export const votesRequest = z.strictObject({ prizeId, counts, ...signed }).meta({
  id: 'VotesRequest',
  description: 'The final counts of a public vote; entries that are not named have none.',
});

/** One of any kind: which fields are there depends on it. */
export const decisionFields = {
  number: z.int(),
  kind: z.enum([
    'advance-number',
    'advance-tied',
    'leave-empty',
    'give-prize',
    'take-prize',
    'count-votes',
    'withdraw',
  ]),
  trackId: z.string().exactOptional(),
  perTrack: z.int().exactOptional(),
  among: z.array(z.string()).exactOptional(),
  entryIds: z.array(z.string()).exactOptional(),
  prizeId: z.string().exactOptional(),
  places: z.int().exactOptional(),
  entryId: z.string().exactOptional(),
  moveUp: z.boolean().exactOptional(),
  counts: z.array(z.object({ entryId: z.string(), votes: z.int() })).exactOptional(),
  decision: z.int().exactOptional().meta({ description: 'The one that is withdrawn.' }),
  reason: z.string(),
  documentNumber: z.string(),
  signedBy: z.string(),
  at: moment,
};

export const decisionReply = z
  .object({
    roundId: id,
    ...decisionFields,
    approvalVoided: z
      .boolean()
      .meta({ description: 'The ranking had been approved and has to be approved again.' }),
  })
  .meta({ id: 'OrganisersDecision', description: 'A decision of the organisers, as recorded.' });

export const decisionList = z
  .object({
    roundId: id,
    decisions: z.array(
      z.object({
        ...decisionFields,
        isInForce: z.boolean().meta({ description: 'Neither withdrawn nor followed by another.' }),
      }),
    ),
  })
  .meta({
    id: 'OrganisersDecisionList',
    description: 'All decisions of the organisers about a round, those withdrawn as well.',
  });
