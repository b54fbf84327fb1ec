import * as z from 'zod';
import { taskStates } from '../contest/progress.ts';
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

/** The tasks of one entry that are in force: never a point. */
const assignedEntryView = z
  .object({
    entryId: uuid,
    code: z.string(),
    /** As its judges see it. */
    title: z.string(),
    judges: z.array(
      z.object({
        judgeId: personId,
        state: z.enum(taskStates).meta({
          description: 'How far the sheet is; with a conflict of interest nobody waits for it.',
        }),
      }),
    ),
  })
  .meta({ id: 'AssignedEntry', description: 'Who is to score an entry, and how far each is.' });

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
  listAssignments: defineRoute({
    operation: 'listAssignments',
    capability,
    method: 'GET',
    path: `${round}/assignments`,
    audience: ['organiser'],
    summary: 'Which judges each entry is given to, and how far they are; never a point.',
    params: roundPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: pageOf(assignedEntryView),
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
