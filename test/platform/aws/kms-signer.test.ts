import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKmsSigner } from '../../../lib/platform/aws/kms-signer.ts';
import { listen } from '../../support/http-server.ts';
import { signerContract } from '../signer-contract.ts';

/** Speaks as much of the KMS JSON 1.1 protocol as is used, with real keys. */
const ed25519 = generateKeyPairSync('ed25519');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keys = new Map<unknown, { publicKey: KeyObject; privateKey: KeyObject }>([
  ['alias/log', ed25519],
  ['alias/other', p256],
]);
const calls: string[] = [];
let failures = 0;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = String(request.headers['x-amz-target']);
  const body = (await json(request)) as Record<string, string>;
  const pair = keys.get(body.KeyId);
  const reply = (status: number, value: object) =>
    response
      .writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(value));
  calls.push(call);
  if (failures > 0) {
    failures -= 1;
    return void reply(400, { __type: 'DisabledException', message: 'disabled' });
  }
  if (pair === undefined)
    return void reply(400, { __type: 'NotFoundException', message: 'no key' });
  if (call === 'TrentService.GetPublicKey') {
    const der = pair.publicKey.export({ format: 'der', type: 'spki' });
    return void reply(200, { KeyId: body.KeyId, PublicKey: der.toString('base64') });
  }
  const sound =
    call === 'TrentService.Sign' &&
    body.SigningAlgorithm === 'ED25519_SHA_512' &&
    body.MessageType === 'RAW';
  if (!sound) return void reply(400, { __type: 'ValidationException', message: 'unexpected' });
  const signature = sign(null, Buffer.from(body.Message ?? '', 'base64'), pair.privateKey);
  reply(200, { KeyId: body.KeyId, Signature: signature.toString('base64') });
}

let server: Awaited<ReturnType<typeof listen>>;
let client: KMSClient;
beforeAll(async () => {
  server = await listen((request, response) => void answer(request, response));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new KMSClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

describe('KMS signer, as far as its wire format goes', () => {
  signerContract(async () => createKmsSigner({ client, keyId: 'alias/log' }));

  test('asks for the public key once, and again after a failure', async () => {
    const signer = createKmsSigner({ client, keyId: 'alias/log' });
    failures = 1;
    await expect(signer.publicKey()).rejects.toThrow('disabled');
    calls.length = 0;
    const [one, two] = await Promise.all([signer.publicKey(), signer.publicKey()]);
    expect(one).toEqual(two);
    await signer.publicKey();
    expect(calls).toEqual(['TrentService.GetPublicKey']);
  });

  test('refuses a key of another kind, and passes on what KMS refuses', async () => {
    const other = createKmsSigner({ client, keyId: 'alias/other' });
    await expect(other.publicKey()).rejects.toThrow('not an Ed25519 key');
    const none = createKmsSigner({ client, keyId: 'alias/none' });
    await expect(none.sign(new Uint8Array(1))).rejects.toThrow('no key');
  });
});
