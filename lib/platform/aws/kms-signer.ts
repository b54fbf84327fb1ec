import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '../signer.ts';
import { keyIdOf, rawPublicKey, requireSignable } from '../verify-signature.ts';

/**
 * A signer on a KMS key of spec `ECC_NIST_EDWARDS25519`: the private half never leaves KMS, the public half is fetched
 * once. @throws what KMS throws; Error when the key is of another kind.
 */
export function createKmsSigner(options: { client: KMSClient; keyId: string }): Signer {
  const { client, keyId } = options;
  let known: Promise<Uint8Array> | undefined;

  async function fetchPublicKey(): Promise<Uint8Array> {
    const reply = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
    if (reply.PublicKey === undefined) throw new Error('KMS returned no public key');
    return rawPublicKey(reply.PublicKey);
  }

  return {
    async sign(bytes) {
      requireSignable(bytes);
      const reply = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: bytes,
          MessageType: 'RAW',
          SigningAlgorithm: 'ED25519_SHA_512',
        }),
      );
      if (reply.Signature === undefined) throw new Error('KMS returned no signature');
      return reply.Signature;
    },
    async publicKey() {
      // A failed fetch is forgotten, so that the next call asks again.
      known ??= fetchPublicKey().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      const raw = await known;
      return { keyId: keyIdOf(raw), raw: raw.slice() };
    },
  };
}
