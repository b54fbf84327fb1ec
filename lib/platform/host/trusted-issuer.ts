import { createLocalJWKSet, createRemoteJWKSet } from 'jose';
import * as z from 'zod';
import type { HostOptions } from './host-options.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { createTokenVerifier, type TokenVerifier } from './token-verifier.ts';

const Discovery = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
});

/** Whose tokens are taken, and where one signs in. */
export interface TrustedIssuer {
  readonly verify: TokenVerifier;
  /** For the API's documents. */
  readonly signIn?: { readonly authorizationUrl: string; readonly tokenUrl: string };
}

/** Tokens of our own sign-in. */
export function trustOwn({ issuer, audience, keys }: SignIn): TrustedIssuer {
  return { verify: createTokenVerifier({ issuer, audience, keys: createLocalJWKSet(keys) }) };
}

/**
 * Tokens of an office's own provider, by its discovery document, which is read once at the start.
 * @throws Error in one line when it cannot be read or names another issuer
 */
export async function trustOther({
  url,
  audience,
}: NonNullable<HostOptions['issuer']>): Promise<TrustedIssuer> {
  const address = `${url.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`the OpenID provider answers ${response.status}: ${address}`);
  const found = Discovery.parse(await response.json());
  if (found.issuer !== url) throw new Error(`the provider at ${url} calls itself ${found.issuer}`);
  const keys = createRemoteJWKSet(new URL(found.jwks_uri));
  return {
    verify: createTokenVerifier({ issuer: url, audience, keys }),
    signIn: { authorizationUrl: found.authorization_endpoint, tokenUrl: found.token_endpoint },
  };
}
