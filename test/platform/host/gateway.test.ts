import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type Answer, NOW, problemOf, runningGateway, token } from './running-gateway.ts';

const PROBLEM = 'application/problem+json';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the event', () => {
  test('is that of payload format 2.0, member by member', async () => {
    const gateway = await runningGateway();
    const exp = Math.floor(Date.now() / 1000) + 60;
    const bearer = await token({ exp, iat: exp - 60, scope: 'contest read', groups: ['a', 'b'] });
    const answer = await gateway.send('POST', '/api/notes/a%2Fb%20c?p1=v1&p1=v2&p2=v%C3%AD', {
      headers: [
        ...['User-Agent', 'probe', 'Header1', 'value1', 'Header2', 'value1', 'header2', 'value2'],
        ...['Cookie', 'cookie1=1; cookie2=2', 'Content-Type', 'application/json'],
        ...['Authorization', `Bearer ${bearer}`, 'Content-Length', '8'],
      ],
      body: '{"a":"é"}'.slice(0, 7),
    });
    const [event] = gateway.events;

    expect([answer.status, answer.headers['x-probe'], answer.body]).toEqual([201, 'yes', 'nghiệm']);
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'POST /api/notes/{noteId}',
      rawPath: '/api/notes/a%2Fb%20c',
      rawQueryString: 'p1=v1&p1=v2&p2=v%C3%AD',
      cookies: ['cookie1=1', 'cookie2=2'],
      headers: {
        host: 'contest.example.vn',
        'user-agent': 'probe',
        header1: 'value1',
        header2: 'value1,value2',
        'content-type': 'application/json',
        authorization: `Bearer ${bearer}`,
        'content-length': '8',
        connection: 'keep-alive',
      },
      queryStringParameters: { p1: 'v1,v2', p2: 'ví' },
      requestContext: {
        accountId: 'host',
        apiId: 'host',
        domainName: 'contest.example.vn',
        domainPrefix: 'contest',
        authorizer: {
          jwt: {
            claims: {
              iss: 'https://sign-in.example.vn/oidc',
              aud: 'https://contest.example.vn/api',
              sub: 'person-1',
              email: 'a@b.vn',
              email_verified: 'true',
              iat: String(exp - 60),
              exp: String(exp),
              scope: 'contest read',
              groups: '[a b]',
            },
            scopes: ['contest', 'read'],
          },
        },
        http: {
          method: 'POST',
          path: '/api/notes/a%2Fb%20c',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'probe',
        },
        requestId: expect.stringMatching(UUID),
        routeKey: 'POST /api/notes/{noteId}',
        stage: '$default',
        time: '04/May/2026:03:02:01 +0000',
        timeEpoch: NOW,
      },
      pathParameters: { noteId: 'a/b c' },
      body: '{"a":"é',
      isBase64Encoded: false,
    });
  });

  test('of a call without query, body or token has none of their members', async () => {
    const gateway = await runningGateway();
    await gateway.send('GET', '/api/notes/7');
    const { requestContext, headers, ...rest } = gateway.events[0]!;

    expect(rest).toEqual({
      version: '2.0',
      routeKey: 'GET /api/notes/{noteId}',
      rawPath: '/api/notes/7',
      rawQueryString: '',
      pathParameters: { noteId: '7' },
      isBase64Encoded: false,
    });
    expect(requestContext.authorizer).toBeUndefined();
  });

  test.each([
    ['application/json', 'ff7b7d', '/3t9'],
    ['application/pdf', '255044462d', 'JVBERi0='],
    ['', '7b7d', 'e30='],
  ])('carries %s as base64 where it is no text', async (type, hex, base64) => {
    const gateway = await runningGateway();
    const body = Buffer.from(hex, 'hex');
    const headers = ['Content-Length', String(body.length), 'Content-Type', type];
    await gateway.send('PUT', '/api/editions/e/entries/1', { headers, body });

    const { body: sent, isBase64Encoded, pathParameters } = gateway.events[0]!;
    expect({ sent, isBase64Encoded }).toEqual({ sent: base64, isBase64Encoded: true });
    expect(pathParameters).toEqual({ editionId: 'e', entryId: '1' });
  });

  test('names the literal route before the one with a parameter', async () => {
    const gateway = await runningGateway();
    await gateway.send('GET', '/api/notes/latest');
    expect(gateway.events[0]?.routeKey).toBe('GET /api/notes/latest');
  });
});

