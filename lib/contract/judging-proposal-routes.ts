import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { noQuery, personId, roundPath } from './shared.ts';
import { sha256, text, uuid } from './text.ts';

const pair = z.object({ entryId: uuid, judgeId: personId });
const pairAsked = z.strictObject({ entryId: uuid, judgeId: personId });

const proposalRequest = z
  .strictObject({
    judgesPerEntry: z
      .int()
      .min(1)
      .max(50)
      .exactOptional()
      .meta({ description: 'In place of what the plan says.' }),
    seed: text(100).exactOptional().meta({ description: 'What settles equals; public.' }),
    fixed: z
      .array(pairAsked)
      .max(500)
      .exactOptional()
      .meta({ description: 'The choices of the chair: these are in it.' }),
    caps: z
      .array(z.strictObject({ judgeId: personId, atMost: z.int().min(0).max(2000) }))
      .max(300)
      .exactOptional()
      .meta({ description: 'The most entries these judges read, in place of what they stated.' }),
    absent: z.array(personId).max(300).exactOptional().meta({
      description: 'Judges who read no more: what they have not handed in is for others.',
    }),
    refill: z.boolean().exactOptional().meta({
      description: 'Tasks without a sheet may move, as few as can be; else all that stands stays.',
    }),
  })
  .meta({ id: 'ProposalRequest', description: 'What is wanted of a proposal; {} is nothing.' });

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
      /** SHA-256 of `pairs` and `taken` in canonical JSON; the audit trail has it. */
      digest: sha256,
      /** What is to be given on top of what stands: in portions of 500 to assignEntries. */
      pairs: z.array(pair),
      /** What is to be taken back: in portions of 30 to takeBackEntries. */
      taken: z.array(pair),
      /** Tasks that stand already, and stay. */
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
    method: 'POST',
    path: '/api/editions/{editionId}/rounds/{roundId}/assignment-proposals',
    audience: ['organiser'],
    summary:
      'Who could read what: fair, connected, around what stands, by the wishes of the chair; nothing is given by it. The same seed gives the same.',
    params: roundPath,
    query: noQuery,
    body: proposalRequest,
    success: 200,
    reply: proposalView,
    problems: ['not-found', 'forbidden', 'phase-closed', 'state-conflict', 'limit-reached'],
  }),
};
