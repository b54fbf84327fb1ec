import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { textProblems } from '../../lib/contest/plain-text.ts';
import { email, phone, taxCode } from '../../lib/contract/contact.ts';
import { fileName } from '../../lib/contract/document-views.ts';
import { points } from '../../lib/contract/points-schema.ts';
import {
  id,
  instant,
  localDate,
  localDateTime,
  sha256,
  text,
  uuid,
} from '../../lib/contract/text.ts';

/** What a schema refuses, as the HTTP shell reads it. */
const codesOf = (schema: z.ZodType, value: unknown): unknown[] => {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => (issue.code === 'custom' ? issue.params?.['code'] : issue.code));
};

describe('text', () => {
  const name = text(10);

  test('is kept in NFC and trimmed', () => {
    expect(name.parse(' Nguyễn\u3000'.normalize('NFD'))).toBe('Nguyễn');
  });
  test('NFC and NFD are one text, and a kept text is kept as it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (value) => {
        const schema = text(1000, { min: 0 });
        const kept = schema.safeParse(value);
        expect(schema.safeParse(value.normalize('NFD'))).toEqual(kept);
        if (kept.success) expect(schema.parse(kept.data)).toBe(kept.data);
      }),
    ));
  test('has no more than so many code points after NFC', () => {
    expect(name.parse('ễ'.normalize('NFD').repeat(10))).toBe('ễ'.repeat(10));
    expect(name.parse('🌱'.repeat(10))).toBe('🌱'.repeat(10));
    expect(name.parse(` ${'a'.repeat(10)} `)).toBe('a'.repeat(10));
    const { error } = name.safeParse('🌱'.repeat(11));
    expect(error?.issues).toEqual([
      {
        code: 'custom',
        path: [],
        message: 'too-long',
        params: { code: 'too-long', limit: 10 },
      },
    ]);
  });
  test('has at least so many', () => {
    const { error } = text(10, { min: 3 }).safeParse('ab ');
    expect(error?.issues[0]).toMatchObject({ params: { code: 'too-short', limit: 3 } });
    expect(text(10, { min: 3 }).parse('abc')).toBe('abc');
  });
  test.each(['', '   ', '\u200b', ' \u200d\ufeff\u2060 ', '\u3164', '\u2800', '\u00ad'])(
    'needs something visible: %j',
    (value) => {
      expect(codesOf(name, value)).toEqual(['blank']);
    },
  );
  test('may be empty where told, but not invisible', () => {
    const optional = text(10, { min: 0 });
    expect(optional.parse('  ')).toBe('');
    expect(codesOf(optional, '\u200b')).toEqual(['blank']);
  });
  test.each(['a\u0000b', 'a\tb', 'a\nb', 'a\r\nb', 'a\u007fb', 'a\u0085b', 'a\u2028b', 'a\uffffb'])(
    'has no control: %j',
    (value) => {
      expect(codesOf(name, value)).toEqual(['control-character']);
    },
  );
  test('has line feeds only where told', () => {
    const summary = text(20, { multiline: true });
    expect(summary.parse('một\r\nhai\rba\n\nbốn\n')).toBe('một\nhai\nba\n\nbốn');
    expect(codesOf(summary, 'a\u0000b')).toEqual(['control-character']);
    expect(codesOf(summary, 'a\tb')).toEqual(['control-character']);
    expect(codesOf(summary, ' \n ')).toEqual(['blank']);
  });
  test.each([
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ])('has no direction override %j', (mark) => {
    expect(codesOf(name, `a${mark}b`)).toEqual(['confusable-text']);
  });
  test('is well-formed', () => {
    expect(codesOf(name, 'a\ud800')).toEqual(['not-well-formed']);
    expect(codesOf(name, '\udf31\ud83c')).toEqual(['not-well-formed']);
  });
  test('keeps what is only uncommon: emoji sequences, quotes, markup, formulas', () => {
    for (const value of ['👩‍🌾 a', "K'Tu <b>", '=HYPERLINK', 'A ≥ 3', 'Ƀahnar']) {
      expect(name.parse(value)).toBe(value);
    }
  });
  test('is looked at closely wherever a character needs it', () => {
    const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;
    const marks = /[\u202a-\u202e\u2066-\u2069]/;
    const planes = Array.from({ length: 16 }, (_, plane) => 0x1_fffe + plane * 0x1_0000);
    const all = [...Array(0x1_0000).keys(), ...planes, ...planes.map((last) => last + 1)];
    const wrong = all.map((code) => {
      const character = String.fromCodePoint(code);
      const expected = [
        ...(character.isWellFormed() ? [] : ['not-well-formed']),
        ...(forbidden.test(character) ? ['control-character'] : []),
        ...(marks.test(character) ? ['confusable-text'] : []),
      ];
      const found = textProblems(`a${character}b`, { max: 3, min: 3, multiline: false });
      return found.map((one) => one.code).join() === expected.join() ? undefined : code;
    });
    expect(wrong.filter((code) => code !== undefined)).toEqual([]);
  });
  test('tells all that is wrong at once', () => {
    expect(codesOf(name, `\u202e${'a'.repeat(10)}\u0000`)).toEqual([
      'control-character',
      'confusable-text',
      'too-long',
    ]);
  });
  test('of another type is zod’s to name', () => {
    for (const value of [3, null, true, ['a'], undefined]) {
      expect(codesOf(name, value)).toEqual(['invalid_type']);
    }
  });
});

