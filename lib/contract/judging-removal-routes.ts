import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { noQuery, personId, reason, roundPath } from './shared.ts';
import { id, uuid } from './text.ts';

const removalRequest = z
  .strictObject({
    /** Thirty: all of them are gone by one write, with their sheets and the records of these. */
    pairs: z
      .array(z.strictObject({ entryId: uuid, judgeId: personId }))
      .min(1)
      .max(30),
    reason,
    strike: z
      .boolean()
      .exactOptional()
      .meta({ description: 'Also where the sheet is handed in: it counts no longer.' }),
  })
  .meta({ id: 'RemovalRequest', description: 'Which entries are taken from which judges, why.' });

const removalReply = z
  .object({ roundId: id, takenBack: z.int(), struck: z.int() })
  .meta({ id: 'RemovalReply', description: 'How many tasks are gone, and how many sheets.' });

export const judgingRemovalRoutes = {
  takeBackEntries: defineRoute({
    operation: 'takeBackEntries',
    capability: 'judging',
    method: 'POST',
    path: '/api/editions/{editionId}/rounds/{roundId}/assignment-removals',
    audience: ['organiser'],
    summary:
      'Take entries back from judges until the round is closed: all pairs of the request, or none.',
    params: roundPath,
    query: noQuery,
    body: removalRequest,
    success: 200,
    reply: removalReply,
    problems: ['not-found', 'forbidden', 'state-conflict', 'second-person-required'],
  }),
};
