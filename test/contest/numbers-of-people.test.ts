import { describe, expect, test } from 'vitest';
import { normaliseEmail } from '../../lib/contest/email.ts';
import { normalisePhone } from '../../lib/contest/phone.ts';
import { isTaxCode, normaliseTaxCode } from '../../lib/contest/tax-code.ts';

describe('tax numbers', () => {
  test.each(['0300588569', '0101248141', '0100684378', '0100109106', '0100112437'])(
    '%s, and no other last digit',
    (code) => {
      expect(isTaxCode(code)).toBe(true);
      const others = [...'0123456789'].map((digit) => code.slice(0, 9) + digit);
      expect(others.filter(isTaxCode)).toEqual([code]);
    },
  );
  test('a stem whose check would be 10 has no number', () => {
    // 31 is the weight of the first digit; 000000000 sums to 0.
    const codes = [...'0123456789'].map((digit) => `000000000${digit}`);
    expect(codes.filter(isTaxCode)).toEqual([]);
  });
  test('a branch has three digits more, not 000', () => {
    expect(isTaxCode('0100109106-001')).toBe(true);
    expect(isTaxCode('0100109106-999')).toBe(true);
    expect(isTaxCode('0100109106-000')).toBe(false);
    expect(isTaxCode('0100109107-001')).toBe(false);
    expect(normaliseTaxCode('0100109106001')).toBe('0100109106-001');
    expect(normaliseTaxCode('0100109106000')).toBeUndefined();
  });
  test('twelve digits are a personal number', () => {
    expect(isTaxCode('062099000123')).toBe(true);
  });
  test('is kept without spaces and dots', () => {
    expect(normaliseTaxCode(' 0100 109.106 - 001'.replace(' - ', '-'))).toBe('0100109106-001');
    expect(isTaxCode('0100 109106')).toBe(false);
  });
  test.each([
    '010010910',
    '01001091060',
    '0100109106-01',
    '0100109106-0001',
    '01001O9106',
    '',
    '٠١٠٠١٠٩١٠٦',
  ])('not %j', (code) => {
    expect(normaliseTaxCode(code)).toBeUndefined();
  });
});

describe('telephone numbers', () => {
  test.each([
    ['0912345678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['+84912345678', '+84912345678'],
    ['+840912345678', '+84912345678'],
    ['912345678', '+84912345678'],
    ['0912 345.678', '+84912345678'],
    ['(+84) 912-345–678', '+84912345678'],
    ['0871234567', '+84871234567'],
    ['0321234567', '+84321234567'],
    ['0841234567', '+84841234567'],
    ['0260 386 2215', '+842603862215'],
    ['0255-3822-100', '+842553822100'],
  ])('%j is %s', (text, kept) => {
    expect(normalisePhone(text)).toBe(kept);
    expect(normalisePhone(kept)).toBe(kept);
  });
  test.each([
    '',
    '091234567',
    '09123456789',
    '0112345678',
    '0612345678',
    '+85912345678',
    '+0912345678',
    '0912345678 ext 2',
    '026038622155',
    '0912345678\u0000',
    '０９１２３４５６７８',
  ])('not %j', (text) => {
    expect(normalisePhone(text)).toBeUndefined();
  });
});

describe('mailboxes', () => {
  test.each([
    ['an.nguyen@kontum.gov.vn', 'an.nguyen@kontum.gov.vn'],
    ['An.Nguyen+thi@KonTum.GOV.VN', 'An.Nguyen+thi@kontum.gov.vn'],
    ["o'brien@a-b.vn", "o'brien@a-b.vn"],
    ['a@b.xn--mgbh0fb', 'a@b.xn--mgbh0fb'],
    [`${'a'.repeat(64)}@b.vn`, `${'a'.repeat(64)}@b.vn`],
  ])('%s', (text, kept) => {
    expect(normaliseEmail(text)).toBe(kept);
  });
  test.each([
    'a@b.vn\r\nBcc:x@y.vn',
    'a@b.vn\n',
    ' a@b.vn',
    'a@b..vn',
    'a..b@c.vn',
    '.a@b.vn',
    'a.@b.vn',
    'a@.b.vn',
    'a@b.vn.',
    'ạ@b.vn',
    'a@ạ.vn',
    'a@b',
    'a@localhost',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@-b.vn',
    'a@b-.vn',
    'a@b@c.vn',
    '"a b"@c.vn',
    'a b@c.vn',
    'An <a@b.vn>',
    'a@b.vn,c@d.vn',
    `${'a'.repeat(65)}@b.vn`,
    `a@${'b'.repeat(64)}.vn`,
    `a@${'b.'.repeat(126)}vn`,
    '@b.vn',
    'a@',
    '',
  ])('not %j', (text) => {
    expect(normaliseEmail(text)).toBeUndefined();
  });
});
