import { expect, test } from 'vitest';
import * as z from 'zod';
import { isLocalDate, isLocalDateTime, shiftLocal } from '../../lib/contest/local-date.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import { planProblems } from '../../lib/contest/plan-problems.ts';
import { planToWire } from '../../lib/contest/plan-wire.ts';
import { shiftPlan } from '../../lib/contest/shift-plan.ts';
import { planSchema } from '../../lib/contract/plan-schema.ts';
import { localDate, localDateTime } from '../../lib/contract/text.ts';
import { examplePlan } from '../support/example-plan.ts';

const dates: readonly object[] = [localDate, localDateTime].map((one) => z.toJSONSchema(one));
const isDate = (schema: object): boolean =>
  dates.some(
    (date) =>
      Reflect.get(date, 'format') === Reflect.get(schema, 'format') &&
      Reflect.get(date, 'pattern') === Reflect.get(schema, 'pattern'),
  );

const document = z.toJSONSchema(planSchema, { io: 'input' });

interface Node {
  readonly $ref?: string;
  readonly properties?: object;
  readonly items?: Node;
}

/** The places of the plan's JSON Schema that hold a date or a wall time; `*` is any member of a list. */
function datesIn(node: Node, place = ''): string[] {
  if (isDate(node)) return [place];
  const named = node.$ref?.split('/').at(-1);
  if (named !== undefined) return datesIn(document.$defs?.[named] as Node, place);
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, part]) =>
      datesIn(part, `${place}/${name}`),
    ),
    ...(node.items === undefined ? [] : datesIn(node.items, `${place}/*`)),
  ];
}

/** The dates of a plan with their places, in order. */
function datesOf(value: unknown, place = ''): [place: string, date: string][] {
  if (typeof value === 'string') {
    return isLocalDate(value) || isLocalDateTime(value) ? [[place, value]] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    datesOf(part, `${place}/${Array.isArray(value) ? '*' : name}`),
  );
}

/** The example with every date that a plan can have; the consents' versions look like dates and are none. */
const example = examplePlan();
const plan: Plan = {
  ...example,
  limits: { ...example.limits, guardianBelow: { years: 18, on: '2022-07-31' } },
  consents: [],
};
const days = 365;

test('every date a plan can have moves when it is cloned, but that of the signed rules', () => {
  const before = datesOf(planToWire(plan));
  expect([...new Set(before.map(([place]) => place))].sort()).toEqual(
    datesIn(document as Node).sort(),
  );
  const moved = before.map(([place, date]) => [
    place,
    place === '/rules/issuedOn' ? date : shiftLocal(date, days),
  ]);
  const closeAt = shiftLocal(plan.dates.submissionsCloseAt, days);
  expect(datesOf(planToWire(shiftPlan(plan, closeAt)))).toEqual(moved);
});

test('every date that leaves the calendar by it is told', () => {
  const pointersAt = (closeAt: string) =>
    planProblems(shiftPlan(plan, closeAt))
      .filter(({ code }) => code === 'invalid-date')
      .map(({ pointer }) => pointer)
      .sort();
  expect(pointersAt('9998-12-31T17:00')).toEqual(['/rounds/0/closesAt', '/rounds/1/closesAt']);
  expect(pointersAt('9999-12-31T17:00')).toEqual([
    '/dates/announcementOn',
    '/dates/screeningBy',
    '/dates/submissionsCloseAt',
    '/dates/submissionsOpenAt',
    '/rounds/0/closesAt',
    '/rounds/1/closesAt',
  ]);
  expect(pointersAt('1001-01-01T17:00')).toEqual(['/dates/submissionsOpenAt']);
  expect(pointersAt('0999-12-31T17:00')).toEqual([
    '/dates/submissionsCloseAt',
    '/dates/submissionsOpenAt',
    '/limits/enterpriseAge/on',
    '/limits/guardianBelow/on',
    '/rounds/0/closesAt',
    '/rounds/1/closesAt',
  ]);
});