describe('what does not reach a function', () => {
  test.each([
    ['GET', '/api/nothing', 404, 'not-found', undefined],
    ['GET', '/api/notes/', 404, 'not-found', undefined],
    ['GET', '/api/notes/1/', 404, 'not-found', undefined],
    ['GET', '/api//notes/1', 404, 'not-found', undefined],
    ['GET', '/api/notes/%ff', 400, 'invalid-parameter', undefined],
    ['DELETE', '/api/notes/1', 405, 'method-not-allowed', 'GET, POST'],
    ['HEAD', '/api/notes/1', 405, undefined, 'GET, POST'],
    ['OPTIONS', '/api/notes/1', 405, 'method-not-allowed', 'GET, POST'],
    ['TRACE', '/api/notes/1', 405, 'method-not-allowed', 'GET, POST'],
    ['POST', '/api/notes/latest', 405, 'method-not-allowed', 'GET'],
  ])('%s %s is %i', async (method, path, status, code, allow) => {
    const gateway = await runningGateway();
    const answer = await gateway.send(method, path);

    expect([answer.status, answer.headers['content-type']]).toEqual([status, PROBLEM]);
    expect(answer.headers['allow']).toBe(allow);
    if (code !== undefined) expect(JSON.parse(answer.body).code).toBe(code);
    expect(gateway.events).toEqual([]);
  });

  test('a problem tells the request and the time of the clock', async () => {
    const gateway = await runningGateway();
    const { body, headers } = await gateway.send('GET', '/api/nothing');
    const { requestId, ...rest } = JSON.parse(body);

    expect(headers['x-request-id']).toBe(requestId);
    expect(rest).toEqual({
      type: '/problems/not-found',
      title: 'There is nothing here',
      status: 404,
      detail: 'Check the address.',
      code: 'not-found',
      serverTime: '2026-05-04T03:02:01.007Z',
    });
  });

  test('11 kB of headers is 431, 9 kB is none of its business', async () => {
    const gateway = await runningGateway();
    const long = await gateway.send('GET', '/api/notes/1', {
      headers: ['X-Long', 'a'.repeat(11_000)],
    });
    const short = await gateway.send('GET', '/api/notes/1', {
      headers: ['X-Long', 'a'.repeat(9000)],
    });

    expect(problemOf(long)).toEqual([431, 'header-fields-too-large', PROBLEM]);
    expect(short.status).toBe(201);
  });

  test('a body over the cap is 413, announced or not; the cap itself is taken', async () => {
    const gateway = await runningGateway({ bodyBytes: 1000 });
    const put = async (bytes: number, headers: readonly string[]) =>
      await gateway.send('PUT', '/api/editions/e/entries/1', { headers, body: 'a'.repeat(bytes) });

    expect(problemOf(await put(1001, ['Content-Length', '1001']))).toEqual([
      413,
      'payload-too-large',
      PROBLEM,
    ]);
    expect(problemOf(await put(1001, ['Transfer-Encoding', 'chunked']))[0]).toBe(413);
    expect((await put(1000, ['Transfer-Encoding', 'chunked'])).status).toBe(201);
    expect(gateway.events.length).toBe(1);
  });

  test('11 MB of body is answered and not cut off', async () => {
    const gateway = await runningGateway();
    const body = Buffer.alloc(11 * 1024 * 1024, 0x20);
    const headers = ['Content-Length', String(body.length)];
    const answer = await gateway.send('PUT', '/api/editions/e/entries/1', { headers, body });
    expect(problemOf(answer)).toEqual([413, 'payload-too-large', PROBLEM]);
  });

  test('a body that does not come in time ends the connection', async () => {
    const gateway = await runningGateway({ bodyMilliseconds: 100 });
    const socket = connect(gateway.port, '127.0.0.1');
    socket.write(
      'PUT /api/editions/e/entries/1 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n12',
    );
    socket.on('error', () => undefined);
    await once(socket, 'close');
    expect(gateway.events).toEqual([]);
  });
});

