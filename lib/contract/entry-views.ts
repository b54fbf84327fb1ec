import * as z from 'zod';
import { documentView } from './document-views.ts';
import { entryContentView } from './entry-content-schema.ts';
import { entryState, missing, reasonView, supplementView } from './entry-parts.ts';
import { moment, version } from './shared.ts';
import { id, uuid } from './text.ts';

const screeningView = z.object({
  decision: z.enum(['eligible', 'ineligible']),
  reasons: z.array(reasonView),
  at: moment,
});

/** An entry as its owner and the secretariat see it. */
export const entryView = z
  .object({
    editionId: id,
    entryId: uuid,
    code: z.string(),
    state: entryState,
    content: entryContentView,
    documents: z.array(documentView),
    /** What a submission still needs; the same question submit asks. */
    missing: z.array(missing),
    submission: z.int(),
    submittedAt: moment.exactOptional(),
    screening: screeningView.exactOptional(),
    supplement: supplementView.exactOptional(),
    /** A recorded exception: until when the entry may be handed in. */
    late: z.object({ closesAt: moment }).exactOptional(),
    withdrawnConsents: z.array(z.object({ purpose: id, at: moment })).exactOptional(),
    createdAt: moment,
    version,
  })
  .meta({ id: 'Entry', description: 'An entry as its owner and the secretariat see it.' });
