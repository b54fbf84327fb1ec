import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, digestOf, sha256Hex } from '../../lib/store/digest.ts';

describe('the one text of a value', () => {
  test('is that of RFC 8785 for every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 2000 },
    );
  });

  test('orders names by their UTF-16 units, and knows no field that is undefined', () => {
    const value = {
      '\u20ac': 1,
      '\ud83d\ude00': 2,
      '\ufb33': 3,
      a: { z: undefined, b: [1, -0, 1e21] },
    };
    expect(canonicalJson(value)).toBe(canonicalize(value));
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
    expect(digestOf({ b: 1, a: 2 })).toBe(digestOf({ a: 2, b: 1 }));
  });

  test('has the same digest whole and in pieces', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => ({
      title: `Trà sâm ${at} 😀`,
      at,
      of: [],
    }));
    expect(digestOf({ rows, none: {} })).toBe(sha256Hex(canonicalJson({ rows, none: {} })));
    expect(canonicalJson({ rows })).toBe(canonicalize({ rows }));
  });

  test.each([[undefined], [Number.NaN], [{ a: Number.POSITIVE_INFINITY }]])(
    'is none of %o',
    (value) => {
      expect(() => canonicalJson(value)).toThrow();
    },
  );
});
