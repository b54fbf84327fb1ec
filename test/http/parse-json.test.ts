import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../lib/http/parse-json.ts';
import { RequestRefused } from '../../lib/http/request-refused.ts';

/** JSON values without `__proto__`, nested as far as we allow. */
const value = fc.jsonValue({ maxDepth: 8 });

function refusalOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    return error instanceof RequestRefused ? error.errors : error;
  }
}

test('whatever is written by JSON.stringify is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(value, fc.nat(3), (given, indent) => {
      const text = JSON.stringify(given, null, indent);
      fc.pre(!text.includes('__proto__') && !/\\ud[89a-f]/i.test(text));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});

test('a member written twice is found wherever it stands', () => {
  fc.assert(
    fc.property(fc.string(), value, value, value, (name, left, right, around) => {
      const key = JSON.stringify(name);
      const object = `{${key}:${JSON.stringify(left)},${key}:${JSON.stringify(right)}}`;
      const text = `[${JSON.stringify(around)},${object}]`;
      expect(refusalOf(text)).toEqual([{ pointer: '', code: 'duplicate-key' }]);
    }),
    { numRuns: 500 },
  );
});

test('text that JSON.parse refuses is refused, whatever it is', () => {
  const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', 'a', '1', 'null', ' ');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      if (!isJson) expect(() => parseJson(text)).toThrow(RequestRefused);
    }),
    { numRuns: 2000 },
  );
});
