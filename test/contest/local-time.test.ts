import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysBetween,
  isInstant,
  isLocalDate,
  isLocalDateTime,
  shiftLocal,
} from '../../lib/contest/local-date.ts';
import {
  existsInZone,
  formatLocal,
  isTimeZone,
  localDateAt,
  toInstant,
} from '../../lib/contest/local-time.ts';

const zone = 'Asia/Ho_Chi_Minh';

describe('real dates', () => {
  test.each(['2022-07-31', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])(
    '%s',
    (date) => {
      expect(isLocalDate(date)).toBe(true);
    },
  );
  test.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '31/12/2026',
    '2026-1-1',
    '0000-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
  ])('not %j', (date) => {
    expect(isLocalDate(date)).toBe(false);
  });
  test.each([
    '2022-07-31T17:00',
    '2022-07-31T00:00',
    '2022-07-31T23:59:59',
    '1001-01-01T00:00',
    '9998-12-31T23:59:59',
  ])('%s', (local) => {
    expect(isLocalDateTime(local)).toBe(true);
    for (const there of [zone, 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      expect([existsInZone(local, there), isInstant(toInstant(local, there))]).toEqual([
        true,
        true,
      ]);
    }
  });
  test.each([
    '1000-12-31T23:59:59',
    '9999-01-01T00:00',
    '2026-02-30T10:00',
    '2026-01-01T24:00:00',
    '2026-01-01T23:59:60',
    '2026-01-01T23:60',
    '2026-01-01 10:00',
    '2026-01-01T10:00Z',
    '2026-01-01T10:00+07:00',
    '2026-01-01T10',
    '2026-01-01',
  ])('not the local time %j', (local) => {
    expect(isLocalDateTime(local)).toBe(false);
  });
  test.each(['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.1Z', '2026-01-01T23:59:59.999Z'])(
    'the instant %s',
    (instant) => {
      expect(isInstant(instant)).toBe(true);
    },
  );
  test.each([
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T23:59:60Z',
    '2026-01-01T00:00:00',
    '2026-01-01T00:00:00+07:00',
    '2026-01-01T00:00:00.1234Z',
    '2026-01-01T00:00:00z',
    '2026-01-01T00:00Z',
  ])('not the instant %j', (instant) => {
    expect(isInstant(instant)).toBe(false);
  });
});

describe('shifting', () => {
  test('moves whole days over months, leap days and years and keeps the time', () => {
    expect(shiftLocal('2022-07-31T17:00', 1)).toBe('2022-08-01T17:00');
    expect(shiftLocal('2024-02-28', 1)).toBe('2024-02-29');
    expect(shiftLocal('2023-02-28', 1)).toBe('2023-03-01');
    expect(shiftLocal('2022-01-01T00:00:30', -1)).toBe('2021-12-31T00:00:30');
    expect(shiftLocal('2022-01-01', 0)).toBe('2022-01-01');
  });
  test('is what daysBetween counts', () =>
    fc.assert(
      fc.property(fc.integer({ min: -9_000, max: 9_000 }), (days) => {
        const moved = shiftLocal('2022-07-31T17:00', days);
        expect(daysBetween('2022-07-31T08:00', moved)).toBe(days);
        expect(shiftLocal(moved, -days)).toBe('2022-07-31T17:00');
      }),
    ));
});

describe('wall time and instants', () => {
  test('Vietnam is UTC+7 all year', () => {
    expect(toInstant('2022-07-31T17:00', zone)).toBe('2022-07-31T10:00:00.000Z');
    expect(toInstant('2022-01-01T06:59:59', zone)).toBe('2021-12-31T23:59:59.000Z');
  });
  test('the zone, not the machine, decides', () => {
    expect(toInstant('2022-07-31T17:00', 'UTC')).toBe('2022-07-31T17:00:00.000Z');
    expect(toInstant('2022-07-31T17:00', 'Asia/Kathmandu')).toBe('2022-07-31T11:15:00.000Z');
    expect(toInstant('2022-07-31T17:00', 'America/New_York')).toBe('2022-07-31T21:00:00.000Z');
    expect(toInstant('2022-12-31T17:00', 'America/New_York')).toBe('2022-12-31T22:00:00.000Z');
    expect(toInstant('2022-07-31T17:00', 'Pacific/Kiritimati')).toBe('2022-07-31T03:00:00.000Z');
  });
  test('a time that the clocks skip lies as much later as they jump', () => {
    expect(toInstant('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(toInstant('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
    expect(toInstant('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
    expect(existsInZone('2026-03-08T02:30', 'America/New_York')).toBe(false);
    expect(existsInZone('2026-03-08T01:59:59', 'America/New_York')).toBe(true);
    expect(existsInZone('2026-03-08T03:00', 'America/New_York')).toBe(true);
    // Samoa left out 30 December 2011 altogether.
    expect(existsInZone('2011-12-30T12:00', 'Pacific/Apia')).toBe(false);
    expect(existsInZone('2011-12-31T12:00', 'Pacific/Apia')).toBe(true);
  });
  test('of a time that comes twice it is the first', () => {
    expect(toInstant('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(toInstant('2026-11-01T02:00', 'America/New_York')).toBe('2026-11-01T07:00:00.000Z');
    // Lord Howe Island puts its clocks back by half an hour.
    expect(toInstant('2026-04-05T01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00.000Z');
  });
  test('written time comes back', () =>
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2000-01-01'),
          max: new Date('2100-01-01'),
          noInvalidDate: true,
        }),
        fc.constantFrom(zone, 'Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe'),
        (date, timeZone) => {
          const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
          const [, time, day, month, year] =
            /^(\d\d:\d\d) (\d\d)\/(\d\d)\/(\d{4})$/.exec(formatLocal(minute, timeZone)) ?? [];
          const local = `${year}-${month}-${day}T${time}`;
          expect(existsInZone(local, timeZone)).toBe(true);
          // The second time round of an overlap reads as the first, an hour at most before.
          const back = Date.parse(toInstant(local, timeZone));
          expect([0, 1_800_000, 3_600_000]).toContain(Date.parse(minute) - back);
          if (timeZone === zone) expect(new Date(back).toISOString()).toBe(minute);
        },
      ),
    ));
  test('is shown with two digits for day and month, from 00 to 23 hours', () => {
    expect(formatLocal('2022-07-31T10:00:00.000Z', zone)).toBe('17:00 31/07/2022');
    expect(formatLocal('2026-03-04T17:05:00.000Z', zone)).toBe('00:05 05/03/2026');
  });
});

describe('time zones', () => {
  test.each([zone, 'UTC', 'Europe/Paris', 'America/Argentina/Buenos_Aires'])('%s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });
  test.each(['Asia/Kon_Tum', '+07:00', '-0700', '', 'UTC+7', 'Asia/Ho_Chi_Minh '])(
    'not %j',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});

test('the date on the calendar of a zone', () => {
  const at = (instant: string, zone = 'Asia/Ho_Chi_Minh') => localDateAt(instant, zone);
  expect(at('2022-07-31T16:59:59.999Z')).toBe('2022-07-31');
  expect(at('2022-07-31T17:00:00.000Z')).toBe('2022-08-01');
  expect(at('2022-12-31T17:00:00.000Z')).toBe('2023-01-01');
  expect(at('2022-07-31T17:00:00.000Z', 'America/New_York')).toBe('2022-07-31');
});
