import { expect, it } from 'vitest';
import {
  dateInWords,
  inCapitals,
  momentInWords,
  withComma,
  withDots,
} from '../../lib/papers/written-forms.ts';

it.each([
  ['2022-01-05', 'ngày 05 tháng 01 năm 2022'],
  ['2022-02-28', 'ngày 28 tháng 02 năm 2022'],
  ['2022-03-05', 'ngày 05 tháng 3 năm 2022'],
  ['2022-05-20', 'ngày 20 tháng 5 năm 2022'],
  ['2022-12-10', 'ngày 10 tháng 12 năm 2022'],
])('the day %s is written %s', (date, written) => {
  expect(dateInWords(date)).toBe(written);
});

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [30_000_000, '30.000.000'],
  [1_234_567_890, '1.234.567.890'],
])('%i đồng are written %s', (count, written) => {
  expect(withDots(count)).toBe(written);
});

it('a moment is hour, minute and day; decimals have a comma; capitals keep their marks', () => {
  expect(momentInWords('2022-09-20T08:05')).toBe('08 giờ 05 phút, ngày 20 tháng 9 năm 2022');
  expect(withComma('81.25')).toBe('81,25');
  expect(inCapitals('Ủy ban nhân dân tỉnh Quảng Ngãi')).toBe('ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI');
});