describe('file names', () => {
  test.each([
    'Kế hoạch.pdf',
    'a',
    'a-b (1).docx',
    "K'Tu; v2.pdf",
    'CONTENT.pdf',
    'com10.pdf',
    'console',
    'a..b.pdf',
    `${'ế'.repeat(83)}.pdf.x`,
  ])('%s', (name) => {
    expect(fileName.parse(name.normalize('NFD'))).toBe(name);
  });
  test.each([
    '../../x',
    '..',
    '.htaccess',
    'a/b.pdf',
    'a\\b.pdf',
    'a\u0000.pdf',
    'x.pdf\r\nSet-Cookie: a=b',
    'x"\r\n.pdf',
    'CON.pdf',
    'con',
    'nul .pdf',
    'LPT1',
    'Com9.tar.gz',
    'COM¹.pdf',
    '-rf.pdf',
    '\u202efdp.exe',
    'a\u200fb.pdf',
    'a\u2066.pdf',
    ' a.pdf',
    'a.pdf ',
    'a.pdf.',
    'a\ud800.pdf',
    '',
    `${'a'.repeat(252)}.pdf`,
    `${'ế'.repeat(84)}.pdf`,
  ])('not %j', (name) => {
    expect(codesOf(fileName, name)).toEqual(['invalid-filename']);
  });
  test('of exactly 255 bytes', () => {
    expect(fileName.parse(`${'a'.repeat(251)}.pdf`)).toHaveLength(255);
  });
});

