import { expect, test } from 'vitest';
import { claimsOf } from '../support/events.ts';
import { addNote, changeNote, openProbes } from '../support/probes.ts';
import { problemIn } from '../support/problem.ts';

const path = { editionId: 'e1' };
const lan = claimsOf('lan');

async function opened() {
  const { call, appoint } = openProbes();
  await appoint('e1', 'lan');
  await call(addNote, { path, body: { text: 'a' }, claims: lan });
  return async (tag: string | undefined) =>
    await call(changeNote, {
      path,
      body: { text: 'b' },
      claims: lan,
      headers: { 'if-match': tag },
    });
}

test.each([undefined, '', '*', ' * '])('S7: If-Match %j is missing', async (tag) => {
  const change = await opened();
  expect(problemIn(await change(tag))).toEqual([428, 'precondition-required']);
});

test.each(['W/"1"', '1', '"1', '"01"', '"-1"', '"1", "2"', '"a"', '"1e0"', '"9999999999999999"'])(
  'S7: If-Match %s matches nothing',
  async (tag) => {
    const change = await opened();
    const answer = await change(tag);
    expect(problemIn(answer)).toEqual([412, 'precondition-failed']);
    expect(JSON.parse(answer.body).currentVersion).toBeNull();
  },
);

test('S7: a stale one says what stands now', async () => {
  const change = await opened();
  const answer = await change('"1"');
  expect([answer.statusCode, answer.headers['etag']]).toEqual([200, '"2"']);
  const stale = await change('"1"');
  expect(problemIn(stale)).toEqual([412, 'precondition-failed']);
  expect(JSON.parse(stale.body).currentVersion).toBe(2);
  expect((await change('"2"')).headers['etag']).toBe('"3"');
});

test('S7: of two at once one wins', async () => {
  const change = await opened();
  const answers = await Promise.all([change('"1"'), change('"1"')]);
  const statuses = answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b);
  expect(statuses).toEqual([200, 412]);
});
