import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';
import { readOrMakeSecret } from '../secret-file.ts';

const PrivateKey = z.strictObject({
  kty: z.literal('RSA'),
  kid: z.string(),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

const Secrets = z.strictObject({ cookies: z.string().min(32), codes: z.string().min(32) });

/** What sign-in signs with; in the data folder's `keys`, readable by the owner only. */
export interface SignInKeys {
  /** The private key that tokens are signed with (RS256). */
  readonly signing: z.infer<typeof PrivateKey>;
  /** Signs the provider's cookies. */
  readonly cookies: string;
  /** The key of the hashes of sign-in codes. */
  readonly codes: string;
}

/** Reads the keys, or makes them when there are none. */
export async function openSignInKeys(folder: string): Promise<SignInKeys> {
  const [signing, secrets] = await Promise.all([
    readOrMakeSecret(join(folder, 'sign-in-key.json'), makeSigningKey),
    readOrMakeSecret(join(folder, 'sign-in-secrets.json'), makeSecrets),
  ]);
  return {
    signing: PrivateKey.parse(JSON.parse(signing)),
    ...Secrets.parse(JSON.parse(secrets)),
  };
}

/** The public half, for whoever verifies a token. */
export function publicKeySet({ signing }: SignInKeys) {
  const { kty, kid, alg, use, n, e } = signing;
  return { keys: [{ kty, kid, alg, use, n, e }] };
}

async function makeSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
  const { kty, n, e, d, p, q, dp, dq, qi } = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint({ kty: 'RSA', n: n ?? '', e: e ?? '' });
  return JSON.stringify({ kty, kid, alg: 'RS256', use: 'sig', n, e, d, p, q, dp, dq, qi });
}

function makeSecrets(): string {
  const secret = () => randomBytes(32).toString('base64url');
  return JSON.stringify({ cookies: secret(), codes: secret() });
}
