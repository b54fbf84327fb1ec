import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { decisionFields } from './organisers-decision-views.ts';
import { flagStand } from './ruling-views.ts';
import { bothLanguages, moment, noBody, noQuery, roundEntryPath } from './shared.ts';
import { id, uuid } from './text.ts';

const judgeId = z.string();
const figure = z.object({ exact: z.string(), printed: z.string() });
const neighbour = z.object({ rank: z.int(), score: z.string(), entryIds: z.array(uuid) });

const standing = z.object({
  trackId: id.exactOptional().meta({ description: 'Absent in the ranking of all.' }),
  rank: z.int(),
  score: z.string(),
  beside: z.array(uuid).meta({ description: 'Who shares the place.' }),
  above: neighbour.exactOptional(),
  below: neighbour.exactOptional(),
});

const part = z.object({ id: z.string(), name: bothLanguages, maxPoints: z.string() });

const deliberation = z
  .object({
    roundId: id,
    entryId: uuid,
    code: z.string(),
    title: z.string(),
    trackId: id,
    criteria: z.array(
      z.object({
        criterionId: z.string(),
        name: bothLanguages,
        maxPoints: z.string(),
        mean: z.string().exactOptional(),
        printed: z.string().exactOptional(),
        parts: z
          .array(part)
          .exactOptional()
          .meta({ description: 'What it is marked by; their sum is its mark.' }),
      }),
    ),
    components: z
      .array(
        z.object({
          componentId: z.string(),
          name: bothLanguages,
          maxPoints: z.string(),
          printed: z.string().exactOptional(),
          votes: z.int().exactOptional(),
        }),
      )
      .exactOptional()
      .meta({ description: 'What no judge gives, where the rubric has some: added to the mean.' }),
    mostVotes: z
      .int()
      .exactOptional()
      .meta({ description: 'What the points of a public vote are a share of.' }),
    sheets: z.array(
      z.object({
        judgeId,
        total: figure,
        points: z.record(z.string(), z.string()).meta({
          description: 'By criterion, or by part where a criterion has some.',
        }),
        comment: z.string().meta({ description: 'For the startup.' }),
        note: z.string().meta({ description: 'For the organisers.' }),
      }),
    ),
    notCounted: z.array(z.object({ judgeId, because: z.string() })),
    score: z
      .object({
        mean: z.string(),
        sum: z
          .string()
          .exactOptional()
          .meta({ description: 'Mean and components as an exact fraction: what is printed.' }),
        printed: z.string(),
      })
      .exactOptional(),
    spread: z
      .object({ lowest: figure, highest: figure, range: figure, mean: figure })
      .exactOptional()
      .meta({ description: "Of the judges' totals; absent where no sheet counts." }),
    whyNotEligible: z.array(z.object({ code: z.string() })),
    flag: flagStand.exactOptional(),
    standings: z.array(standing),
    prizeIds: z.array(id),
    tieDecisions: z.array(
      z.object({
        order: z.array(z.array(uuid)),
        reason: z.string(),
        documentNumber: z.string().exactOptional(),
        signedBy: z.string(),
        at: moment,
      }),
    ),
    decisions: z.array(z.object({ ...decisionFields, isInForce: z.boolean() })),
  })
  .meta({
    id: 'Deliberation',
    description: 'Everything about one entry of a closed round that is looked at before deciding.',
  });

/** What people look at before they decide about an entry. */
export const deliberationRoutes = {
  getDeliberation: defineRoute({
    operation: 'getDeliberation',
    capability: 'results',
    method: 'GET',
    path: '/api/editions/{editionId}/rounds/{roundId}/deliberation/{entryId}',
    audience: ['organiser', 'judge'],
    summary: 'One entry of a closed round laid out, for organisers, the panel and its chair.',
    params: roundEntryPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: deliberation,
    problems: ['not-found', 'forbidden', 'conflict-of-interest', 'state-conflict'],
  }),
};
