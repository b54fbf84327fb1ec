import * as z from 'zod';
import { applicantKinds } from '../contest/plan.ts';
import { entryState } from './entry-parts.ts';
import { historyDetail } from './history-detail.ts';
import { pageOf, pageQuery } from './page.ts';
import { moment, version } from './shared.ts';
import { id, text, uuid } from './text.ts';

/** What the list can be narrowed to; an entry meets all that is given. */
export const listQuery = z.strictObject({
  ...pageQuery.shape,
  state: entryState.exactOptional().meta({ description: 'Only those in this state.' }),
  trackId: id.exactOptional().meta({ description: 'Only those of this track.' }),
  fieldId: id.exactOptional().meta({ description: 'Only those of this field.' }),
  applicantKind: z
    .enum(applicantKinds)
    .exactOptional()
    .meta({ description: 'Only those of such applicants.' }),
  missingDocument: id.exactOptional().meta({
    description: 'Only those whose document of this kind is not there or was turned away.',
  }),
  incomplete: z
    .literal('true')
    .transform(() => true as const)
    .exactOptional()
    .meta({ description: 'Only those that still lack something; never one that was withdrawn.' }),
  supplement: z
    .literal('open')
    .exactOptional()
    .meta({ description: 'Only those that a supplement is waited for.' }),
  text: text(100).exactOptional().meta({
    description:
      'Only those in which each of these words begins a word of the code, the title, a name, the telephone or the tax number; digits may stand anywhere in it. Accents, case and đ make no difference.',
  }),
});

const entrySummary = z
  .object({
    entryId: uuid,
    code: z.string(),
    state: entryState,
    title: z.string(),
    trackId: id,
    fieldId: id.exactOptional(),
    applicantName: z.string().exactOptional(),
    applicantKind: z.enum(applicantKinds).exactOptional(),
    createdAt: moment,
    submission: z.int(),
    submittedAt: moment.exactOptional(),
    /** How many requirements of the plan are unmet. */
    missing: z.int(),
    missingDocuments: z.array(id),
    supplement: z.object({ closesAt: moment, answered: z.boolean() }).exactOptional(),
    opinions: z.int(),
    late: z.object({ closesAt: moment }).exactOptional(),
    version,
  })
  .meta({
    id: 'EntrySummary',
    description:
      'An entry in the list of the secretariat: as it was handed in, or its draft as long as nothing was. It follows the entry within seconds.',
  });

export const entryPage = pageOf(entrySummary).meta({
  description:
    'A page of the list, the oldest first. Without a filter it has `limit` entries where there are so many. With one, up to 1,000 entries (a megabyte) are looked through at a call: a page may have fewer entries than `limit`, even none, and still a `next`. The list ends where there is no `next`.',
});

const counts = z.object({
  draft: z.int(),
  submitted: z.int(),
  eligible: z.int(),
  ineligible: z.int(),
  withdrawn: z.int(),
});

export const entryCounts = z
  .object({
    total: z.int(),
    byState: counts,
    byTrack: z.array(z.object({ trackId: id, byState: counts })),
    /** Without a field: of those that chose none yet. */
    byField: z.array(z.object({ fieldId: id.exactOptional(), byState: counts })),
    /** Those that still lack something, without those that were withdrawn. */
    incomplete: z.int(),
    supplementsOpen: z.int(),
  })
  .meta({
    id: 'EntryCounts',
    description:
      'How many entries there are of what. It looks at the whole list, a megabyte (some 600 entries) at a read, one after the other: one read for 150 entries, about seventeen for 10,000.',
  });

const historyRecord = z
  .object({
    at: moment,
    operation: z.string(),
    /** A person's id, or `system:` and which part of it. */
    actorId: z.string(),
    detail: historyDetail.exactOptional(),
  })
  .meta({ id: 'HistoryRecord', description: 'Who did what to an entry, and when.' });

export const historyPage = pageOf(historyRecord).meta({
  description:
    'A page of what happened to an entry, the first act first; acts on its documents are not among them. The latest may be missing for a second.',
});
