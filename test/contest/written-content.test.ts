import { describe, expect, test } from 'vitest';
import type { CommuneList } from '../../lib/contest/provinces.ts';
import { readContent, type WrittenContent } from '../../lib/contest/written-content.ts';
import { contentWith, contentWithout, mangRi } from '../support/contest-facts.ts';

const list: CommuneList = {
  version: '2025-07-01',
  provinces: [
    { code: '48', name: 'Thành phố Đà Nẵng', communes: ['20200 Phường Hải Châu'] },
    { code: '51', name: 'Tỉnh Quảng Ngãi', communes: ['23446 Xã Măng Ri', '23512 Xã Đăk Mar'] },
  ],
};
/** Măng Ri is no more: merged into Đăk Mar, which has another name. */
const next: CommuneList = {
  version: '2030-01-01',
  provinces: [{ code: '51', name: 'Tỉnh Quảng Ngãi', communes: ['23512 Xã Đăk Mar Mới'] }],
};
const kept = contentWith();
const { applicant } = kept;
const input = { provinceCode: '51', communeCode: '23446', detail: 'Thôn 5' };
const written = (address: typeof input & { oldAddress?: string }): WrittenContent => ({
  ...kept,
  applicant: { ...applicant!, address },
});

describe('an address', () => {
  test('is kept with the names of the list', () => {
    expect(readContent(list, written(input))).toEqual({ content: kept, errors: [] });
    const oldAddress = 'Huyện Tu Mơ Rông, tỉnh Kon Tum';
    expect(readContent(list, written({ ...input, oldAddress }))).toEqual({
      content: contentWith({ applicant: { ...applicant!, address: { ...mangRi, oldAddress } } }),
      errors: [],
    });
  });

  test.each([
    [{ provinceCode: '62' }, '/provinceCode'],
    [{ communeCode: '99999' }, '/communeCode'],
    [{ provinceCode: '48' }, '/communeCode'],
  ])('that leads nowhere is told where it stands in the content: %j', (changes, pointer) => {
    const { address: _, ...homeless } = applicant!;
    expect(readContent(list, written({ ...input, ...changes }))).toEqual({
      content: contentWith({ applicant: homeless }),
      errors: [{ pointer: `/applicant/address${pointer}`, code: 'not-allowed' }],
    });
  });

  test('that is not there is no error, nor is an applicant', () => {
    const bare = contentWithout('applicant');
    expect(readContent(list, bare)).toEqual({ content: bare, errors: [] });
    const { address: _, ...homeless } = applicant!;
    const content = contentWith({ applicant: homeless });
    expect(readContent(list, content, kept)).toEqual({ content, errors: [] });
  });
});

describe('after a merger of communes', () => {
  test('an address that is sent as it was stays as it was kept', () => {
    expect(readContent(next, written(input), kept)).toEqual({ content: kept, errors: [] });
  });

  test.each([
    ['the house', { detail: 'Thôn 6' }],
    ['an old address', { oldAddress: 'Thôn 5' }],
  ])('with another word about %s it is one of the list in force', (_, changes) => {
    expect(readContent(next, written({ ...input, ...changes }), kept).errors).toEqual([
      { pointer: '/applicant/address/communeCode', code: 'not-allowed' },
    ]);
  });

  test('a new one has the new names', () => {
    const moved = readContent(next, written({ ...input, communeCode: '23512' }), kept);
    expect(moved.content.applicant?.address).toEqual({
      ...mangRi,
      communeCode: '23512',
      communeName: 'Xã Đăk Mar Mới',
      listVersion: '2030-01-01',
    });
  });
});
