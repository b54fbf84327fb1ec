import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { ApiEvent, Claims } from '../../http/api-event.ts';

/** An event of API Gateway's HTTP API, payload format 2.0, with all that AWS documents for it. */
export interface GatewayEvent extends ApiEvent {
  readonly cookies?: readonly string[];
  readonly queryStringParameters?: { readonly [name: string]: string };
  readonly requestContext: ApiEvent['requestContext'] & {
    readonly accountId: string;
    readonly apiId: string;
    readonly domainName: string;
    readonly domainPrefix: string;
    readonly http: {
      readonly method: string;
      readonly path: string;
      readonly protocol: string;
      readonly sourceIp: string;
      readonly userAgent: string;
    };
    readonly routeKey: string;
    readonly stage: '$default';
    readonly time: string;
    readonly authorizer?: {
      readonly jwt: { readonly claims: Claims; readonly scopes: readonly string[] | null };
    };
  };
}

export interface Received {
  readonly request: IncomingMessage;
  readonly routeKey: string;
  readonly path: string;
  /** What follows the question mark, as it was sent. */
  readonly query: string;
  readonly params: { readonly [name: string]: string };
  readonly body: Buffer;
  readonly requestId: string;
  readonly receivedAt: number;
  readonly sourceIp: string;
  readonly claims?: { readonly [name: string]: unknown };
}

/** Builds what API Gateway would hand to a function for this request. */
export function gatewayEvent(received: Received): GatewayEvent {
  const { request, path, query, params, body, claims } = received;
  const { headers, cookies } = joinHeaders(request.rawHeaders);
  const domainName = headers['host'] ?? '';
  return {
    version: '2.0',
    routeKey: received.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers,
    ...(query === '' ? {} : { queryStringParameters: joinQuery(query) }),
    requestContext: {
      accountId: 'host',
      apiId: 'host',
      domainName,
      domainPrefix: domainName.split('.', 1)[0] ?? '',
      ...(claims === undefined ? {} : { authorizer: { jwt: jwtOf(claims) } }),
      http: {
        method: request.method ?? '',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: received.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: received.requestId,
      routeKey: received.routeKey,
      stage: '$default',
      time: commonLogTime(received.receivedAt),
      timeEpoch: received.receivedAt,
    },
    ...(Object.keys(params).length > 0 ? { pathParameters: params } : {}),
    ...bodyOf(body, headers['content-type']),
  };
}

/** Repeated headers are joined by a comma, in the order sent; cookies stand apart. */
function joinHeaders(raw: readonly string[]): {
  headers: Record<string, string | undefined>;
  cookies: string[];
} {
  const headers: Record<string, string | undefined> = Object.create(null);
  const cookies: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = raw[at + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/; */));
    else headers[name] = name in headers ? `${headers[name]},${value}` : value;
  }
  return { headers: { ...headers }, cookies };
}

function joinQuery(query: string): { [name: string]: string } {
  const joined = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
}

type Jwt = NonNullable<GatewayEvent['requestContext']['authorizer']>['jwt'];

/** A verified token is remembered, and so what is made of it. */
const made = new WeakMap<object, Jwt>();

/** API Gateway hands every claim over as text. */
function jwtOf(claims: { readonly [name: string]: unknown }): Jwt {
  const before = made.get(claims);
  if (before !== undefined) return before;
  const texts = Object.entries(claims).map(([name, value]) => [name, claimText(value)]);
  const { scope } = claims;
  const scopes = typeof scope === 'string' && scope !== '' ? scope.split(' ') : null;
  const jwt = { claims: Object.fromEntries(texts), scopes };
  made.set(claims, jwt);
  return jwt;
}

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Text where the type and the bytes say so, else base64. */
function bodyOf(bytes: Buffer, contentType = ''): Pick<ApiEvent, 'body' | 'isBase64Encoded'> {
  if (bytes.length === 0) return { isBase64Encoded: false };
  const isText = /^(?:text\/|application\/(?:[\w.+-]+\+)?(?:json|xml|javascript)\b)/i;
  return isText.test(contentType) && isUtf8(bytes)
    ? { body: bytes.toString('utf8'), isBase64Encoded: false }
    : { body: bytes.toString('base64'), isBase64Encoded: true };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
let lastSecond = -1;
let lastTime = '';

/** `12/Mar/2020:19:03:58 +0000`, made once a second. */
function commonLogTime(at: number): string {
  const second = Math.floor(at / 1000);
  if (second !== lastSecond) {
    const iso = new Date(at).toISOString();
    lastTime = `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
    lastSecond = second;
  }
  return lastTime;
}
