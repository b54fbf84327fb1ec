import { describe, expect, test } from 'vitest';
import type { Plan } from '../../lib/contest/plan.ts';
import { planDifference } from '../../lib/contest/plan-difference.ts';
import { planFromWire, planToWire } from '../../lib/contest/plan-wire.ts';
import { examplePlan } from '../support/example-plan.ts';

const plan = examplePlan();
const changed = (parts: Partial<Plan>) => planDifference(plan, { ...plan, ...parts });
const [firstRound, finalRound] = plan.rounds;
const [firstTrack, ...otherTracks] = plan.tracks;

describe('the difference of two plans', () => {
  test('is nothing where they say the same, in whatever order their fields stand', () => {
    expect(planDifference(plan, examplePlan())).toEqual([]);
    const turned = planFromWire(JSON.parse(JSON.stringify(planToWire(plan)), turn));
    expect(Object.keys(turned)[0]).not.toBe(Object.keys(plan)[0]);
    expect(planDifference(plan, turned)).toEqual([]);
  });

  test('is told by parts, in the order of the plan', () => {
    expect(
      changed({
        awards: { ties: 'unresolved' },
        codePrefix: 'KTM',
        name: { ...plan.name, en: 'Another name' },
        dates: { ...plan.dates, submissionsCloseAt: '2022-08-05T17:00' },
        limits: { ...plan.limits, teamSize: 4, enterpriseAge: { years: 5, on: '2022-01-01' } },
        applicantKinds: ['team'],
      }),
    ).toEqual([
      '/name/en',
      '/codePrefix',
      '/applicantKinds',
      '/limits/teamSize',
      '/limits/enterpriseAge/on',
      '/dates/submissionsCloseAt',
      '/awards/ties',
    ]);
  });

  test('names the members of lists by their ids, and goes no deeper than a part of one', () => {
    const [held] = firstRound!.rubrics;
    const { criteria } = held!.rubric;
    const rubric = { mode: 'points', criteria: criteria.slice(1) } as const;
    const rounds = [{ ...firstRound!, rubrics: [{ rubric }] }, finalRound!];
    const documents = plan.documents.map((one) =>
      one.kind === 'minh-chung' ? { ...one, maxCount: 9 } : one,
    );
    const consents = plan.consents.map((one) =>
      one.purpose === 'to-chuc' ? { ...one, version: '2' } : one,
    );
    expect(changed({ rounds, documents, consents })).toEqual([
      '/documents/minh-chung/maxCount',
      '/consents/to-chuc/version',
      '/rounds/so-khao/rubrics',
    ]);
  });

  test('tells what was added or removed whole', () => {
    const { screeningBy, ...dates } = plan.dates;
    const track = { ...firstTrack!, id: 'moi' };
    expect(changed({ tracks: [...otherTracks, track], dates })).toEqual([
      `/tracks/${firstTrack!.id}`,
      '/tracks/moi',
      '/dates/screeningBy',
    ]);
    expect(
      planDifference(
        { ...plan, dates },
        { ...plan, dates: { ...dates, screeningBy: '2022-08-09' } },
      ),
    ).toEqual(['/dates/screeningBy']);
  });

  test('tells an order that changed, and what changed beside it', () => {
    const [one, two, ...rest] = plan.prizes;
    expect(changed({ prizes: [two!, one!, ...rest] })).toEqual(['/prizes']);
    expect(changed({ prizes: [two!, { ...one!, quantity: 9 }, ...rest] })).toEqual([
      '/prizes',
      `/prizes/${one!.id}/quantity`,
    ]);
    expect(changed({ applicantKinds: [...plan.applicantKinds].reverse() })).toEqual([
      '/applicantKinds',
    ]);
  });

  test('tells a list whole where a name stands twice in it', () => {
    expect(changed({ tracks: [firstTrack!, ...plan.tracks] })).toEqual(['/tracks']);
  });
});

/** A reviver that puts the fields of every object the other way round. */
function turn(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse());
}
