import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { pageOf, pageQuery } from './page.ts';
import { noBody, roundPath } from './shared.ts';
import { uuid } from './text.ts';

const capability = 'judging';
const round = '/api/editions/{editionId}/rounds/{roundId}';

/** One entry: never a point. */
const entryProgressView = z
  .object({
    entryId: uuid,
    code: z.string(),
    assigned: z.int(),
    submitted: z.int(),
    drafts: z.int(),
    conflicts: z.int(),
    needed: z.int().meta({ description: 'The sheets that the rules ask for.' }),
    missing: z.int().meta({ description: 'How many of these are not handed in.' }),
  })
  .meta({ id: 'EntryProgress', description: 'How many sheets of an entry are handed in.' });

/** Following a round, and pressing on. */
export const judgingProgressRoutes = {
  listEntryProgress: defineRoute({
    operation: 'listEntryProgress',
    capability,
    method: 'GET',
    path: `${round}/progress/entries`,
    audience: ['organiser', 'secretary'],
    summary: 'How many sheets of each entry are handed in and missing; never a point.',
    params: roundPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: pageOf(entryProgressView),
    problems: ['not-found', 'forbidden', 'cursor-invalid'],
  }),
};
