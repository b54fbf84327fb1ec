import { submissionRoutes } from '../../lib/contract/submission-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';

/** Everybody gets the key that checks receipts. */
export const getSigningKey = endpoint(submissionRoutes.getSigningKey, async ({ signer }) => {
  const { keyId, raw } = await signer.publicKey();
  const publicKey = Buffer.from(raw).toString('base64url');
  return { keyId, algorithm: 'Ed25519' as const, publicKey };
});
