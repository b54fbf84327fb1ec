import * as z from 'zod';
import type { OrganisersDecision } from '../contest/organisers-decision.ts';

const string = z.string();
const count = z.int();

const signed = {
  editionId: string,
  roundId: string,
  number: count,
  reason: string,
  documentNumber: string,
  signedBy: string,
  at: string,
};

/** A decision of the organisers about a round, as it is stored for good. */
export const decisionSchema: z.ZodType<OrganisersDecision> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('advance-number'),
    trackId: string,
    perTrack: count,
    ...signed,
  }),
  z.object({
    kind: z.literal('advance-tied'),
    trackId: string,
    among: z.array(string),
    entryIds: z.array(string),
    ...signed,
  }),
  z.object({ kind: z.literal('leave-empty'), prizeId: string, places: count, ...signed }),
  z.object({ kind: z.literal('give-prize'), prizeId: string, entryId: string, ...signed }),
  z.object({
    kind: z.literal('take-prize'),
    prizeId: string,
    entryId: string,
    moveUp: z.boolean(),
    ...signed,
  }),
  z.object({
    kind: z.literal('count-votes'),
    prizeId: string,
    counts: z.array(z.object({ entryId: string, votes: count })),
    ...signed,
  }),
  z.object({ kind: z.literal('withdraw'), decision: count, ...signed }),
]);
