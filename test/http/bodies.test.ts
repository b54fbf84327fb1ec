import { describe, expect, test } from 'vitest';
import { claimsOf, type EventParts } from '../support/events.ts';
import { addNote, openProbes, readNote, removeNote } from '../support/probes.ts';
import { problemIn } from '../support/problem.ts';

const probes = openProbes();

const send = async (parts: EventParts) =>
  await probes.call(addNote, { path: { editionId: 'e1' }, claims: claimsOf('lan'), ...parts });

const raw = async (rawBody: string | Uint8Array) => problemIn(await send({ rawBody }));

const malformed = (code: string) => [400, 'malformed-json', [{ pointer: '', code }]];

describe('J1: text that is not JSON', () => {
  test.each([
    '{',
    '',
    ' ',
    '{"text":NaN}',
    '{"text":"a",}',
    '[1,]',
    "{'text':1}",
    '{"text":"a"} x',
    '\ufeff{"text":"a"}',
    '{"text":"a\nb"}',
    '{"text":"a}',
    '{"a" "b"}',
    ']',
  ])('%j', async (text) => {
    expect(await raw(text)).toEqual(malformed('syntax'));
  });

  test('a byte order mark in bytes', async () => {
    const bytes = Buffer.from('\ufeff{"text":"a"}');
    expect(await raw(bytes)).toEqual(malformed('syntax'));
  });
});

describe('J2: JSON that is no object', () => {
  test.each(['null', '[]', '"x"', '7', 'true'])('%s', async (text) => {
    const wrong = [{ pointer: '', code: 'wrong-type' }];
    expect(await raw(text)).toEqual([422, 'validation-failed', wrong]);
  });
});

describe('J3: the content type', () => {
  const typed = async (type: string | undefined) =>
    await send({ body: { text: 'a' }, headers: { 'content-type': type } });

  test.each([
    undefined,
    '',
    'text/plain',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'application/jsonp',
    'application/problem+json',
    'application/json; charset=utf-8; charset=utf-16',
    'multipart/form-data; boundary=x',
  ])('%s is refused', async (type) => {
    expect(problemIn(await typed(type))).toEqual([415, 'unsupported-media-type']);
  });

  test.each([
    'application/json',
    'Application/JSON',
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/json ; charset = utf-8 ',
  ])('%s is taken', async (type) => {
    // The same note again: it got past the parsing.
    expect((await typed(type)).statusCode).toBeOneOf([201, 409]);
  });

  test('a compressed body is refused', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const answer = await send({ body: { text: 'a' }, headers });
    expect(problemIn(answer)).toEqual([415, 'unsupported-media-type']);
  });
});

describe('J4: bytes and characters', () => {
  test('invalid UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"text":"'),
      Buffer.of(0xc3, 0x28),
      Buffer.from('"}'),
    ]);
    expect(await raw(bytes)).toEqual(malformed('invalid-utf-8'));
  });

  test('a UTF-8 encoded surrogate', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"text":"'),
      Buffer.of(0xed, 0xa0, 0x80),
      Buffer.from('"}'),
    ]);
    expect(await raw(bytes)).toEqual(malformed('invalid-utf-8'));
  });

  test('half a surrogate pair in the event itself', async () => {
    expect(await raw('{"text":"\ud800"}')).toEqual(malformed('invalid-utf-8'));
  });

  test('half a surrogate pair as an escape, in values and in names', async () => {
    expect(await raw('{"text":"\\ud800","tags":["a","\\udc00x"],"owner":{"\\ud800":1}}')).toEqual([
      422,
      'validation-failed',
      [
        { pointer: '/text', code: 'ill-formed-text' },
        { pointer: '/tags/1', code: 'ill-formed-text' },
        { pointer: '/owner', code: 'ill-formed-text' },
      ],
    ]);
  });

  test('a whole pair as escapes is text', async () => {
    const answer = await probes.call(addNote, {
      path: { editionId: 'pair' },
      claims: claimsOf('lan'),
      rawBody: '{"text":"\\ud83c\\udfc6"}',
    });
    expect(JSON.parse(answer.body)).toEqual({ editionId: 'pair', text: '🏆', version: 1 });
  });
});

describe('J5: size', () => {
  const bytesOf = (bytes: number) => {
    const head = '{"text":"a"';
    return `${head}${' '.repeat(bytes - head.length - 1)}}`;
  };

  test('64 KiB is taken, a byte more is not', async () => {
    expect((await send({ rawBody: bytesOf(65_536) })).statusCode).toBeOneOf([201, 409]);
    expect(await raw(bytesOf(65_537))).toEqual([413, 'payload-too-large']);
  });

  test('bytes count, not characters', async () => {
    const text = `{"text":"${'ư'.repeat(32_768)}"}`;
    expect(text.length).toBe(32_779);
    expect(await raw(text)).toEqual([413, 'payload-too-large']);
  });

  test('base64 counts what it stands for', async () => {
    expect((await send({ rawBody: Buffer.from(bytesOf(65_536)) })).statusCode).toBeOneOf([
      201, 409,
    ]);
    expect(await raw(Buffer.from(bytesOf(65_537)))).toEqual([413, 'payload-too-large']);
    expect(await raw(Buffer.from(bytesOf(65_538)))).toEqual([413, 'payload-too-large']);
  });

  test('11 MB', async () => {
    expect(await raw(bytesOf(11_000_000))).toEqual([413, 'payload-too-large']);
  });
});

