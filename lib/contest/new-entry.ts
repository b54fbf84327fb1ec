import { contentErrors, dateErrors, refuseErrors } from './content-errors.ts';
import type { Edition } from './edition.ts';
import type { Entry } from './entry.ts';
import type { EntryContent } from './entry-content.ts';
import { refuse } from './found.ts';
import { admissionOf, type LateApplicant, whyNotBegin } from './late-admission.ts';
import type { Plan } from './plan.ts';
import type { FieldError } from './refusal.ts';
import type { Actor } from './standing.ts';
import { sharedTitle } from './unique-parts.ts';

/** A draft at its beginning, while submissions are open or by a recorded exception, and while the applicant's limit is not reached. */
export function beginEntry(
  facts: {
    readonly edition: Edition;
    readonly plan: Plan;
    readonly isOfficial: boolean;
    readonly owned: number;
    /** A recorded exception for the applicant's verified address. */
    readonly late?: LateApplicant | undefined;
    /** What reading the content found. */
    readonly readErrors?: readonly FieldError[];
  },
  content: EntryContent,
  made: { readonly entryId: string; readonly code: string; readonly by: Actor },
  now: string,
): Entry {
  const { edition, plan, isOfficial, owned, late, readErrors = [] } = facts;
  refuse(isOfficial ? { code: 'conflict-of-interest', because: 'also-official' } : undefined);
  refuse(whyNotBegin(edition, late, now));
  const allowed = plan.limits.entriesPerApplicant;
  refuse(
    owned >= allowed ? { code: 'limit-reached', limit: 'entriesPerApplicant', allowed } : undefined,
  );
  refuseErrors([...contentErrors(plan, content), ...dateErrors(plan, content, now), ...readErrors]);
  const { entryId, code, by } = made;
  const admission = admissionOf(edition, late, now);
  return {
    editionId: edition.editionId,
    entryId,
    code,
    ownerId: by.personId,
    ...(by.emailVerified && by.email !== undefined ? { ownerEmail: by.email } : {}),
    state: 'draft',
    content,
    ...sharedTitle(plan),
    createdAt: now,
    submission: 0,
    ...(admission ? { late: admission } : {}),
    version: 1,
  };
}

/** Letters and digits that nobody mistakes for another on the phone (Crockford's base 32). */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What `entryCode` makes of six random bytes, behind the prefix of a plan. */
export const entryCodePattern = /^[A-Z0-9]{2,8}-[0-9A-HJKMNP-TV-Z]{6}$/;

/** An entry code from random bytes: `KT22-7Q4MZ2`. Not a secret; taken once in an edition. */
export function entryCode(prefix: string, random: Uint8Array): string {
  return `${prefix}-${[...random].map((byte) => codeAlphabet[byte % 32]).join('')}`;
}
