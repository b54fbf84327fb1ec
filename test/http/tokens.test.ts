import { describe, expect, test } from 'vitest';
import type { Claims } from '../../lib/http/api-event.ts';
import { claimsOf } from '../support/events.ts';
import {
  addNote,
  changeNote,
  listNotes,
  openProbes,
  readNote,
  removeNote,
} from '../support/probes.ts';
import { problemIn } from '../support/problem.ts';

const path = { editionId: 'e1' };
const lan = claimsOf('lan');

describe('T1 and T2: who calls', () => {
  const { call, lines } = openProbes();
  const asked = async (claims: Claims | undefined) =>
    await call(addNote, { path, body: { text: 'a' }, ...(claims === undefined ? {} : { claims }) });

  test.each([
    ['no token', undefined],
    ['no subject', { token_use: 'access' }],
    ['an empty subject', { sub: '', token_use: 'access' }],
    ['a subject that would cut a key', { sub: 'a#b' }],
    ['a subject that is no text', { sub: 7 }],
    ['an ID token', { sub: 'lan', token_use: 'id' }],
    ['a refresh token', { sub: 'lan', token_use: 'refresh' }],
    ['a use that is no text', { sub: 'lan', token_use: true }],
  ] as const)('%s', async (_, claims) => {
    const answer = await asked(claims);
    expect(problemIn(answer)).toEqual([401, 'unauthenticated']);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(lines.at(-1)).toMatchObject({ level: 'WARN', audit: 'denied', status: 401 });
  });

  test('an access token whose issuer says nothing of its use', async () => {
    expect((await asked({ sub: 'lan' })).statusCode).toBe(201);
  });

  test('a stranger learns nothing of the shape', async () => {
    const answer = await call(addNote, { path: { editionId: '%' }, query: 'a=1', rawBody: '{' });
    expect(problemIn(answer)).toEqual([401, 'unauthenticated']);
  });

  test('a token in the query', async () => {
    const refused = [
      400,
      'unknown-parameter',
      [{ pointer: '/query/access_token', code: 'unknown-field' }],
    ];
    const query = { access_token: 'eyJhbGciOi' };
    expect(problemIn(await call(readNote, { path, query }))).toEqual(refused);
    expect(problemIn(await call(listNotes, { query }))).toEqual(refused);
    expect(problemIn(await call(listNotes, { query, claims: lan }))).toEqual(refused);
  });
});

describe('T3: who may', () => {
  test('a role counts from the moment it is there to the moment it is gone', async () => {
    const { call, table, appoint, lines } = openProbes();
    await call(addNote, { path, body: { text: 'a' }, claims: lan });
    const change = async (claims: Claims, version: number) =>
      await call(changeNote, {
        path,
        body: { text: 'b' },
        claims,
        headers: { 'if-match': `"${version}"` },
      });
    const refused = await change(lan, 1);
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'forbidden', needs: 'organiser' });
    expect(lines.at(-1)).toMatchObject({ audit: 'denied', personId: 'lan', code: 'forbidden' });
    await appoint('e1', 'lan');
    expect((await change(lan, 1)).statusCode).toBe(200);
    await table.write([{ kind: 'delete', key: { pk: 'NOTE#e1', sk: 'ORGANISER#lan' } }]);
    expect(problemIn(await change(lan, 2))).toEqual([403, 'forbidden']);
  });

  test('what a token says of roles has no effect', async () => {
    const { call, appoint } = openProbes();
    await appoint('e2', 'lan');
    await call(addNote, { path, body: { text: 'a' }, claims: lan });
    const claims = claimsOf('lan', {
      'custom:role': 'organiser',
      'cognito:groups': ['organiser'],
      scope: 'admin',
    });
    const headers = { 'if-match': '"1"' };
    const answer = await call(changeNote, { path, body: { text: 'b' }, claims, headers });
    expect(problemIn(answer)).toEqual([403, 'forbidden']);
  });

  test('what is hidden looks, to the byte, like what is not there', async () => {
    const { call, lines } = openProbes();
    await call(addNote, { path, body: { text: 'a' }, claims: lan });
    const remove = async (editionId: string, requestId: string) =>
      await call(removeNote, { path: { editionId }, claims: claimsOf('minh'), requestId });
    const hidden = await remove('e1', 'request-1');
    expect(lines.at(-1)).toMatchObject({ audit: 'denied', status: 404 });
    const missing = await remove('e9', 'request-2');
    expect(hidden.statusCode).toBe(404);
    expect(hidden.body.replace('request-1', 'request-2')).toBe(missing.body);
    expect({ ...hidden.headers, 'x-request-id': 'request-2' }).toEqual(missing.headers);
    expect((await call(removeNote, { path, claims: lan })).statusCode).toBe(200);
  });
});

describe('T4: other origins', () => {
  test('no answer allows one', async () => {
    const { call } = openProbes();
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await call(addNote, { path, body: { text: 'a' }, claims: lan, headers });
    const names = Object.keys(answer.headers);
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('T5: methods and headers', () => {
  const { call } = openProbes();

  test('an overridden method', async () => {
    const headers = { 'x-http-method-override': 'DELETE' };
    const answer = await call(readNote, { path, headers });
    expect(problemIn(answer)).toEqual([405, 'method-not-allowed']);
    expect(answer.headers['allow']).toBe('GET');
  });

  test.each(['TRACE', 'HEAD', 'PATCH', 'ANY'])('%s', async (method) => {
    const answer = await call({ method: method as 'GET', path: readNote.path });
    expect(problemIn(answer)).toEqual([405, 'method-not-allowed']);
    expect(answer.headers['allow']).toBe('GET, POST, PUT, DELETE');
  });

  test('an address nobody serves', async () => {
    const answer = await call({ method: 'GET', path: '/api/nothing' });
    expect(problemIn(answer)).toEqual([404, 'not-found']);
    expect(problemIn(await call({ method: 'GET', path: '' }))).toEqual([404, 'not-found']);
  });

  test('headers of 10,240 bytes pass, one more does not', async () => {
    const given = { host: 'contest.example.vn' };
    const used = Object.entries(given).join('').length - 1;
    const padded = (bytes: number) => ({ 'x-a': 'a'.repeat(bytes - used - 3) });
    const parts = { path, claims: lan };
    expect(problemIn(await call(readNote, { ...parts, headers: padded(10_240) }))).toEqual([
      404,
      'not-found',
    ]);
    expect(problemIn(await call(readNote, { ...parts, headers: padded(10_241) }))).toEqual([
      431,
      'header-fields-too-large',
    ]);
    expect(problemIn(await call(readNote, { ...parts, headers: padded(11_000) }))).toEqual([
      431,
      'header-fields-too-large',
    ]);
  });
});
