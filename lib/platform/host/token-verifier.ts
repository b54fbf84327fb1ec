import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';

export interface TokenVerifierOptions {
  readonly issuer: string;
  /** Must stand in `aud`; where a token has no `aud`, its `client_id` or `azp` must be this (Cognito, Keycloak). */
  readonly audience: string;
  /** The issuer's keys, of jose's `createLocalJWKSet` or `createRemoteJWKSet`. */
  readonly keys: JWTVerifyGetKey;
}

export type TokenVerifier = (token: string) => Promise<JWTPayload | undefined>;

interface Known {
  readonly claims: JWTPayload;
  /** Epoch seconds. */
  readonly expiresAt: number;
}

/** A verified signature is remembered for this many tokens; it is what costs most in a call. */
const MOST_KNOWN = 5000;
const CLOCK_TOLERANCE_SECONDS = 5;
/** A compact JWS whose three parts could be one; anything else is not worth a key look-up. */
const COMPACT = /^[\w-]{4,}\.[\w-]{4,}\.[\w-]{4,}$/;

/**
 * Verifies access tokens: RS256 only, by the issuer's own keys (a `jku`, `x5u` or `jwk` in the token is never
 * looked at), issuer, audience and times. The claims, or undefined for whatever is not a current access token
 * of ours. Token times are measured by the real clock.
 * @throws when the issuer's keys cannot be had
 */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const known = new Map<string, Known>();
  return async (token) => {
    const before = known.get(token);
    if (before !== undefined) {
      if (before.expiresAt > Date.now() / 1000) return before.claims;
      known.delete(token);
      return undefined;
    }
    if (!COMPACT.test(token)) return undefined;
    const claims = await verify(token, options);
    if (claims?.exp === undefined) return undefined;
    const [oldest] = known.keys();
    if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    known.set(token, { claims, expiresAt: claims.exp });
    return claims;
  };
}

async function verify(
  token: string,
  { issuer, audience, keys }: TokenVerifierOptions,
): Promise<JWTPayload | undefined> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    const isOurs = isFor(payload, audience) && isAccessToken(payload, protectedHeader.typ);
    return isOurs && payload.sub !== '' ? payload : undefined;
  } catch (error) {
    if (isUnreachable(error)) throw error;
    return undefined;
  }
}

function isFor(claims: JWTPayload, audience: string): boolean {
  const { aud } = claims;
  if (aud !== undefined) return Array.isArray(aud) ? aud.includes(audience) : aud === audience;
  return (claims['client_id'] ?? claims['azp']) === audience;
}

/**
 * RFC 9068 says so in the header; older issuers in a claim. An ID token carries none of these, and is refused
 * even when it is made to look like one by its `nonce` or `at_hash`.
 */
function isAccessToken(claims: JWTPayload, type: string | undefined): boolean {
  if (claims['nonce'] !== undefined || claims['at_hash'] !== undefined) return false;
  if (claims['token_use'] !== undefined) return claims['token_use'] === 'access';
  if (/^(?:application\/)?at\+jwt$/i.test(type ?? '')) return true;
  return claims['typ'] === 'Bearer' && typeof claims['scope'] === 'string';
}

/** Whether the issuer's keys could not be had: that is not the token's fault. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
}
