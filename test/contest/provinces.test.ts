import { describe, expect, test } from 'vitest';
import {
  type CommuneList,
  communeOf,
  communesOf,
  provinceOf,
  provincesOf,
} from '../../lib/contest/provinces.ts';

const named = (code: string, name: string, ...communes: string[]) => ({ code, name, communes });

const list: CommuneList = {
  version: '2025-07-01',
  provinces: [
    named('01', 'Thành phố Hà Nội', '00004 Phường Ba Đình'),
    named('96', 'Tỉnh Cà Mau'),
    named('66', 'Tỉnh Đắk Lắk'),
    named('11', 'Tỉnh Điện Biên'),
    named('04', 'Tỉnh Cao Bằng'),
    named(
      '68',
      'Tỉnh Lâm Đồng',
      '10001 Xã Đam Rông 10',
      '10002 Xã Đam Rông 2',
      '10003 Phường Xuân Hương - Đà Lạt',
      '10004 Phường Hòa Bình',
      '10005 Xã Hòa Bình',
      '10006 Đặc khu Phú Quý',
      '10007 Xã Di Linh',
    ),
  ],
};

describe('the provinces', () => {
  test('stand in the Vietnamese alphabet, Tỉnh and Thành phố left aside', () => {
    expect(provincesOf(list)).toEqual([
      { code: '96', name: 'Tỉnh Cà Mau' },
      { code: '04', name: 'Tỉnh Cao Bằng' },
      { code: '66', name: 'Tỉnh Đắk Lắk' },
      { code: '11', name: 'Tỉnh Điện Biên' },
      { code: '01', name: 'Thành phố Hà Nội' },
      { code: '68', name: 'Tỉnh Lâm Đồng' },
    ]);
  });

  test('are found by their whole code', () => {
    expect(provinceOf(list, '01')).toEqual({ code: '01', name: 'Thành phố Hà Nội' });
    expect(['1', '0', '', '001', 'Tỉnh'].map((code) => provinceOf(list, code))).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('the communes of a province', () => {
  test('stand in the Vietnamese alphabet with D before Đ, numbers as numbers', () => {
    expect(communesOf(list, '68').map(({ name }) => name)).toEqual([
      'Xã Di Linh',
      'Xã Đam Rông 2',
      'Xã Đam Rông 10',
      'Phường Hòa Bình',
      'Xã Hòa Bình',
      'Đặc khu Phú Quý',
      'Phường Xuân Hương - Đà Lạt',
    ]);
    expect(communesOf(list, '01')).toEqual([{ code: '00004', name: 'Phường Ba Đình' }]);
  });

  test('are none where there is no such province', () => {
    expect(communesOf(list, '02')).toEqual([]);
    expect(communesOf(list, '')).toEqual([]);
  });

  test('are found by their whole code, in their own province alone', () => {
    expect(communeOf(list, '01', '00004')).toEqual({ code: '00004', name: 'Phường Ba Đình' });
    const wrong = [
      communeOf(list, '68', '00004'),
      communeOf(list, '01', '4'),
      communeOf(list, '01', '0000'),
      communeOf(list, '01', ''),
      communeOf(list, '02', '00004'),
    ];
    expect(wrong).toEqual(Array(5).fill(undefined));
  });
});
