import type { FieldError } from '../contest/refusal.ts';
import type { RequestFault } from '../contract/problems.ts';

/** Something is wrong with the request itself, or in its way; answered with the code's status. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly code: RequestFault;
  /** Where: a pointer into the body, or `/query/limit`, `/path/entryId`. Never the value. */
  readonly errors: readonly FieldError[];
  /** Further headers, such as Allow or Retry-After. */
  readonly headers: { readonly [name: string]: string };
  constructor(code: RequestFault, details: RequestDetails = {}) {
    super(code, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.errors = details.errors ?? [];
    this.headers = details.headers ?? {};
  }
}

interface RequestDetails {
  readonly errors?: readonly FieldError[];
  readonly headers?: { readonly [name: string]: string };
  /** Logged, never sent. */
  readonly cause?: unknown;
}