describe('other scalars', () => {
  test('are kept in their normal form', () => {
    expect(email.parse('An@KonTum.VN')).toBe('An@kontum.vn');
    expect(phone.parse('0912 345 678')).toBe('+84912345678');
    expect(taxCode.parse('0100109106001')).toBe('0100109106-001');
    expect(instant.parse('2026-01-01T00:00:00Z')).toBe('2026-01-01T00:00:00.000Z');
    expect(instant.parse('2026-01-01T00:00:00.5Z')).toBe('2026-01-01T00:00:00.500Z');
    expect(points.parse('8.50')).toBe('8.50');
    expect(localDate.parse('2024-02-29')).toBe('2024-02-29');
    expect(localDateTime.parse('2022-07-31T17:00')).toBe('2022-07-31T17:00');
    expect(id.parse('y-tuong')).toBe('y-tuong');
    expect(id.parse(`a${'b'.repeat(39)}`)).toHaveLength(40);
    expect(uuid.parse('0190a6e0-7f4d-7abc-8def-0123456789ab')).toHaveLength(36);
    expect(sha256.parse('0f'.repeat(32))).toHaveLength(64);
  });
  test.each([
    [email, 'a@b.vn\r\nBcc:x@y', 'invalid-email'],
    [email, 'ạ@b.vn', 'invalid-email'],
    [phone, '12345', 'invalid-phone'],
    [taxCode, '0100109107', 'invalid-tax-code'],
    [taxCode, '0100109106-000', 'invalid-tax-code'],
    [taxCode, '010010910', 'invalid-tax-code'],
    [instant, '2026-02-30T00:00:00Z', 'invalid-date'],
    [instant, '2026-01-01T00:00:00', 'invalid-date'],
    [localDate, '31/12/2026', 'invalid-date'],
    [localDate, '2026-02-30', 'invalid-date'],
    [localDateTime, '2026-01-01T24:00:00', 'invalid-date'],
    [localDateTime, '2026-01-01T23:59:60', 'invalid-date'],
    [points, '1e400', 'invalid-score'],
    [points, '-0', 'invalid-score'],
    [points, '+8', 'invalid-score'],
    [points, '08.5', 'invalid-score'],
    [points, '8,5', 'invalid-score'],
    [points, '8.555', 'invalid-score'],
    [points, '', 'invalid-score'],
    [points, ' 1', 'invalid-score'],
    [points, '0x10', 'invalid-score'],
    [id, 'Y-tuong', 'invalid-id'],
    [id, '-a', 'invalid-id'],
    [id, 'a#b', 'invalid-id'],
    [id, 'a\n', 'invalid-id'],
    [id, 'a'.repeat(41), 'invalid-id'],
    [id, '', 'invalid-id'],
    [uuid, '0190A6E0-7F4D-7ABC-8DEF-0123456789AB', 'invalid-id'],
    [uuid, '0190a6e07f4d7abc8def0123456789ab', 'invalid-id'],
    [sha256, '0F'.repeat(32), 'invalid-sha256'],
    [sha256, '0f'.repeat(31), 'invalid-sha256'],
  ])('refuse %#: %o', (schema, value, code) => {
    expect(codesOf(schema, value)).toEqual([code]);
  });
  test('points are never a JSON number', () => {
    expect(codesOf(points, 10)).toEqual(['invalid_type']);
  });
});

describe('as JSON Schema', () => {
  const body = z.strictObject({
    name: text(200),
    note: text(2000, { min: 0, multiline: true }).exactOptional(),
    email,
    fileName,
    id,
    instant,
    localDate,
    localDateTime,
    phone,
    points,
    sha256,
    taxCode,
    uuid,
  });
  test('every scalar is one plain string, the same going in and coming out', () => {
    const exported = z.toJSONSchema(body, { io: 'input' });
    expect(z.toJSONSchema(body, { io: 'output' })).toEqual(exported);
    const { properties = {}, required, additionalProperties } = exported;
    expect(additionalProperties).toBe(false);
    expect(required).toEqual(Object.keys(properties).filter((key) => key !== 'note'));
    for (const property of Object.values(properties)) {
      expect(property).toMatchObject({ type: 'string' });
      expect(property).not.toHaveProperty('allOf');
    }
    expect(properties['name']).toEqual({ type: 'string', minLength: 1, maxLength: 200 });
    expect(properties['note']).toEqual({ type: 'string', maxLength: 2000 });
  });
  test('every pattern accepts what the schema accepts', () => {
    const { properties = {} } = z.toJSONSchema(body, { io: 'input' });
    const examples: { [name: string]: string[] } = {
      email: ['An@KonTum.vn'],
      phone: ['0912 345 678', '+84912345678', '(+84) 912-345–678'],
      taxCode: ['0100109106', '0100109106-001', '062099000123'],
      id: ['y-tuong'],
      instant: ['2026-01-01T00:00:00Z'],
      localDateTime: ['2022-07-31T17:00', '2022-07-31T17:00:30'],
      points: ['0', '8.5', '100'],
      sha256: ['0f'.repeat(32)],
      uuid: ['0190a6e0-7f4d-7abc-8def-0123456789ab'],
    };
    const patterned = Object.entries(properties).flatMap(([name, property]) =>
      typeof property === 'object' && property.pattern !== undefined
        ? [{ name, pattern: new RegExp(property.pattern, 'u') }]
        : [],
    );
    expect(new Set(patterned.map(({ name }) => name))).toEqual(new Set(Object.keys(examples)));
    for (const { name, pattern } of patterned) {
      expect(examples[name]?.filter((value) => !pattern.test(value))).toEqual([]);
    }
  });
});
