import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { pageOf, pageQuery } from './page.ts';
import { noBody, noQuery, personId, roundPath } from './shared.ts';
import { id, uuid } from './text.ts';

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

const judgeReminderRequest = z
  .strictObject({
    judgeIds: z
      .array(personId)
      .min(1)
      .max(200)
      .exactOptional()
      .meta({ description: 'Only these; without it whoever has sheets to hand in.' }),
    dryRun: z.boolean().meta({ description: 'Only say who would be reminded.' }),
  })
  .meta({ id: 'JudgeReminderRequest', description: 'Who is to be reminded of missing sheets.' });

const judgeReminders = z
  .object({
    roundId: id,
    dryRun: z.boolean(),
    judges: z.array(z.object({ judgeId: personId, missing: z.int() })),
  })
  .meta({
    id: 'JudgeReminders',
    description: 'Who is reminded of how many missing sheets, by a mail at most once a day.',
  });

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
  remindJudges: defineRoute({
    operation: 'remindJudges',
    capability,
    method: 'POST',
    path: `${round}/reminders`,
    audience: ['organiser'],
    summary: 'Remind judges of the sheets that are waited for, at most once a day; or a dry run.',
    params: roundPath,
    query: noQuery,
    body: judgeReminderRequest,
    success: 200,
    reply: judgeReminders,
    problems: ['not-found', 'forbidden', 'phase-closed'],
  }),
};
