import { describe, expect, test } from 'vitest';
import { communesOf, provincesOf } from '../../lib/contest/provinces.ts';
import { loadCommuneList, loadCommuneListOf } from '../../lib/store/commune-lists.ts';

const list = await loadCommuneList();
const communes = list.provinces.flatMap(({ code }) => communesOf(list, code));
const kindOf = (name: string): string => /^(?:Xã|Phường|Đặc khu) (?=\S)/u.exec(name)?.[0] ?? name;
const counted = (names: readonly string[]) => {
  const kinds = names.map(kindOf).toSorted();
  return Object.fromEntries(
    [...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  );
};

describe('the list of July 2025', () => {
  test('is the one in force, and is found by its version', async () => {
    expect(list.version).toBe('2025-07-01');
    expect(await loadCommuneListOf('2025-07-01')).toBe(list);
    const unknown = ['2025-07-02', '', 'constructor', '__proto__'];
    expect(await Promise.all(unknown.map(loadCommuneListOf))).toEqual(Array(4).fill(undefined));
  });

  // The counts of Decision 19/2025/QĐ-TTg.
  test('has 34 provinces of which 6 are cities, and 3,321 communes', () => {
    const cities = provincesOf(list).filter(({ name }) => name.startsWith('Thành phố '));
    const plain = provincesOf(list).filter(({ name }) => name.startsWith('Tỉnh '));
    expect([cities.length, plain.length, communes.length]).toEqual([6, 28, 3321]);
    expect(counted(communes.map(({ name }) => name))).toEqual({
      'Xã ': 2621,
      'Phường ': 687,
      'Đặc khu ': 13,
    });
  });

  // Those of Resolution 1677/NQ-UBTVQH15, article 1 clause 92; Kon Tum is a part of it.
  test('has 86 communes, 9 wards and an island in Quảng Ngãi', () => {
    const own = communesOf(list, '51').map(({ name }) => name);
    expect(counted(own)).toEqual({ 'Xã ': 86, 'Phường ': 9, 'Đặc khu ': 1 });
    expect(own).toEqual(
      expect.arrayContaining(['Phường Kon Tum', 'Phường Đăk Bla', 'Xã Măng Ri', 'Đặc khu Lý Sơn']),
    );
  });

  test('is in the order of its codes, which are whole and never used twice', () => {
    const codes = list.provinces.map(({ code }) => code);
    expect(codes.filter((code) => !/^[0-9]{2}$/.test(code))).toEqual([]);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    const lines = list.provinces.map(({ communes: of }) => of);
    expect(lines).toEqual(lines.map((of) => of.toSorted()));
    const communeCodes = communes.map(({ code }) => code);
    expect(communeCodes.filter((code) => !/^[0-9]{5}$/.test(code))).toEqual([]);
    expect(new Set(communeCodes).size).toBe(3321);
  });

  test('has names as people write them: one form of each letter, one space, one apostrophe', () => {
    const names = [...provincesOf(list), ...communes].map(({ name }) => name);
    const clean = (name: string) => name.normalize('NFC').replace(/\s+/gu, ' ').trim();
    expect(names.filter((name) => name !== clean(name))).toEqual([]);
    expect(names.filter((name) => !/^[\p{L}\p{N} '-]+$/u.test(name))).toEqual([]);
  });

  // Where the two sources disagreed; docs/commune-lists.md says what decided.
  test('has what the register says where its sources disagreed', () => {
    const at = (code: string) => communes.find((commune) => commune.code === code)?.name;
    expect([at('06970'), at('06978')]).toEqual(['Xã Ba Chẽ', undefined]);
    expect([at('23938'), at('23737')]).toEqual(['Xã Ia Mơ', undefined]);
    expect(at('00745')).toBe('Xã Phố Bảng');
  });
});
