import { describe, expect, test } from 'vitest';
import { claimsOf } from '../support/events.ts';
import { listNotes, openProbes, readNote } from '../support/probes.ts';
import { problemIn } from '../support/problem.ts';

const { call } = openProbes();
const lan = claimsOf('lan');

const list = async (query: string, claims = lan) => await call(listNotes, { query, claims });
const page = async (query: string) => JSON.parse((await list(query)).body);

const invalid = (name: string, code: string) => [
  400,
  'invalid-parameter',
  [{ pointer: `/query/${name}`, code }],
];

describe('G1: cursors', () => {
  const wrong = [400, 'cursor-invalid', [{ pointer: '/query/cursor', code: 'not-allowed' }]];

  test('lead through a list', async () => {
    const first = await page('limit=2');
    expect(first.items).toEqual([{ id: '0' }, { id: '1' }]);
    const second = await page(`limit=2&cursor=${first.next}`);
    expect(second.items).toEqual([{ id: '2' }, { id: '3' }]);
  });

  test('of another person or filter', async () => {
    const { next } = await page('limit=2');
    expect(problemIn(await list(`cursor=${next}`, claimsOf('minh')))).toEqual(wrong);
    expect(problemIn(await list(`cursor=${next}&state=open`))).toEqual(wrong);
  });

  test.each(['x', '!!!!', 'AAAA', '____', 'a'.repeat(1500), '%C3%A9', 'MTIz.x'])(
    'edited: %.20s',
    async (cursor) => {
      expect(problemIn(await list(`cursor=${cursor}`))).toEqual(wrong);
    },
  );

  test('any edited character of the binding', async () => {
    const { next } = await page('limit=2');
    const edited = `${next.startsWith('Y') ? 'Z' : 'Y'}${next.slice(1)}`;
    expect(problemIn(await list(`cursor=${edited}`))).toEqual(wrong);
  });

  test('empty or endless', async () => {
    const tooShort = { pointer: '/query/cursor', code: 'too-short', limit: 1 };
    expect(problemIn(await list('cursor='))).toEqual([400, 'invalid-parameter', [tooShort]]);
    expect(problemIn(await list(`cursor=${'a'.repeat(1501)}`))[1]).toBe('invalid-parameter');
  });
});

describe('G2: limits and repetition', () => {
  test.each(['0', '-1', '1e9', '10abc', '101', '1.0', '+1', '01', '', '%20', 'Infinity', '0x10'])(
    'limit=%s',
    async (limit) => {
      expect(problemIn(await list(`limit=${limit}`))).toEqual(invalid('limit', 'wrong-format'));
    },
  );

  test('1, 100 and none', async () => {
    expect((await page('limit=1')).items).toHaveLength(1);
    expect((await page('limit=100')).items).toHaveLength(100);
    expect((await page('')).items).toHaveLength(50);
  });

  test.each(['limit=1&limit=2', 'limit=1&limit=1', 'limit=1&%6cimit=1', 'state=open&state=open'])(
    'twice: %s',
    async (query) => {
      const name = query.startsWith('state') ? 'state' : 'limit';
      expect(problemIn(await list(query))).toEqual(invalid(name, 'repeated'));
    },
  );

  test('a comma is no repetition', async () => {
    expect(problemIn(await list('limit=1,2'))).toEqual(invalid('limit', 'wrong-format'));
  });

  test.each(['limit=%', 'limit=%zz', 'limit=%ff', 'limit=%00', 'limit=a%0d%0a'])(
    'a bad escape: %s',
    async (query) => {
      expect(problemIn(await list(query))).toEqual(invalid('limit', 'wrong-format'));
    },
  );
});

describe('G3: parameters nobody declared', () => {
  test.each(['sort=score', 'filter=judgeId', 'group=x', 'limit=1&SORT=a', '__proto__=1', 'a[b]=1'])(
    '%s',
    async (query) => {
      const name = query.split('&').at(-1)!.split('=')[0];
      expect(problemIn(await list(query))).toEqual([
        400,
        'unknown-parameter',
        [{ pointer: `/query/${name}`, code: 'unknown-field' }],
      ]);
    },
  );

  test('a known name with an unknown value', async () => {
    expect(problemIn(await list('state=hidden'))).toEqual(invalid('state', 'not-allowed'));
  });

  test('where none is declared', async () => {
    const answer = await call(readNote, { path: { editionId: 'e1' }, query: 'v=1' });
    expect(problemIn(answer)).toEqual([
      400,
      'unknown-parameter',
      [{ pointer: '/query/v', code: 'unknown-field' }],
    ]);
  });
});

describe('G5: ids', () => {
  const read = async (editionId: string) =>
    problemIn(await call(readNote, { path: { editionId } }));

  test('foreign or random', async () => {
    expect(await read('e-2031')).toEqual([404, 'not-found']);
  });

  test('of another shape', async () => {
    const tooLong = { pointer: '/path/editionId', code: 'too-long', limit: 40 };
    expect(await read('e'.repeat(41))).toEqual([400, 'invalid-parameter', [tooLong]]);
  });

  test.each([
    '..',
    '.',
    '%2e%2e',
    'a\0',
    '%00',
    '%2523',
    'a#b',
    'a/b',
    'a%2fb',
    'é',
    '',
    'a b',
    ' ',
  ])('%j', async (editionId) => {
    expect(await read(editionId)).toEqual([
      400,
      'invalid-parameter',
      [{ pointer: '/path/editionId', code: 'wrong-format' }],
    ]);
  });
});
