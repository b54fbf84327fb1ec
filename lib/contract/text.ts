/**
 * The scalars that bodies, queries and paths are made of.
 *
 * Convention: what a scalar refuses beyond its type is a zod issue of code 'custom' whose `params` hold our own
 * stable code and, where one was crossed, the limit: `issue.params.code`, `issue.params.limit`. All other issues
 * (wrong type, missing or unknown field, too many) are zod's and are named by their kind in the HTTP shell.
 *
 * Each is a string schema with an `overwrite`, never a transform: its output is again a valid input, and both
 * export to JSON Schema, whose `pattern` shows the normal form.
 */
import * as z from 'zod';
import { isInstant, isLocalDate, isLocalDateTime } from '../contest/local-date.ts';
import { normaliseText, type TextRule, textProblems } from '../contest/plain-text.ts';

/** The parameters of a custom issue of ours. */
export interface IssueParams {
  readonly code: string;
  readonly limit?: number | string;
}

/** For `refine`: `params` is what the shell reads, `error` what a developer sees. */
export const refusedAs = (code: string, limit?: number | string) => ({
  error: code,
  params: { code, ...(limit === undefined ? {} : { limit }) } satisfies IssueParams,
});

/**
 * A text that people read: NFC, trimmed, something visible in it, no controls or direction overrides. Lengths are
 * code points in NFC; `min` is 1 unless told (0: may be empty). Codes: blank, too-short, too-long,
 * control-character, confusable-text, not-well-formed.
 */
export const text = (max: number, { min = 1, multiline = false }: Partial<TextRule> = {}) =>
  z
    .string()
    .overwrite((value) => normaliseText(value, { multiline }))
    .check((context) => {
      for (const { code, limit } of textProblems(context.value, { max, min, multiline })) {
        context.issues.push({
          code: 'custom',
          input: context.value,
          message: code,
          params: refusedAs(code, limit).params,
        });
      }
    })
    .meta({ maxLength: max, ...(min > 0 ? { minLength: min } : {}) });

/** A string that is brought into its normal form, or left as it is and refused by the code. */
export const normalised = (code: string, normalise: (value: string) => string | undefined) =>
  z
    .string()
    .overwrite((value) => normalise(value) ?? value)
    .refine((value) => normalise(value) !== undefined, refusedAs(code));

/** A string that is refused by the code unless it is as it has to be. */
export const accepted = (code: string, accepts: (value: string) => boolean, limit?: string) =>
  z.string().refine(accepts, refusedAs(code, limit));

const matching = (code: string, pattern: RegExp) =>
  accepted(code, (value) => pattern.test(value)).meta({ pattern: pattern.source });

/** The id of a part of a plan: a track, field, criterion, round. Code: invalid-id. */
export const id = matching('invalid-id', /^[a-z0-9][a-z0-9-]{0,39}$/).meta({
  description: 'Lower-case letters, digits and dashes.',
});

/** An id that the system gave, in lower case. Code: invalid-id. */
export const uuid = matching(
  'invalid-id',
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
).meta({ format: 'uuid' });

/** A moment in UTC, kept with milliseconds. Code: invalid-date. */
export const instant = normalised('invalid-date', (value) =>
  isInstant(value) ? new Date(value).toISOString() : undefined,
).meta({
  format: 'date-time',
  pattern: 'Z$',
  description: 'An instant in UTC, written with Z.',
});

/** A date on the calendar. Code: invalid-date. */
export const localDate = accepted('invalid-date', isLocalDate).meta({ format: 'date' });

/** A time on the clocks of the edition's zone. Code: invalid-date. */
export const localDateTime = accepted('invalid-date', isLocalDateTime).meta({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?$',
  description: "Wall time in the edition's time zone, without an offset.",
});

/** A SHA-256 in lower-case hexadecimal. Code: invalid-sha256. */
export const sha256 = matching('invalid-sha256', /^[0-9a-f]{64}$/);