describe('a function that does not answer', () => {
  test('in time is 503 with Retry-After', async () => {
    const gateway = await runningGateway({ integrationMilliseconds: 50 });
    const answer = await gateway.send('GET', '/api/notes/1', { headers: ['X-Probe', 'hang'] });
    expect(problemOf(answer)).toEqual([503, 'unavailable', PROBLEM]);
    expect(answer.headers['retry-after']).toBe('5');
  });

  test('but throws is 503, logged without a word of the request', async () => {
    const gateway = await runningGateway();
    const headers = ['X-Probe', 'crash', 'Content-Length', '6', 'X-Secret', 'planted-header'];
    const answer = await gateway.send('PUT', '/api/editions/planted-path/entries/1', {
      headers,
      body: 'secret',
    });

    expect(problemOf(answer)).toEqual([503, 'unavailable', PROBLEM]);
    expect(gateway.logged).toEqual([
      {
        level: 'error',
        message: 'no answer to a call',
        requestId: JSON.parse(answer.body).requestId,
        cause: expect.stringContaining('the probe crashed'),
      },
    ]);
    expect(JSON.stringify(gateway.logged)).not.toMatch(/secret|planted/);
  });
});

describe('throttling', () => {
  test('a person gets a burst, then 429; another person is not touched', async () => {
    const gateway = await runningGateway({ perPerson: { perSecond: 0.01, burst: 3 } });
    const post = async (bearer: string) =>
      await gateway.send('POST', '/api/notes/1', {
        headers: ['Authorization', `Bearer ${bearer}`],
      });
    const [one, other] = [await token({ sub: 'one' }), await token({ sub: 'other' })];
    const statuses = [];
    for (let call = 0; call < 4; call += 1) statuses.push(await post(one));

    expect(statuses.map(({ status }) => status)).toEqual([201, 201, 201, 429]);
    expect(problemOf(statuses[3]!)).toEqual([429, 'too-many-requests', PROBLEM]);
    expect(statuses[3]!.headers['retry-after']).toBe('100');
    expect((await post(other)).status).toBe(201);
  });

  test('three hundred people behind one address open a page of four calls at once, and a jury of sixty scores beside them', async () => {
    const gateway = await runningGateway();
    const page = async () => {
      for (let call = 0; call < 4; call += 1)
        opened.push(await gateway.send('GET', '/api/notes/1'));
    };
    const judge = async (_: unknown, at: number) => {
      const headers = ['Authorization', `Bearer ${await token({ sub: `judge-${at}` })}`];
      for (let call = 0; call < 5; call += 1) {
        scored.push(await gateway.send('POST', '/api/notes/1', { headers }));
      }
    };
    const [opened, scored]: [Answer[], Answer[]] = [[], []];
    await Promise.all([...Array.from({ length: 300 }, page), ...Array.from({ length: 60 }, judge)]);
    const refused = [...opened, ...scored].filter(({ status }) => status !== 201);
    expect([opened.length, scored.length, refused.length]).toEqual([1200, 300, 0]);
  });

  test('who guesses tokens is stopped by address, while a person at the same address goes on', async () => {
    const gateway = await runningGateway({ perAddress: { perSecond: 0.1, burst: 2 } });
    const post = async (bearer: string) =>
      (
        await gateway.send('POST', '/api/notes/1', {
          headers: ['Authorization', `Bearer ${bearer}`],
        })
      ).status;

    expect([await post('x'), await post('y'), await post('z')]).toEqual([401, 401, 429]);
    expect(await post(await token())).toBe(201);
  });
});
