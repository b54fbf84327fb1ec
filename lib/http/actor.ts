import type { Actor } from '../contest/standing.ts';
import type { ApiEvent } from './api-event.ts';
import { RequestRefused } from './request-refused.ts';

/** Who calls a public route: nobody, whatever token came along. */
export const nobody: Actor = { personId: '', emailVerified: false };

/** A subject becomes part of keys, whose parts are joined by `#`. */
const SUBJECT = /^[\x21\x22\x24-\x7e]{1,128}$/;

/**
 * Who calls, from the claims the gateway verified (signature, issuer, client, times). Only an access token speaks for
 * somebody: API Gateway's authorizer lets an ID token of the same client pass.
 * @throws RequestRefused unauthenticated
 */
export function actorOf(event: ApiEvent): Actor {
  const claims = event.requestContext.authorizer?.jwt.claims;
  const subject = claims?.['sub'];
  const use = claims?.['token_use'];
  if (claims === undefined || typeof subject !== 'string' || !SUBJECT.test(subject)) {
    throw unauthenticated();
  }
  if (use !== undefined && use !== 'access') throw unauthenticated();
  const email = claims['email'];
  const verified = claims['email_verified'];
  return {
    personId: subject,
    ...(typeof email === 'string' ? { email } : {}),
    // API Gateway hands booleans on as text.
    emailVerified: verified === true || verified === 'true',
  };
}

function unauthenticated(): RequestRefused {
  return new RequestRefused('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
}