describe('J6: depth', () => {
  const nested = (depth: number, open: string, close: string) =>
    open.repeat(depth) + close.repeat(depth);

  test('5,000 deep', async () => {
    const tooDeep = [400, 'malformed-json', [{ pointer: '', code: 'too-deep', limit: 32 }]];
    expect(await raw(nested(5000, '[', ']'))).toEqual(tooDeep);
    expect(await raw(nested(33, '[', ']'))).toEqual(tooDeep);
    expect(await raw(`${nested(40, '{"a":', '').slice(0, -5)}1${'}'.repeat(39)}`)).toEqual(tooDeep);
  });

  test('32 deep is parsed', async () => {
    const wrong = [{ pointer: '', code: 'wrong-type' }];
    expect(await raw(nested(32, '[', ']'))).toEqual([422, 'validation-failed', wrong]);
  });

  test('brackets inside strings are no depth', async () => {
    const text = '['.repeat(100);
    expect((await send({ body: { text } })).statusCode).toBeOneOf([201, 409]);
  });
});

describe('J7: keys written twice', () => {
  test.each([
    '{"text":"a","text":"b"}',
    '{"text":"a","t\\u0065xt":"b"}',
    '{"text":"a","owner":{"name":"a","name":"a"}}',
    '[{"a":1},{"a":1,"a":1}]',
    '{"__proto__":1,"__proto__":2}',
    '{"":1,"":2}',
  ])('%s', async (text) => {
    expect(await raw(text)).toEqual(malformed('duplicate-key'));
  });

  test('colons in strings and escaped quotes deceive nobody', async () => {
    const text = 'a:b "c": {"d": \\"e\\": \\\\';
    const answer = await probes.call(addNote, {
      path: { editionId: 'colons' },
      claims: claimsOf('lan'),
      body: { text, tags: ['text', ':', '":"', '\\":'] },
    });
    expect(JSON.parse(answer.body)).toEqual({ editionId: 'colons', text, version: 1 });
  });
});

describe('J8 and J9: fields nobody declared', () => {
  const unknown = (...pointers: string[]) => [
    422,
    'validation-failed',
    pointers.map((pointer) => ({ pointer, code: 'unknown-field' })),
  ];

  test('__proto__', async () => {
    expect(await raw('{"text":"a","__proto__":{"admin":true}}')).toEqual(unknown('/__proto__'));
    expect(await raw('{"text":"a","owner":{"name":"a","__proto__":1}}')).toEqual(
      unknown('/owner/__proto__'),
    );
  });

  test('constructor.prototype', async () => {
    expect(await raw('{"text":"a","constructor":{"prototype":{"a":1}}}')).toEqual(
      unknown('/constructor'),
    );
  });

  test('what would be assigned in passing', async () => {
    const extra = { role: 'organiser', status: 1, ownerId: 'x', submittedAt: 1, rank: 1 };
    const answer = await send({ body: { text: 'a', ...extra, owner: { name: 'a', 'a/~b': 1 } } });
    expect(problemIn(answer)).toEqual(
      unknown('/owner/a~1~0b', '/role', '/status', '/ownerId', '/submittedAt', '/rank'),
    );
  });

  test('an endless name is not repeated', async () => {
    const answer = await send({ body: { text: 'a', ['x'.repeat(5000)]: 1 } });
    expect(problemIn(answer)).toEqual(unknown(''));
  });
});

describe('J10: too much', () => {
  test('10,000 elements', async () => {
    const answer = await send({ body: { text: 'a', tags: Array(10_000).fill('') } });
    expect(problemIn(answer)).toEqual([
      422,
      'validation-failed',
      [{ pointer: '/tags', code: 'too-many', limit: 5 }],
    ]);
  });

  test('10,001 characters', async () => {
    expect(problemIn(await send({ body: { text: 'a'.repeat(10_001) } }))).toEqual([
      422,
      'validation-failed',
      [{ pointer: '/text', code: 'too-long', limit: 200 }],
    ]);
  });

  test('a long list of faults is cut at fifty, and no value comes back', async () => {
    const answer = await send({
      body: {
        text: 'a',
        ...Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`f${n}`, 'secret'])),
      },
    });
    expect(problemIn(answer)[2]).toHaveLength(50);
    expect(answer.body).not.toContain('secret');
  });
});

describe('an operation without a body', () => {
  const refused = [422, 'validation-failed', [{ pointer: '', code: 'not-allowed' }]];

  test('refuses any', async () => {
    const parts = { path: { editionId: 'e1' }, claims: claimsOf('lan'), rawBody: '{}' };
    expect(problemIn(await probes.call(readNote, parts))).toEqual(refused);
    expect(problemIn(await probes.call(removeNote, parts))).toEqual(refused);
    expect(problemIn(await probes.call(removeNote, { ...parts, rawBody: '{' }))).toEqual(refused);
  });

  test('takes an empty one', async () => {
    const parts = { path: { editionId: 'none' }, claims: claimsOf('lan'), rawBody: '' };
    expect(problemIn(await probes.call(removeNote, parts))).toEqual([404, 'not-found']);
  });
});
