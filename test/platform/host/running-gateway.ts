import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';
import {
  createGateway,
  type GatewayLimits,
  type GatewayRoute,
} from '../../../lib/platform/host/gateway.ts';
import type { GatewayEvent } from '../../../lib/platform/host/gateway-event.ts';
import { createTokenVerifier } from '../../../lib/platform/host/token-verifier.ts';

export const ISSUER = 'https://sign-in.example.vn/oidc';
export const AUDIENCE = 'https://contest.example.vn/api';
export const NOW = Date.UTC(2026, 4, 4, 3, 2, 1, 7);

const pair = await generateKeyPair('RS256', { extractable: true });
export const publicJwk = { ...(await exportJWK(pair.publicKey)), kid: 'ours', alg: 'RS256' };

/** A token of ours but for what is changed. */
export async function token(
  claims: { readonly [name: string]: unknown } = {},
  { header = {}, key = pair.privateKey }: { header?: object; key?: typeof pair.privateKey } = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const good = { iss: ISSUER, aud: AUDIENCE, sub: 'person-1', iat: now, exp: now + 900 };
  return await new SignJWT({ ...good, email: 'a@b.vn', email_verified: true, ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'ours', ...header })
    .sign(key);
}

export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: string;
}

/** A gateway with three routes on a free port; what reaches the functions is kept in `events`. */
export async function runningGateway(limits: Partial<GatewayLimits> = {}) {
  const events: GatewayEvent[] = [];
  const logged: object[] = [];
  const route = (method: string, path: string, isPublic: boolean): GatewayRoute => ({
    method,
    path,
    isPublic,
    async invoke(event) {
      events.push(event as GatewayEvent);
      if (event.headers['x-probe'] === 'crash') throw new Error('the probe crashed');
      if (event.headers['x-probe'] === 'hang') await new Promise(() => undefined);
      return { statusCode: 201, headers: { 'x-probe': 'yes' }, body: 'nghiệm' };
    },
  });
  const gateway = createGateway({
    routes: [
      route('GET', '/api/notes/{noteId}', true),
      route('GET', '/api/notes/latest', true),
      route('POST', '/api/notes/{noteId}', false),
      route('PUT', '/api/editions/{editionId}/entries/{entryId}', true),
    ],
    verify: createTokenVerifier({
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: createLocalJWKSet({ keys: [publicJwk] }),
    }),
    clock: () => NOW,
    log: (entry) => logged.push(entry),
    sourceIp: (request) => request.socket.remoteAddress ?? '',
    limits,
  });
  const server = createServer((request, response) => void gateway(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  /** A request as written, headers in their order and as often as given. */
  async function send(
    method: string,
    path: string,
    { headers = [], body }: { headers?: readonly string[]; body?: string | Uint8Array } = {},
  ): Promise<Answer> {
    const outgoing = httpRequest({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: ['Host', 'contest.example.vn', ...headers],
    });
    outgoing.end(body);
    const [response] = await once(outgoing, 'response');
    // The rest of a refused body may still be under way when the test is over.
    outgoing.on('error', () => undefined);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    return {
      status: response.statusCode,
      headers: response.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
  }
  return { send, events, logged, port };
}

/** The status and the code of a problem answer. */
export function problemOf({ status, headers, body }: Answer): readonly [number, string, unknown] {
  return [status, JSON.parse(body).code, headers['content-type']];
}
