import { describe, expect, test } from 'vitest';
import { addressOf, formatAddress } from '../../lib/contest/address.ts';
import type { CommuneList } from '../../lib/contest/provinces.ts';

const list: CommuneList = {
  version: '2025-07-01',
  provinces: [
    { code: '48', name: 'Thành phố Đà Nẵng', communes: ['20200 Phường Hải Châu'] },
    { code: '51', name: 'Tỉnh Quảng Ngãi', communes: ['23446 Xã Măng Ri', '21548 Đặc khu Lý Sơn'] },
  ],
};
const input = { provinceCode: '51', communeCode: '23446', detail: 'Thôn 5' };
const kept = {
  ...input,
  listVersion: '2025-07-01',
  provinceName: 'Tỉnh Quảng Ngãi',
  communeName: 'Xã Măng Ri',
};

describe('an address', () => {
  test('is kept with the names and the version of the list', () => {
    expect(addressOf(list, input)).toEqual({ address: kept });
  });

  test('keeps the old address as it was written, and has none where none was', () => {
    const oldAddress = 'Thôn 5, xã Ngọk Lây, huyện Tu Mơ Rông, tỉnh Kon Tum';
    expect(addressOf(list, { ...input, oldAddress })).toEqual({ address: { ...kept, oldAddress } });
    const { address } = addressOf(list, input) as { address: object };
    expect(Object.keys(address)).not.toContain('oldAddress');
  });

  test('keeps nothing that is not part of one', () => {
    expect(addressOf(list, { ...input, listVersion: '1999', secret: 'x' } as typeof input)).toEqual(
      { address: kept },
    );
  });

  test.each([
    ['a province that is not there', { provinceCode: '62' }, '/provinceCode'],
    ['no province', { provinceCode: '' }, '/provinceCode'],
    ['a province without its zero', { provinceCode: '1' }, '/provinceCode'],
    ['a commune that is not there', { communeCode: '23447' }, '/communeCode'],
    ['a commune of another province', { communeCode: '20200' }, '/communeCode'],
    ['the beginning of a code', { communeCode: '2344' }, '/communeCode'],
    ['no commune', { communeCode: '' }, '/communeCode'],
    ['a code and a name', { communeCode: '23446 Xã' }, '/communeCode'],
    ['both wrong: the province first', { provinceCode: '62', communeCode: '1' }, '/provinceCode'],
  ])('of %s is none', (_, wrong, pointer) => {
    expect(addressOf(list, { ...input, ...wrong })).toEqual({
      error: { pointer, code: 'not-allowed' },
    });
  });
});

describe('in one line', () => {
  test.each([
    ['Thôn 5', 'Thôn 5, Xã Măng Ri, tỉnh Quảng Ngãi'],
    ['Thôn 5, ', 'Thôn 5, Xã Măng Ri, tỉnh Quảng Ngãi'],
    ['', 'Xã Măng Ri, tỉnh Quảng Ngãi'],
    ['Số 1. Đường 2.', 'Số 1. Đường 2., Xã Măng Ri, tỉnh Quảng Ngãi'],
  ])('%j', (detail, line) => {
    expect(formatAddress({ ...kept, detail })).toBe(line);
  });

  test('a city, and an island', () => {
    const at = (provinceCode: string, communeCode: string) => {
      const found = addressOf(list, { provinceCode, communeCode, detail: '12 Trần Phú' });
      return 'address' in found ? formatAddress(found.address) : found.error.pointer;
    };
    expect(at('48', '20200')).toBe('12 Trần Phú, Phường Hải Châu, thành phố Đà Nẵng');
    expect(at('51', '21548')).toBe('12 Trần Phú, Đặc khu Lý Sơn, tỉnh Quảng Ngãi');
  });

  test('the old address is not part of it', () => {
    const line = formatAddress({ ...kept, ...{ oldAddress: 'huyện Tu Mơ Rông' } });
    expect(line).toBe('Thôn 5, Xã Măng Ri, tỉnh Quảng Ngãi');
  });
});
