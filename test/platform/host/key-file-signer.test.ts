import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeyFileSigner } from '../../../lib/platform/host/key-file-signer.ts';
import { verifySignature } from '../../../lib/platform/verify-signature.ts';
import { signerContract } from '../signer-contract.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'key-file-'));
});
afterAll(async () => await rm(folder, { recursive: true }));

describe('key file signer', () => {
  signerContract(() => openKeyFileSigner(join(folder, 'keys', 'log.pem')));

  test('makes the key once, for its owner only, and leaves no draft', async () => {
    const path = join(folder, 'own', 'log.pem');
    const signers = await Promise.all([1, 2, 3, 4].map(() => openKeyFileSigner(path)));
    const ids = await Promise.all(signers.map(async (signer) => (await signer.publicKey()).keyId));
    expect(new Set(ids).size).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'own'))).toEqual(['log.pem']);
    expect(await readFile(path, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  test('refuses a key of another kind', async () => {
    const path = join(folder, 'rsa.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(path, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    await expect(openKeyFileSigner(path)).rejects.toThrow('not an Ed25519 key');
  });
});

test('a signature of RFC 8032 (test 2) is verified', () => {
  const hex = (text: string) => Buffer.from(text, 'hex');
  const raw = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = hex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  expect(verifySignature(raw, hex('72'), signature)).toBe(true);
  expect(verifySignature(raw, hex('73'), signature)).toBe(false);
});
