import type * as z from 'zod';
import type { ProblemCode } from './problems.ts';

/**
 * Who may call. `public` needs no token; all others do. The roles of an edition are read from the table on
 * each call: the endpoint must `admit` its facts, or the shell refuses to answer (see lib/http/endpoint.ts).
 * Of the entry in the path: `lead` owns it, `applicant` works on it (its lead and editors), `team` reads it as well.
 */
export type Audience =
  | 'public'
  | 'signed-in'
  | 'lead'
  | 'applicant'
  | 'team'
  | 'judge'
  | 'secretary'
  | 'organiser'
  | 'administrator';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type Capability =
  | 'editions'
  | 'registration'
  | 'submission'
  | 'documents'
  | 'teams'
  | 'secretariat'
  | 'exports'
  | 'papers'
  | 'judging'
  | 'results'
  | 'certificates';

/** The parameters of a path are checked by shape alone; what they name is the store's to find. */
export interface Route<
  Path extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  /** Verb + noun, the same everywhere: `submitEntry`, `submit-entry.ts`. */
  readonly operation: string;
  /** The function that serves it. */
  readonly capability: Capability;
  readonly method: Method;
  /** OpenAPI and API Gateway form: `/api/editions/{editionId}`. */
  readonly path: string;
  /** Any one of these. */
  readonly audience: readonly Audience[];
  /** One sentence for the API documents. */
  readonly summary: string;
  readonly params: Path;
  readonly query: Query;
  /** Absent: the operation takes no body. */
  readonly body: Body;
  readonly success: 200 | 201;
  readonly reply: Reply;
  /** The refusals of its own; those every route shares are added where the table is read. */
  readonly problems: readonly ProblemCode[];
  /** A caller outside the audience gets the 404 of something that is not there, not a 403. */
  readonly conceal?: true;
  /** The reply has a `version`, sent as the ETag too. */
  readonly etag?: true;
  /** The call must carry If-Match with the version it was based on. */
  readonly ifMatch?: true;
}

/** The key under which API Gateway dispatches. */
export const routeKey = (route: Pick<Route, 'method' | 'path'>): string =>
  `${route.method} ${route.path}`;

/** A write needs an Idempotency-Key and is audited. */
export const isWrite = (route: Pick<Route, 'method'>): boolean => route.method !== 'GET';

/** Reached without a token. */
export const isPublic = (route: Pick<Route, 'audience'>): boolean =>
  route.audience.includes('public');
