import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import { client } from '../../lib/contract/client.ts';
import { ProblemError } from '../../lib/contract/problem-error.ts';
import { routes } from '../../lib/contract/routes.ts';
import { UnexpectedReply } from '../../lib/contract/unexpected-reply.ts';
import { sampleOf } from '../support/sample.ts';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Respond = (response: ServerResponse, attempt: number) => void;

let seen: Seen[] = [];
let respond: Respond;

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const { method = '', url = '', headers } = request;
  seen.push({ method, url, headers, body });
  respond(response, seen.length);
});

let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  seen = [];
});

const json =
  (status: number, body: unknown, headers: { [name: string]: string } = {}): Respond =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

const drop: Respond = (response) => response.socket?.destroy();

const asked = () =>
  client({ origin, token: () => Promise.resolve('a-token'), retryDelays: [1, 1] });

const entry = sampleOf(routes.getEntry.reply) as z.output<typeof routes.getEntry.reply>;
const path = { editionId: 'kon-tum-2022', entryId: entry.entryId };
const { content } = entry;

const keysSeen = () => seen.map(({ headers }) => headers['idempotency-key']);

describe('what is sent', () => {
  it('is the path, the query and the token of a read', async () => {
    respond = json(200, { items: [] });
    await asked().call(routes.listEntries, {
      path: { editionId: 'a/b?c' },
      query: { limit: '5', state: 'draft' },
    });
    expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['GET', '/api/editions/a%2Fb%3Fc/entries?limit=5&state=draft', ''],
    ]);
    expect(seen[0]?.headers.authorization).toBe('Bearer a-token');
    expect(keysSeen()).toEqual([undefined]);
  });

  it('is no token on a public route', async () => {
    respond = json(200, { items: [] });
    await asked().call(routes.listEditions);
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });

  it('is the body, the version and a key of its own on a write', async () => {
    respond = json(200, entry);
    await asked().call(routes.editEntry, { path, body: content, ifMatch: '"7"' });
    await asked().call(routes.editEntry, { path, body: content, ifMatch: '"7"' });
    expect(seen.map(({ body }) => JSON.parse(body))).toEqual([content, content]);
    expect(seen.map(({ headers }) => headers['if-match'])).toEqual(['"7"', '"7"']);
    expect(seen[0]?.headers['content-type']).toBe('application/json');
    expect(new Set(keysSeen()).size).toBe(2);
    expect(keysSeen()[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is the key that was given', async () => {
    respond = json(200, entry);
    await asked().call(routes.withdrawEntry, { path, idempotencyKey: 'once' });
    expect(keysSeen()).toEqual(['once']);
    expect(seen[0]?.headers['content-type']).toBeUndefined();
  });
});

describe('what comes back', () => {
  it('is the declared part of the body, the whole JSON and the ETag', async () => {
    respond = json(200, { ...entry, planted: true }, { etag: '"3"' });
    const answer = await asked().call(routes.getEntry, { path });
    expect(answer.body).toEqual(entry);
    expect(answer.json).toEqual({ ...entry, planted: true });
    expect([answer.status, answer.etag]).toEqual([200, '"3"']);
  });

  it('is an error with the problem and its facts', async () => {
    const problem = {
      type: '/problems/phase-closed',
      title: 'This is not open at the moment',
      status: 409,
      detail: 'It has closed at closesAt; the time of receipt decides.',
      code: 'phase-closed',
      receivedAt: '2022-08-31T10:00:00.000Z',
      closesAt: '2022-08-31T10:00:00.000Z',
      requestId: 'r-1',
      serverTime: '2022-08-31T10:00:00.001Z',
    };
    respond = json(409, problem);
    const failed = asked().call(routes.withdrawEntry, { path });
    await expect(failed).rejects.toThrow(ProblemError);
    const error = await failed.catch((thrown: ProblemError) => thrown);
    expect(error).toMatchObject({ code: 'phase-closed', status: 409, problem });
    expect(seen.length).toBe(1);
  });

  const strange: [string, number, unknown][] = [
    ['a page of a proxy', 502, 'Bad Gateway'],
    ['a problem without a name', 500, { message: 'Internal Server Error' }],
    ['a reply of another shape', 200, { entryId: 7 }],
    ['another success than the declared one', 201, entry],
  ];
  it.each(strange)('is not taken for an answer: %s', async (_, status, body) => {
    respond = json(status, body);
    const failed = asked().call(routes.getEntry, { path });
    await expect(failed).rejects.toThrow(UnexpectedReply);
    await expect(failed).rejects.toMatchObject({ status, text: JSON.stringify(body) });
    expect(seen.length).toBe(1);
  });
});

describe('a lost connection', () => {
  it('is tried again with the same key', async () => {
    respond = (response, attempt) => (attempt < 3 ? drop : json(200, entry))(response, attempt);
    const answer = await asked().call(routes.withdrawEntry, { path });
    expect(answer.body).toEqual(entry);
    expect(seen.length).toBe(3);
    expect(new Set(keysSeen()).size).toBe(1);
  });

  it('is tried again where it broke inside the answer', async () => {
    respond = (response, attempt) => {
      if (attempt > 1) return json(200, entry)(response, attempt);
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"half":', () => response.socket?.destroy());
    };
    expect((await asked().call(routes.getEntry, { path })).body).toEqual(entry);
    expect(seen.length).toBe(2);
  });

  it('is an error after three attempts', async () => {
    respond = drop;
    await expect(asked().call(routes.getEntry, { path })).rejects.toThrow(TypeError);
    expect(seen.length).toBe(3);
  });

  it('is not made of a caller who gave up', async () => {
    const stop = new AbortController();
    respond = () => stop.abort();
    const failed = asked().call(routes.getEntry, { path, signal: stop.signal });
    await expect(failed).rejects.toThrow('aborted');
    expect(seen.length).toBe(1);
  });
});

it('types what a route needs and gives', () => {
  const { call } = client({ origin });
  expectTypeOf(call<typeof routes.getMe>).toBeCallableWith(routes.getMe);
  expectTypeOf(call<typeof routes.listEntries>).toBeCallableWith(routes.listEntries, {
    path: { editionId: 'kon-tum-2022' },
  });
  // @ts-expect-error the path is needed
  expectTypeOf(call<typeof routes.listEntries>).toBeCallableWith(routes.listEntries);
  expectTypeOf(call<typeof routes.createEntry>).toBeCallableWith(
    routes.createEntry,
    // @ts-expect-error the body is needed
    { path: { editionId: 'kon-tum-2022' } },
  );
});
