import {
  daysBetween,
  isLocalDate,
  isLocalDateTime,
  type LocalDate,
  type LocalDateTime,
} from './local-date.ts';
import { existsInZone, isTimeZone } from './local-time.ts';
import type { Plan } from './plan.ts';
import type { FieldError } from './refusal.ts';

type DatedField = { readonly pointer: string; readonly value: string };

const dateTimesOf = ({ dates, rounds }: Plan): DatedField[] => [
  { pointer: '/dates/submissionsOpenAt', value: dates.submissionsOpenAt },
  { pointer: '/dates/submissionsCloseAt', value: dates.submissionsCloseAt },
  ...rounds.map(({ closesAt }, at) => ({ pointer: `/rounds/${at}/closesAt`, value: closesAt })),
];

const optional = (pointer: string, value: string | undefined): DatedField[] =>
  value === undefined ? [] : [{ pointer, value }];

const datesOf = ({ dates, limits, rules }: Plan): DatedField[] => [
  { pointer: '/rules/issuedOn', value: rules.issuedOn },
  ...optional('/limits/enterpriseAge/on', limits.enterpriseAge?.on),
  ...optional('/limits/guardianBelow/on', limits.guardianBelow?.on),
  ...optional('/dates/screeningBy', dates.screeningBy),
  ...optional('/dates/announcementOn', dates.announcementOn),
];

/** Of one length, so that text order is time order: a time without seconds is the full minute. */
const comparable = (local: LocalDateTime): string => (local.length === 16 ? `${local}:00` : local);

/** A day as a limit lasts to its end: screening "by 31 July" is in order where submissions close on 31 July. */
const endOf = (date: LocalDate): LocalDateTime => `${date}T23:59:59`;

const startOf = (date: LocalDate): LocalDateTime => `${date}T00:00`;

/** Two times in the run of an edition; `strictly` where they may not be one. Told at the pointer of the later. */
type Order = {
  readonly earlier: LocalDateTime;
  readonly later: LocalDateTime;
  readonly pointer: string;
  readonly strictly?: true;
};

const ordersOf = ({ dates, rounds }: Plan): Order[] => {
  const { submissionsOpenAt, submissionsCloseAt, screeningBy, announcementOn } = dates;
  const closings = [submissionsCloseAt, ...rounds.map(({ closesAt }) => closesAt)];
  const orders: Order[] = rounds.map(({ closesAt }, at) => ({
    earlier: closings[at] ?? closesAt,
    later: closesAt,
    pointer: `/rounds/${at}/closesAt`,
  }));
  orders.unshift({
    earlier: submissionsOpenAt,
    later: submissionsCloseAt,
    pointer: '/dates/submissionsCloseAt',
    strictly: true,
  });
  if (screeningBy !== undefined) {
    const pointer = '/dates/screeningBy';
    orders.push({ earlier: submissionsCloseAt, later: endOf(screeningBy), pointer });
    // Judges need the screened entries before their first round closes.
    const firstClosing = closings[1] ?? startOf(screeningBy);
    orders.push({ earlier: startOf(screeningBy), later: firstClosing, pointer });
  }
  if (announcementOn !== undefined) {
    const earlier = closings.at(-1) ?? submissionsCloseAt;
    orders.push({ earlier, later: endOf(announcementOn), pointer: '/dates/announcementOn' });
  }
  return orders;
};

/** A date that is none is told as such and stands in no order. */
const isKept = ({ earlier, later, strictly }: Order): boolean => {
  if (!isLocalDateTime(earlier) || !isLocalDateTime(later)) return true;
  const [first, second] = [comparable(earlier), comparable(later)];
  return strictly ? first < second : first <= second;
};

/** Wall times of one zone are in order exactly when their instants are, by the way `toInstant` reads gaps and overlaps. */
const orderProblems = (plan: Plan): FieldError[] => {
  const broken = ordersOf(plan).filter((order) => !isKept(order));
  const pointers = new Set(broken.map(({ pointer }) => pointer));
  return [...pointers].map((pointer) => ({ pointer, code: 'out-of-order' }));
};

/** Nobody has a draft to be reminded of before submissions open. */
const reminderProblems = ({ dates, mail }: Plan): FieldError[] => {
  const [open, close] = [dates.submissionsOpenAt, dates.submissionsCloseAt];
  const window = { earlier: open, later: close, pointer: '', strictly: true } as const;
  if (!isLocalDateTime(open) || !isLocalDateTime(close) || !isKept(window)) return [];
  const isLaterInTheDay = comparable(open).slice(10) > comparable(close).slice(10);
  const limit = daysBetween(open, close) - (isLaterInTheDay ? 1 : 0);
  return mail.remindDaysBefore.flatMap((days, at) =>
    days > limit ? [{ pointer: `/mail/remindDaysBefore/${at}`, code: 'above-maximum', limit }] : [],
  );
};

/**
 * What is wrong with the dates of a plan: unknown-time-zone; invalid-date (not on the calendar); no-such-local-time
 * (the zone's clocks skip it); out-of-order (open < close <= each round's close, screening between the close and
 * the first round's, announcement not before the last round's); above-maximum (a reminder that would come before the opening).
 */
export const planDateProblems = (plan: Plan): FieldError[] => {
  const dateTimes = dateTimesOf(plan);
  const invalid = [
    ...dateTimes.filter(({ value }) => !isLocalDateTime(value)),
    ...datesOf(plan).filter(({ value }) => !isLocalDate(value)),
  ].map(({ pointer }) => ({ pointer, code: 'invalid-date' }));
  const isKnownZone = isTimeZone(plan.timeZone);
  const skipped = dateTimes
    .filter(({ value }) => isKnownZone && isLocalDateTime(value))
    .filter(({ value }) => !existsInZone(value, plan.timeZone))
    .map(({ pointer }) => ({ pointer, code: 'no-such-local-time' }));
  return [
    ...(isKnownZone ? [] : [{ pointer: '/timeZone', code: 'unknown-time-zone' }]),
    ...invalid,
    ...skipped,
    ...orderProblems(plan),
    ...reminderProblems(plan),
  ];
};
