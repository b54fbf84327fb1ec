import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK } from 'jose';
import { expect, test } from 'vitest';
import { AUDIENCE, ISSUER, publicJwk, runningGateway, token } from './running-gateway.ts';

const now = () => Math.floor(Date.now() / 1000);
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = () => ({ iss: ISSUER, aud: AUDIENCE, sub: 'x', iat: now(), exp: now() + 900 });

/** RS256's public key, as the key of an HMAC: the classic confusion. */
async function hmacWithPublicKey(): Promise<string> {
  const key = await importJWK(publicJwk, 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('not a public key');
  const signed = `${base64({ alg: 'HS256', typ: 'at+jwt', kid: 'ours' })}.${base64(claims())}`;
  const mac = createHmac('sha256', await exportSPKI(key))
    .update(signed)
    .digest('base64url');
  return `${signed}.${mac}`;
}

async function withForeignKey(header: object): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return await token({}, { key: privateKey, header });
}

async function withOwnJwk(): Promise<string> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  return await token({}, { key: pair.privateKey, header: { jwk } });
}

async function tampered(): Promise<string> {
  const [header, , signature] = (await token()).split('.');
  return `${header}.${base64({ ...claims(), sub: 'somebody-else' })}.${signature}`;
}

const refused: readonly (readonly [string, () => Promise<string> | string])[] = [
  ['expired', () => token({ exp: now() - 10 })],
  ['not yet valid', () => token({ nbf: now() + 60 })],
  ['without exp', () => token({ exp: undefined })],
  ['of another issuer', () => token({ iss: 'https://evil.example' })],
  ['for another audience', () => token({ aud: 'https://other.example/api' })],
  [
    'without an audience and of another client',
    () => token({ aud: undefined, client_id: 'other' }),
  ],
  ['without a subject', () => token({ sub: '' })],
  ['of alg none', () => `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64(claims())}.`],
  ['of alg none with a signature', () => `${base64({ alg: 'none' })}.${base64(claims())}.aaaa`],
  ['of HS256 with the public key', hmacWithPublicKey],
  ['with a foreign key under our kid', () => withForeignKey({})],
  ['with a foreign kid', () => withForeignKey({ kid: 'theirs' })],
  ['with its own jku', () => withForeignKey({ jku: 'https://evil.example/jwks' })],
  ['with its own x5u', () => withForeignKey({ x5u: 'https://evil.example/x5u' })],
  ['with its own jwk', withOwnJwk],
  ['with other claims than were signed', tampered],
  ['an ID token', () => token({}, { header: { typ: 'JWT' } })],
  ['an ID token by its nonce', () => token({ nonce: 'n' })],
  ['an ID token of Cognito', () => token({ token_use: 'id' })],
  ['a refresh token', () => 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCde'],
  ['five parts', () => 'aaaa.bbbb.cccc.dddd.eeee'],
  ['not a token', () => 'null'],
];

test.each(refused)('a token that is %s is 401', async (_, make) => {
  const gateway = await runningGateway();
  const headers = ['Authorization', `Bearer ${await make()}`];
  const answer = await gateway.send('POST', '/api/notes/1', { headers });

  expect([answer.status, JSON.parse(answer.body).code]).toEqual([401, 'unauthenticated']);
  expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  expect(gateway.events).toEqual([]);
});

test.each([
  ['no header', []],
  ['the token in the query', []],
])('%s is 401 with a plain challenge', async (what, headers) => {
  const gateway = await runningGateway();
  const query = what.includes('query') ? `?access_token=${await token()}` : '';
  const answer = await gateway.send('POST', `/api/notes/1${query}`, { headers });
  expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
});

test.each(['Basic', 'Token', ''])('a good token under %j is 401', async (scheme) => {
  const gateway = await runningGateway();
  const headers = ['Authorization', `${scheme} ${await token()}`.trim()];
  expect((await gateway.send('POST', '/api/notes/1', { headers })).status).toBe(401);
});

test('two Authorization headers are 401', async () => {
  const gateway = await runningGateway();
  const bearer = `Bearer ${await token()}`;
  const headers = ['Authorization', `${bearer},${bearer}`];
  expect((await gateway.send('POST', '/api/notes/1', { headers })).status).toBe(401);
});

test('a token on a public route is not looked at', async () => {
  const gateway = await runningGateway();
  const headers = ['Authorization', 'Bearer nonsense'];
  expect((await gateway.send('GET', '/api/notes/1', { headers })).status).toBe(201);
  expect(gateway.events[0]?.requestContext.authorizer).toBeUndefined();
});

test.each([
  ['of ours', {}, 'at+jwt'],
  ['of Cognito', { aud: undefined, client_id: AUDIENCE, token_use: 'access' }, undefined],
  ['of Keycloak', { aud: ['account', AUDIENCE], typ: 'Bearer', scope: 'openid' }, 'JWT'],
])('an access token %s is taken, and again', async (_, changed, typ) => {
  const gateway = await runningGateway();
  const headers = ['Authorization', `Bearer ${await token(changed, { header: { typ } })}`];
  const statuses = [
    (await gateway.send('POST', '/api/notes/1', { headers })).status,
    (await gateway.send('POST', '/api/notes/1', { headers })).status,
  ];
  expect(statuses).toEqual([201, 201]);
});

test('a token that was taken is refused once it has expired', async () => {
  const gateway = await runningGateway();
  // Five seconds of tolerance for clocks that differ hold for the first look only.
  const headers = ['Authorization', `Bearer ${await token({ exp: now() + 1 })}`];
  const post = async () => (await gateway.send('POST', '/api/notes/1', { headers })).status;
  const first = await post();
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect([first, await post()]).toEqual([201, 401]);
});
