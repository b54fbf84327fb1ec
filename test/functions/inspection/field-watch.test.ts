import { describe, expect, test } from 'vitest';
import { watchFields } from '../../../functions/inspection/field-watch.ts';
import { Rejected } from '../../../functions/inspection/rejected.ts';

const begin = '<w:fldChar w:fldCharType="begin"/>';
const end = '<w:fldChar w:fldCharType="end"/>';
const code = (text: string) => `<w:instrText xml:space="preserve">${text}</w:instrText>`;
const part = (inside: string) => `<?xml version="1.0"?>\n<w:p><w:r>${inside}</w:r></w:p>`;

/** What is said of a part that comes in these pieces. */
function saidOf(...pieces: string[]): string {
  const see = watchFields();
  try {
    for (const piece of pieces) see(Buffer.from(piece));
    return 'clean';
  } catch (error) {
    if (error instanceof Rejected) return error.reason;
    throw error;
  }
}

const split = `${begin}${code(' D')}</w:r><w:r>${code('D&#x45;AUTO')}${code(' cmd')}${end}`;
const honest = `${begin}${code(' PAGE ')}${end}<w:t>DDE</w:t>${begin}${code(' LINKS')}${end}`;

describe.each([
  [part(split), 'active-content'],
  [part(honest), 'clean'],
  [part(`${honest}${begin}${code('LINK')}${end}`), 'active-content'],
  [part('<w:fldSimple w:instr=" PAGE "><w:t>1</w:t></w:fldSimple>'), 'clean'],
  [part(`<w:fldSimple w:instr='"DDE" a > b'/>`), 'active-content'],
  [part(`<!-- ${begin} -->${code('PAGE')}`), 'structure'],
])('%s', (text, said) => {
  test(`is ${said}, wherever its pieces end`, () => {
    expect(saidOf(text)).toBe(said);
    expect(saidOf(...text)).toBe(said);
    const others = [...text].map((_, at) => saidOf(text.slice(0, at), text.slice(at)));
    expect(new Set(others)).toEqual(new Set([said]));
  });
});

test('large things between fields are passed over, and a field is not lost behind them', () => {
  const picture = `<v:shape o:gfxdata="${'A'.repeat(3_000_000)}"/>`;
  expect(saidOf(part(begin + code('PAGE') + end), picture, part(honest))).toBe('clean');
  expect(saidOf(part(begin + code('PAGE') + end), picture, part(split))).toBe('active-content');
  const pieces = (picture + split).match(/.{1,16384}/gs) ?? [];
  expect(saidOf(...pieces)).toBe('active-content');
  // A field that is open all the while is more than anybody writes.
  expect(saidOf(`${begin}${picture}`, `${code('PAGE')}${picture}`)).toBe('clean');
  expect(saidOf(code('PAGE'), `${begin}<w:instrText a="${'A'.repeat(2_000_000)}`)).toBe(
    'structure',
  );
});

test.each([
  ['</'.repeat(500_000)],
  [`<w:instrText${' '.repeat(400_000)}`],
  [`<${'a:'.repeat(200_000)}`],
  [`<w:instrText ${'a="" '.repeat(100_000)}`],
  ['<w:instrText>'.repeat(40_000)],
])('what is written to take long does not', (text) => {
  const start = performance.now();
  saidOf(code('PAGE'), text, '>');
  expect(performance.now() - start).toBeLessThan(1000);
});
