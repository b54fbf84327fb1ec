import { expect, test } from 'vitest';
import type { Signer } from '../../lib/platform/signer.ts';
import { verifySignature } from '../../lib/platform/verify-signature.ts';

/** What both sides of the signer port must do. */
export function signerContract(open: () => Promise<Signer>): void {
  const bytes = new TextEncoder().encode('contest/2026\n42\nroot\n');

  test('a signature is of these bytes, by the public key', async () => {
    const signer = await open();
    const { raw } = await signer.publicKey();
    const signature = await signer.sign(bytes);
    expect([raw.length, signature.length]).toEqual([32, 64]);
    expect(verifySignature(raw, bytes, signature)).toBe(true);
    expect(verifySignature(raw, bytes.subarray(1), signature)).toBe(false);
    expect(
      verifySignature(
        raw.map((byte) => byte ^ 1),
        bytes,
        signature,
      ),
    ).toBe(false);
    expect(
      verifySignature(
        raw,
        bytes,
        signature.map((byte) => byte ^ 1),
      ),
    ).toBe(false);
    expect(verifySignature(raw.subarray(1), bytes, signature)).toBe(false);
    expect(verifySignature(raw, bytes, signature.subarray(1))).toBe(false);
  });

  test('the key id is the beginning of the key’s hash', async () => {
    const { keyId, raw } = await (await open()).publicKey();
    const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(raw));
    expect(keyId).toBe(Buffer.from(hash).subarray(0, 8).toString('hex'));
  });

  test('signs as much as KMS would, and no more', async () => {
    const signer = await open();
    const { raw } = await signer.publicKey();
    const most = new Uint8Array(4096);
    expect(verifySignature(raw, most, await signer.sign(most))).toBe(true);
    await expect(signer.sign(new Uint8Array(4097))).rejects.toThrow(RangeError);
  });
}
