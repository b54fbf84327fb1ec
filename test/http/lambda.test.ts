import { expect, test } from 'vitest';
import { claimsOf } from '../support/events.ts';
import { addNote, openProbes, readNote } from '../support/probes.ts';

const lan = claimsOf('lan');

test('a write is answered with its status, body, ETag and headers', async () => {
  const { call } = openProbes();
  const answer = await call(addNote, {
    path: { editionId: 'e1' },
    body: { text: 'Chào' },
    claims: lan,
    requestId: 'request-a',
  });
  expect(answer).toEqual({
    statusCode: 201,
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/json; charset=utf-8',
      etag: '"1"',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'request-a',
    },
    body: '{"editionId":"e1","text":"Chào","version":1}',
  });
});

test('a reply keeps the declared fields only', async () => {
  const { call } = openProbes();
  await call(addNote, { path: { editionId: 'e1' }, body: { text: 'a' }, claims: lan });
  const answer = await call(readNote, { path: { editionId: 'e1' } });
  expect(JSON.parse(answer.body)).toEqual({ editionId: 'e1', text: 'a', version: 1 });
});
