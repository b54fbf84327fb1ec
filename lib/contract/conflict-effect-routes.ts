import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { noBody, noQuery, roundPath } from './shared.ts';
import { id, uuid } from './text.ts';

const standing = z.object({
  rank: z.int().exactOptional(),
  trackRank: z.int().exactOptional(),
  advances: z.boolean(),
  prizeIds: z.array(id),
});

const conflictEffect = z
  .object({
    roundId: id,
    struck: z
      .array(
        z.object({
          entryId: uuid,
          judgeId: z.string(),
          state: z.enum(['draft', 'submitted']),
          basis: z.string(),
        }),
      )
      .meta({
        description: 'Every sheet that a conflict struck, and what the conflict stands on.',
      }),
    changes: z
      .array(z.object({ entryId: uuid, counted: standing, struck: standing }))
      .meta({ description: 'Entries that stand elsewhere, or win something else, for it.' }),
  })
  .meta({
    id: 'ConflictEffect',
    description: 'What a closed round would come to if sheets struck by conflicts were counted.',
  });

/** Whether conflicts decided anything. */
export const conflictEffectRoutes = {
  getConflictEffect: defineRoute({
    operation: 'getConflictEffect',
    capability: 'results',
    method: 'GET',
    path: '/api/editions/{editionId}/rounds/{roundId}/conflict-effect',
    audience: ['organiser'],
    summary: 'Whether any place or prize of a closed round is another for sheets that were struck.',
    params: roundPath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: conflictEffect,
    problems: ['not-found', 'forbidden', 'state-conflict'],
  }),
};
