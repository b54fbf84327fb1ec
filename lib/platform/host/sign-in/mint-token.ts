import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { Account } from './accounts.ts';
import type { SignInKeys } from './sign-in-keys.ts';

export const CLIENT_ID = 'contest-web';
/** What an access token is for: the scope of the API. */
export const API_SCOPE = 'contest';
export const ACCESS_TOKEN_SECONDS = 900;

/** Where tokens come from and what they are for. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
}

/** Those of this host's own provider. */
export function tokenIssuerOf(origin: string): TokenIssuer {
  return { issuer: `${origin}/oidc`, audience: `${origin}/api` };
}

/** The claims of our access tokens beside those of every JWT. */
export function accountClaims({ email }: Account): { email: string; email_verified: true } {
  return { email, email_verified: true };
}

/** An access token for the account, as the provider would give after a sign-in; for tests, the seed and `npm run token`. */
export async function mintToken(
  keys: SignInKeys,
  { issuer, audience }: TokenIssuer,
  account: Account,
): Promise<string> {
  const { signing } = keys;
  return await new SignJWT({
    client_id: CLIENT_ID,
    ...accountClaims(account),
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: signing.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(account.id)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
    .sign(await importJWK(signing, 'RS256'));
}
