import type * as z from 'zod';
import type { Route } from '../../lib/contract/route.ts';
import type { Claims } from '../../lib/http/api-event.ts';
import type { ApiHandler } from '../../lib/http/lambda.ts';
import { apiEvent, claimsOf } from './events.ts';

/** Somebody with an account; `email` is the verified one of the token. */
export interface Person {
  readonly personId: string;
  readonly email: string;
}

/** What a call says beside who makes it. */
export interface Said {
  readonly path?: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string };
  readonly body?: unknown;
  /** A version, or the header's text. */
  readonly ifMatch?: number | string;
  /** Default: a fresh one for each write. */
  readonly idempotencyKey?: string;
  /** On top of the others. */
  readonly headers?: { readonly [name: string]: string | undefined };
  /** Received then instead of by the world's clock. */
  readonly at?: string;
}

/** `body` is typed as the reply; of a problem read it by `refusalIn`. */
export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
  /** The body as it came. */
  readonly text: string;
  readonly headers: { readonly [name: string]: string };
}

export interface Caller {
  /** Calls the real handler. */
  call<R extends Route>(route: R, said?: Said): Promise<Answered<z.output<R['reply']>>>;
  /** The reply of a call that has to succeed. @throws Error when it does not */
  reply<R extends Route>(route: R, said?: Said): Promise<z.output<R['reply']>>;
}

/** The claims of a person's token. */
export const claimsIn = ({ personId, email }: Person): Claims =>
  claimsOf(personId, { email, email_verified: true });

/** Calls with a token of these claims, or with none, at the world's time. */
export function callerOf(
  handler: ApiHandler,
  now: () => string,
  editionId: string,
  claims?: Claims,
): Caller {
  const call: Caller['call'] = async (route, said = {}) => {
    const { path, query, body, ifMatch, idempotencyKey, headers, at = now() } = said;
    const takesEdition = route.path.includes('{editionId}');
    const { statusCode, ...answer } = await handler(
      apiEvent(route, {
        path: { ...(takesEdition ? { editionId } : {}), ...path },
        at,
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body }),
        ...(claims === undefined ? {} : { claims }),
        headers: {
          ...(ifMatch === undefined
            ? {}
            : { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
          ...headers,
        },
      }),
    );
    return {
      status: statusCode,
      body: JSON.parse(answer.body),
      text: answer.body,
      headers: answer.headers,
    };
  };
  return {
    call,
    async reply(route, said) {
      const answer = await call(route, said);
      if (answer.status !== route.success) {
        throw new Error(`${route.operation} answered ${answer.status}: ${answer.text}`);
      }
      return answer.body;
    },
  };
}
