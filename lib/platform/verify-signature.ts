import { createHash, createPublicKey, verify } from 'node:crypto';

const RAW_KEY_BYTES = 32;

/**
 * Whether an Ed25519 signature (64 bytes, RFC 8032 pure) over these bytes was made by the key whose raw 32-byte public
 * half is given. False for anything malformed.
 */
export function verifySignature(
  raw: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (raw.length !== RAW_KEY_BYTES || signature.length !== 64) return false;
  const x = Buffer.from(raw).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, bytes, key, signature);
}

/** The raw 32 bytes of a public key in SubjectPublicKeyInfo (DER). @throws Error when it is no Ed25519 key. */
export function rawPublicKey(spki: Uint8Array): Uint8Array {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  const { crv, x } = key.export({ format: 'jwk' });
  if (crv !== 'Ed25519' || x === undefined)
    throw new Error('the signing key is not an Ed25519 key');
  return new Uint8Array(Buffer.from(x, 'base64url'));
}

/** The short name of a key: the first 8 bytes of SHA-256 over its raw public half, in hex. */
export function keyIdOf(raw: Uint8Array): string {
  return createHash('sha256').update(raw).digest('hex').slice(0, 16);
}

/** KMS takes no more for a raw message; both signers refuse more. @throws RangeError */
export function requireSignable(bytes: Uint8Array): void {
  if (bytes.length > 4096) throw new RangeError('over 4,096 bytes: sign a digest instead');
}
