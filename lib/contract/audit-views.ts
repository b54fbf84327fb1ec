import * as z from 'zod';
import { subjectKinds } from '../contest/audit-subject.ts';
import { historyDetail } from './history-detail.ts';
import { pageOf, pageQuery } from './page.ts';
import { moment, personId } from './shared.ts';
import { uuid } from './text.ts';

const subjectName = z
  .string()
  .regex(/^[a-z-]{1,20}(?:\/[A-Za-z0-9_.-]{1,200}){0,4}$/)
  .meta({ description: 'What it was done to, as `subject.name` of a record has it: `entry/…`.' });

/** What the trail can be narrowed to; a record meets all that is given. */
export const auditQuery = z.strictObject({
  ...pageQuery.shape,
  from: moment.exactOptional().meta({ description: 'Only what was done then or later.' }),
  to: moment.exactOptional().meta({ description: 'Only what was done before.' }),
  actorId: z
    .string()
    .regex(/^[A-Za-z0-9_:-]{1,128}$/)
    .exactOptional()
    .meta({ description: 'Only what this person, or this part of the system, did.' }),
  operation: z
    .string()
    .regex(/^[A-Za-z-]{1,60}$/)
    .exactOptional()
    .meta({ description: 'Only such acts: an operation, or what the system itself does.' }),
  kind: z
    .enum(subjectKinds)
    .exactOptional()
    .meta({ description: 'Only what was done to such things.' }),
  subject: subjectName.exactOptional(),
});

/** What of a record's detail leaves, named one by one: no points, comments, orders, digests, codes or addresses. */
export const auditDetail = historyDetail.extend({
  revision: z.int().exactOptional(),
  resultVersion: z.int().exactOptional(),
  publishAt: z.string().exactOptional(),
  leaves: z.string().exactOptional(),
  joins: z.string().exactOptional(),
  chair: z.string().exactOptional(),
  conflict: z.boolean().exactOptional(),
  struck: z.boolean().exactOptional(),
  recused: z.boolean().exactOptional(),
  takenBack: z.boolean().exactOptional(),
  clean: z.boolean().exactOptional(),
  dryRun: z.boolean().exactOptional(),
  given: z.int().exactOptional(),
  released: z.int().exactOptional(),
  missing: z.int().exactOptional(),
  clonedFrom: z.string().exactOptional(),
});

const auditRecord = z
  .object({
    at: moment,
    /** A person's id, or `system:` and which part of it. */
    actorId: z.string(),
    operation: z.string(),
    subject: z.object({
      kind: z.enum([...subjectKinds, 'other']),
      name: z.string(),
      roundId: z.string().exactOptional(),
      entryId: z.string().exactOptional(),
      judgeId: z.string().exactOptional(),
      mailId: z.string().exactOptional(),
      personId: z.string().exactOptional(),
    }),
    /** The same in all records of one act. */
    requestId: z.string(),
    detail: auditDetail.exactOptional(),
  })
  .meta({ id: 'AuditRecord', description: 'Who did what to what, and when.' });

export const auditPage = pageOf(auditRecord)
  .extend({
    people: z
      .array(
        z.object({
          personId,
          name: z.string(),
          roles: z.array(z.enum(['organiser', 'secretary', 'judge'])),
        }),
      )
      .meta({ description: 'Those named in the page who have or had a role.' }),
    entries: z
      .array(z.object({ entryId: uuid, code: z.string() }))
      .meta({ description: 'The entries named in the page.' }),
  })
  .meta({
    description:
      'A page of what was done in an edition, the last act first. With a filter but `from` and `to` up to 500 records (a megabyte) are looked through at a call: a page may have fewer records than `limit`, even none, and still a `next`. What tells how an entry was judged is left out for who is close to it, so any page may be short. With `subject` the latest acts may be missing for a second. The trail ends where there is no `next`.',
  });
