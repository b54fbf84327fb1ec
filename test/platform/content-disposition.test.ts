import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachmentDisposition } from '../../lib/platform/content-disposition.ts';

test.each([
  ['plan.pdf', 'plan.pdf', 'plan.pdf'],
  ['Đề án.pdf', 'De an.pdf', '%C4%90%E1%BB%81%20%C3%A1n.pdf'],
  ['a"b\\c/d.pdf', 'a_b_c_d.pdf', 'a_b_c_d.pdf'],
  ['50%;(1)*.pdf', '50__(1)_.pdf', '50%25%3B%281%29_.pdf'],
  ['a\r\nSet-Cookie: x', 'aSet-Cookie_ x', 'aSet-Cookie_%20x'],
  ['\u202efdp.exe', 'fdp.exe', 'fdp.exe'],
  ["it's.pdf", "it's.pdf", 'it%27s.pdf'],
  ['计划.pdf', '__.pdf', '%E8%AE%A1%E5%88%92.pdf'],
  ['\ud800.pdf', '_.pdf', '%EF%BF%BD.pdf'],
  [' \n ', 'file', 'file'],
])('the header for %j', (name, fallback, extended) => {
  expect(attachmentDisposition(name)).toBe(
    `attachment; filename="${fallback}"; filename*=UTF-8''${extended}`,
  );
});

test('a name in NFD is sent in NFC', () => {
  const name = 'Kế hoạch.pdf';
  expect(attachmentDisposition(name.normalize('NFD'))).toBe(attachmentDisposition(name));
});

test('any text gives one safe header', () => {
  const anyCharacter = fc.oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0, max: 0x10ffff }),
  );
  const anyText = fc
    .array(anyCharacter, { maxLength: 30 })
    .map((points) => String.fromCodePoint(...points));
  const safe =
    /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.!~%-]+$/;
  fc.assert(fc.property(anyText, (name) => safe.test(attachmentDisposition(name))));
});
