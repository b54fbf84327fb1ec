import { expect, test } from 'vitest';
import { found, refuse, requireVersion } from '../../lib/contest/found.ts';
import { refusalOf } from '../support/refusal-of.ts';

test('what is there is given on, also where it counts for nothing', () => {
  expect([found(0), found(''), found(false), found(null)]).toEqual([0, '', false, null]);
  expect(refusalOf(() => found(undefined))).toEqual({ code: 'not-found' });
});

test('a change is based on the current version, neither an older nor a newer one', () => {
  expect(() => requireVersion(3, 3)).not.toThrow();
  for (const basedOn of [0, 2, 4]) {
    expect(refusalOf(() => requireVersion(3, basedOn))).toEqual({
      code: 'precondition-failed',
      currentVersion: 3,
    });
  }
});

test('a refusal is thrown as it is', () => {
  expect(() => refuse(undefined)).not.toThrow();
  expect(refusalOf(() => refuse({ code: 'scan-pending' }))).toEqual({ code: 'scan-pending' });
});
