import type { Refusal } from '../contest/refusal.ts';

/** What can go wrong before or around the rules. */
export type RequestFault =
  | 'malformed-json'
  | 'invalid-parameter'
  | 'unknown-parameter'
  | 'cursor-invalid'
  | 'idempotency-key-missing'
  | 'idempotency-key-invalid'
  | 'unauthenticated'
  | 'method-not-allowed'
  | 'in-progress'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'idempotency-key-reused'
  | 'precondition-required'
  | 'too-many-requests'
  | 'header-fields-too-large'
  | 'internal-error'
  | 'unavailable';

export type ProblemCode = Refusal['code'] | RequestFault;

interface Problem {
  readonly status: number;
  /** What is wrong. */
  readonly title: string;
  /** What to do about it, in all cases; see `remedyOf` for one. */
  readonly remedy: string;
}

/**
 * The one table of problems (RFC 9457): `type` is `/problems/<code>`. Typed over the union, so a code
 * without a status does not compile.
 */
export const problems: { readonly [code in ProblemCode]: Problem } = {
  'malformed-json': {
    status: 400,
    title: 'The body is not well-formed JSON',
    remedy: 'Send one JSON value in UTF-8, without duplicate keys, nested at most 32 deep.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'A parameter of the address is not valid',
    remedy: 'Correct the parameter named in errors.',
  },
  'unknown-parameter': {
    status: 400,
    title: 'The address has a parameter that this operation does not take',
    remedy: 'Leave the parameter named in errors out.',
  },
  'cursor-invalid': {
    status: 400,
    title: 'The cursor does not belong to this list',
    remedy: 'Start again without a cursor.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'A write needs an Idempotency-Key header',
    remedy: 'Send a fresh random key with each new act, and the same key when repeating one.',
  },
  'idempotency-key-invalid': {
    status: 400,
    title: 'The Idempotency-Key header is not valid',
    remedy: 'Send 1 to 255 visible ASCII characters.',
  },
  unauthenticated: {
    status: 401,
    title: 'Nobody is signed in',
    remedy: 'Send a current access token: Authorization: Bearer.',
  },
  forbidden: {
    status: 403,
    title: 'This is not yours to do',
    remedy:
      'See needs: organisers give the roles of an edition, the lead those in the team of an entry; an address is confirmed, terms are signed.',
  },
  'conflict-of-interest': {
    status: 403,
    title: 'A conflict of interest stands in the way',
    remedy:
      'Declare conflicts first; who is close to an entry neither reads, scores nor decides about it.',
  },
  'second-person-required': {
    status: 403,
    title: 'A second person has to do this',
    remedy:
      'Let somebody else take this step: not whose own it is, nor who approved or proposed it.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    remedy: 'Check the address.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    remedy: 'Use a method from the Allow header.',
  },
  'phase-closed': {
    status: 409,
    title: 'This is not open at the moment',
    remedy: 'See opensAt or closesAt, where it has one; the time of receipt decides.',
  },
  'state-conflict': {
    status: 409,
    title: 'The present state does not allow this',
    remedy: 'See state and blockers.',
  },
  'entry-incomplete': {
    status: 409,
    title: 'The entry is not complete',
    remedy: 'Add everything listed in missing, then submit again.',
  },
  'upload-incomplete': {
    status: 409,
    title: 'A document is not there yet',
    remedy: 'Upload and confirm every document listed in missing.',
  },
  'duplicate-entry': {
    status: 409,
    title: 'Another entry of this edition has the same title or enterprise',
    remedy: 'See field: change it, or continue the entry you already have.',
  },
  'limit-reached': {
    status: 409,
    title: 'A limit of the rules is reached',
    remedy: 'See limit and allowed.',
  },
  'scan-pending': {
    status: 409,
    title: 'The document is still being checked',
    remedy: 'Try again in a minute.',
  },
  'rubric-changed': {
    status: 409,
    title: 'The rubric changed since the sheet was opened',
    remedy: 'Read the sheet again.',
  },
  'rules-changed': {
    status: 409,
    title: 'The rules of the edition changed',
    remedy: 'Read them again and accept the current version.',
  },
  'digest-changed': {
    status: 409,
    title: 'The result is no longer the one that was seen',
    remedy: 'Look at the preview again and use its digest.',
  },
  'already-published': {
    status: 409,
    title: 'The result is already published',
    remedy: 'A published result is corrected only by a new version.',
  },
  'already-exists': {
    status: 409,
    title: 'It is already there',
    remedy: 'Use the one that exists.',
  },
  'invitation-expired': {
    status: 409,
    title: 'The invitation has expired',
    remedy: 'Ask the organisers for a new one.',
  },
  'in-progress': {
    status: 409,
    title: 'The same act is still being carried out',
    remedy: 'Repeat it with the same Idempotency-Key after Retry-After seconds.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It was changed since you read it',
    remedy:
      'Read it again, bring your change in and send it with the version it has now: as If-Match, or where the body names it.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The body is too large',
    remedy: 'Send at most 64 KiB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not application/json in UTF-8',
    remedy: 'Send Content-Type: application/json.',
  },
  'validation-failed': {
    status: 422,
    title: 'The content is not valid',
    remedy: 'Correct every place named in errors.',
  },
  'quota-exceeded': {
    status: 422,
    title: 'There is no room for more files',
    remedy: 'See limit and allowed; remove a document first, unless the limit is documentsEver.',
  },
  'file-rejected': {
    status: 422,
    title: 'The file was refused by the inspection',
    remedy: 'See reason; upload a corrected file.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This Idempotency-Key was used for another request',
    remedy: 'Use a fresh key for a new act.',
  },
  'precondition-required': {
    status: 428,
    title: 'The If-Match header is missing',
    remedy: 'Send the ETag you read, in If-Match.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    remedy: 'Wait for Retry-After seconds.',
  },
  'header-fields-too-large': {
    status: 431,
    title: 'The request headers are too large',
    remedy: 'Send at most 10 kB of headers.',
  },
  'internal-error': {
    status: 500,
    title: 'A fault of ours',
    remedy: 'Repeat with the same Idempotency-Key; if it stays, report the requestId.',
  },
  unavailable: {
    status: 503,
    title: 'Something we need does not answer',
    remedy: 'Repeat with the same Idempotency-Key after Retry-After seconds.',
  },
};
