import * as z from 'zod';
import { blocker } from './blocker-view.ts';
import { missing } from './entry-parts.ts';
import { sheetView } from './judging-views.ts';
import { problemCodes } from './problem-codes.ts';
import { moment } from './shared.ts';

const fact = (codes: string, description: string) => ({
  description: `${description} With ${codes}.`,
});

const fieldError = z
  .object({
    pointer: z.string().meta({
      description: 'Where: an RFC 6901 pointer into the body, or `/query/…`, `/path/…`.',
    }),
    code: z.string().meta({ description: 'What is wrong there, as a stable code.' }),
    limit: z
      .union([z.number(), z.string()])
      .exactOptional()
      .meta({ description: 'The limit that was crossed, where there is one.' }),
  })
  .meta({ id: 'FieldError', description: 'One wrong place of a request; never its value.' });

/** What a refusal tells beside its code; which of them are there depends on the code. */
const facts = {
  errors: z
    .array(fieldError)
    .exactOptional()
    .meta(fact('validation-failed, invalid-parameter, unknown-parameter', 'Every wrong place.')),
  needs: z.string().exactOptional().meta(fact('forbidden', 'The role, or the deed, it takes.')),
  because: z
    .string()
    .exactOptional()
    .meta(fact('conflict-of-interest', 'What makes the conflict.')),
  receivedAt: moment
    .exactOptional()
    .meta(fact('phase-closed', 'When the request reached the gateway.')),
  opensAt: moment.exactOptional().meta(fact('phase-closed', 'When it opens.')),
  closesAt: moment.exactOptional().meta(fact('phase-closed', 'The first moment that is too late.')),
  state: z.string().exactOptional().meta(fact('state-conflict', 'The present state.')),
  blockers: z
    .array(blocker)
    .exactOptional()
    .meta(fact('state-conflict', 'All that stands in the way.')),
  missing: z
    .array(missing)
    .exactOptional()
    .meta(fact('entry-incomplete, upload-incomplete', 'All that is missing.')),
  field: z.string().exactOptional().meta(fact('duplicate-entry', 'The field that is taken.')),
  limit: z
    .string()
    .exactOptional()
    .meta(fact('limit-reached, quota-exceeded', 'Which limit of the rules.')),
  allowed: z
    .number()
    .exactOptional()
    .meta(fact('limit-reached, quota-exceeded', 'How much that limit allows.')),
  reason: z.string().exactOptional().meta(fact('file-rejected', 'What the inspection found.')),
  current: z
    .union([z.number(), z.string()])
    .exactOptional()
    .meta(fact('rubric-changed, rules-changed, digest-changed', 'What stands now.')),
  what: z.string().exactOptional().meta(fact('already-exists', 'What is there already.')),
  expiredAt: moment.exactOptional().meta(fact('invitation-expired', 'When it expired.')),
  currentVersion: z
    .int()
    .nullable()
    .exactOptional()
    .meta(fact('precondition-failed', 'The version that stands now, where one does.')),
  sheet: sheetView
    .exactOptional()
    .meta(fact('precondition-failed', 'What is stored, where it is a score sheet of the caller.')),
};

/** The answer that tells a problem (RFC 9457), as every operation gives it. */
export const problemDocument = z
  .object({
    type: z.string().meta({ description: '`/problems/` and the code.', format: 'uri-reference' }),
    title: z.string().meta({ description: 'What is wrong, in one English sentence.' }),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What to do about it.' }),
    code: z
      .enum(problemCodes)
      .meta({ description: 'The stable name of the problem: decide by this, never by the texts.' }),
    ...facts,
    requestId: z.string().meta({ description: 'What to tell when asking for help.' }),
    serverTime: moment.meta({ description: "The server's clock when it answered." }),
  })
  .meta({ id: 'Problem', description: 'Why a request was not carried out (RFC 9457).' });

export type ProblemDocument = z.output<typeof problemDocument>;
