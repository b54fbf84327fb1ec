import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
} from 'node:crypto';
import { link, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Signer } from '../signer.ts';
import { keyIdOf, rawPublicKey, requireSignable } from '../verify-signature.ts';
import { hasCode, syncFolder, writeSynced } from './durable-write.ts';

/**
 * A signer on a PKCS #8 PEM file, made with mode 0600 when there is none. @throws Error when the file holds another
 * kind of key.
 */
export async function openKeyFileSigner(path: string): Promise<Signer> {
  const privateKey = createPrivateKey(await readOrMake(path));
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const raw = rawPublicKey(spki);
  return {
    async sign(bytes) {
      requireSignable(bytes);
      return new Uint8Array(sign(null, bytes, privateKey));
    },
    async publicKey() {
      return { keyId: keyIdOf(raw), raw: raw.slice() };
    },
  };
}

async function readOrMake(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, ['ENOENT'])) throw error;
  }
  await makeKeyFile(path);
  return await readFile(path, 'utf8');
}

/** `link` never replaces: of two processes that start at once, one key is kept and both read it. */
async function makeKeyFile(path: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}.new`;
  try {
    await writeSynced(draft, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, ['EEXIST'])) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
}
