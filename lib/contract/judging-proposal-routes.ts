import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { noBody, personId, roundPath } from './shared.ts';
import { text, uuid } from './text.ts';

const pair = z.object({ entryId: uuid, judgeId: personId });
const range = z.object({ least: z.int(), most: z.int() });
const component = z.object({ entryIds: z.array(uuid), judgeIds: z.array(personId) });

const report = z
  .object({
    cards: z.int(),
    /** Entries can be compared only within one. */
    components: z.int(),
    fragileJudges: z.array(personId),
    bridges: z.array(pair),
    loads: range,
    coReadings: range,
    efficiency: z.number().nullable(),
    concerns: z.array(
      z.enum(['disconnected', 'fragile-judges', 'bridges', 'uneven-loads', 'low-efficiency']),
    ),
  })
  .meta({ id: 'AssignmentReport', description: 'How good an assignment is.' });

const reason = z
  .discriminatedUnion('code', [
    z.object({ code: z.literal('fixed-in-conflict'), pairs: z.array(pair) }),
    z.object({
      code: z.literal('fixed-over-demand'),
      entryId: uuid,
      fixed: z.int(),
      demand: z.int(),
    }),
    z.object({
      code: z.literal('fixed-over-load'),
      judgeId: personId,
      fixed: z.int(),
      atMost: z.int(),
    }),
    z.object({
      code: z.literal('too-few-judges'),
      missing: z.int(),
      because: z.array(z.enum(['caps', 'conflicts', 'fixed', 'panel'])),
      entries: z.array(z.object({ entryId: uuid, wants: z.int(), others: z.int() })),
      fullJudges: z.array(z.object({ judgeId: personId, places: z.int() })),
    }),
    z.object({
      code: z.literal('too-few-cards'),
      missing: z.int(),
      judges: z.array(z.object({ judgeId: personId, wants: z.int(), others: z.int() })),
      fullEntries: z.array(z.object({ entryId: uuid, places: z.int() })),
    }),
    z.object({ code: z.literal('disconnected'), components: z.array(component) }),
  ])
  .meta({ id: 'ImpossibleReason', description: 'Why no assignment meets the request.' });

const proposalView = z
  .discriminatedUnion('possible', [
    z.object({
      possible: z.literal(true),
      seed: z.string(),
      /** What is to be given on top of what stands: in portions of 500 to assignEntries. */
      pairs: z.array(pair),
      /** Tasks that stand already. */
      standing: z.int(),
      beyondDemand: z.array(z.object({ entryId: uuid, by: z.int() })),
      cost: z.int(),
      leastCost: z.int(),
      report,
    }),
    z.object({ possible: z.literal(false), seed: z.string(), reasons: z.array(reason) }),
  ])
  .meta({
    id: 'AssignmentProposal',
    description: 'Who could read what, at least cost and in one piece, or why that cannot be.',
  });

export const judgingProposalRoutes = {
  proposeAssignment: defineRoute({
    operation: 'proposeAssignment',
    capability: 'judging',
    method: 'GET',
    path: '/api/editions/{editionId}/rounds/{roundId}/assignment-proposal',
    audience: ['organiser'],
    summary:
      'Who could read what: fair, connected, around the tasks that stand; nothing is given by it. The same seed gives the same.',
    params: roundPath,
    query: z.strictObject({
      judgesPerEntry: z
        .string()
        .regex(/^(?:[1-9]|[1-4][0-9]|50)$/)
        .transform(Number)
        .exactOptional()
        .meta({ description: 'In place of what the plan says, 1 to 50.' }),
      seed: text(100).exactOptional().meta({ description: 'What settles equals; public.' }),
    }),
    body: noBody,
    success: 200,
    reply: proposalView,
    problems: ['not-found', 'forbidden', 'phase-closed', 'state-conflict', 'limit-reached'],
  }),
};
