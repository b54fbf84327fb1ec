import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginEntry, entryCode } from '../../lib/contest/new-entry.ts';
import {
  closesAt,
  contentWith,
  editionWith,
  entryWith,
  inTime,
  later,
  opensAt,
} from '../support/contest-facts.ts';
import { examplePlan } from '../support/example-plan.ts';
import { refusalOf } from '../support/refusal-of.ts';

const facts = { edition: editionWith(), plan: examplePlan(), isOfficial: false, owned: 0 };
const lan = { personId: 'lan', emailVerified: true };
const made = { entryId: 'entry-1', code: 'KT22-7Q4MZ2', by: lan };

describe('an entry begins', () => {
  test('as a draft of whoever calls', () => {
    expect(beginEntry(facts, contentWith(), made, inTime)).toEqual(entryWith());
    const by = { ...lan, email: 'lan@example.vn' };
    expect(beginEntry(facts, contentWith(), { ...made, by }, inTime)).toEqual(
      entryWith({ ownerEmail: 'lan@example.vn' }),
    );
    // An address that nobody proved may be somebody else's: no receipt goes there.
    const unverified = { ...by, emailVerified: false };
    expect(beginEntry(facts, contentWith(), { ...made, by: unverified }, inTime)).toEqual(
      entryWith(),
    );
  });

  test('within the window', () => {
    for (const now of [opensAt, later(closesAt, -1)]) {
      expect(beginEntry(facts, contentWith(), made, now).createdAt).toBe(now);
    }
    for (const receivedAt of [later(opensAt, -1), closesAt]) {
      expect(refusalOf(() => beginEntry(facts, contentWith(), made, receivedAt))).toEqual({
        code: 'phase-closed',
        receivedAt,
        opensAt,
        closesAt,
      });
    }
  });

  test('up to the limit of an applicant', () => {
    expect(beginEntry({ ...facts, owned: 2 }, contentWith(), made, inTime).version).toBe(1);
    expect(
      refusalOf(() => beginEntry({ ...facts, owned: 3 }, contentWith(), made, inTime)),
    ).toEqual({ code: 'limit-reached', limit: 'entriesPerApplicant', allowed: 3 });
  });

  test('of nobody with a part in running the contest', () => {
    expect(
      refusalOf(() => beginEntry({ ...facts, isOfficial: true }, contentWith(), made, inTime)),
    ).toEqual({ code: 'conflict-of-interest', because: 'also-official' });
  });

  test('with content that leads nowhere wrong', () => {
    const content = contentWith({ fieldId: 'x' });
    expect(refusalOf(() => beginEntry(facts, content, made, inTime))).toEqual({
      code: 'validation-failed',
      errors: [{ pointer: '/fieldId', code: 'not-allowed' }],
    });
  });
});

describe('an entry code', () => {
  test('is the prefix and a letter or digit for each byte', () => {
    expect(entryCode('KT22', new Uint8Array([0, 9, 10, 31, 32, 255]))).toBe('KT22-09AZ0Z');
  });

  test('has nothing in it that is mistaken on the phone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (random) => {
        expect(entryCode('KT22', random)).toMatch(/^KT22-[0-9ABCDEFGHJKMNPQRSTVWXYZ]{6}$/);
      }),
    );
  });
});
