/** The signer port: Ed25519 (RFC 8032, the pure form). Two sides keep it: `aws/kms-signer.ts` and `host/key-file-signer.ts`. */
export interface Signer {
  /** The 64-byte signature over the bytes as they are. At most 4,096 bytes (KMS's limit): sign a digest of more. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** The key that checks them. `keyId` is the first 8 bytes of SHA-256 of the raw 32-byte public key, hex. */
  publicKey(): Promise<{ keyId: string; raw: Uint8Array }>;
}
