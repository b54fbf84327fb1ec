import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { contentErrors } from '../../lib/contest/content-errors.ts';
import { foldForUniqueness } from '../../lib/contest/fold.ts';
import { missingFromEntry } from '../../lib/contest/missing-from-entry.ts';
import { applicantKinds } from '../../lib/contest/plan.ts';
import { planProblems } from '../../lib/contest/plan-problems.ts';
import { planFromWire, planToWire } from '../../lib/contest/plan-wire.ts';
import { readContent } from '../../lib/contest/written-content.ts';
import { entryContent } from '../../lib/contract/entry-content-schema.ts';
import { planSchema } from '../../lib/contract/plan-schema.ts';
import { loadCommuneList } from '../../lib/store/commune-lists.ts';
import { example, examplePlan, exampleWirePlan } from '../support/example-plan.ts';

/** The issues of the example after a change, as path and code. */
const issuesOf = (change: (plan: object) => void): string[] => {
  const plan = structuredClone(example('kon-tum-2022.json')) as object;
  change(plan);
  const issues = planSchema.safeParse(plan).error?.issues ?? [];
  return issues.map((issue) => {
    const code = issue.code === 'custom' ? String(issue.params?.['code']) : issue.code;
    return `/${issue.path.join('/')} ${code}`;
  });
};

const set = (plan: object, path: string, value: unknown): void => {
  const keys = path.slice(1).split('/');
  const last = keys.pop()!;
  const parent = keys.reduce<object>((node, key) => Reflect.get(node, key), plan);
  Object.defineProperty(parent, last, { value, enumerable: true, writable: true });
};

describe('the example of Kon Tum', () => {
  test('is a plan without problems, and stays as it is written', () => {
    const wire = planSchema.parse(example('kon-tum-2022.json'));
    expect(wire).toEqual(example('kon-tum-2022.json'));
    expect(planProblems(planFromWire(wire))).toEqual([]);
  });
  test('has the maxima, prizes and fields that its rules say', () => {
    const plan = examplePlan();
    const maxima = plan.rounds.map(({ rubrics }) =>
      rubrics.map(({ rubric }) => rubric.criteria.map(({ maxPoints }) => maxPoints / 100)),
    );
    expect(maxima).toEqual([[[20, 20, 15, 20, 10, 10, 5]], [[20, 20, 15, 10, 15, 10, 10]]]);
    const budget = plan.prizes.reduce((sum, prize) => sum + prize.quantity * prize.amountVnd, 0);
    expect(budget).toBe(135_000_000);
    expect(plan.fields.map((field) => field.id)).toEqual([
      'nong-nghiep-cnc',
      'duoc-lieu',
      'chuyen-doi-so',
      'cntt',
      'mo-hinh-moi',
    ]);
    expect(plan.consents.map(({ required }) => required)).toEqual([true, false, false, false]);
  });
  test('parses again to the same', () => {
    expect(planSchema.parse(planToWire(examplePlan()))).toEqual(exampleWirePlan());
  });
});

test('the sample entries fit the example plan and lack only their documents', async () => {
  const plan = examplePlan();
  const dossier = { editionId: 'kon-tum-2022', entryId: 'e', documents: [], version: 1 };
  const written = z.array(entryContent).parse(example('entries.json'));
  expect(written).toEqual(example('entries.json'));
  const list = await loadCommuneList();
  const read = written.map((content) => readContent(list, content));
  expect(read.flatMap(({ errors }) => errors)).toEqual([]);
  const entries = read.map(({ content }) => content);
  expect(entries.flatMap((content) => contentErrors(plan, content))).toEqual([]);
  for (const content of entries) {
    expect(missingFromEntry(plan, content, dossier)).toEqual([
      { code: 'document-missing', document: 'thuyet-minh' },
    ]);
  }
  expect(new Set(entries.map(({ applicant }) => applicant?.kind))).toEqual(new Set(applicantKinds));
  expect(new Set(entries.map(({ title }) => foldForUniqueness(title))).size).toBe(6);
});

describe('the shape', () => {
  test.each([
    '/owner',
    '/name/fr',
    '/rules/signer',
    '/tracks/0/rank',
    '/limits/sizes',
    '/limits/enterpriseAge/from',
    '/documents/0/key',
    '/consents/0/given',
    '/dates/at',
    '/rounds/0/rank',
    '/rounds/0/rubrics/0/track',
    '/rounds/0/rubrics/0/rubric/scale',
    '/rounds/0/rubrics/0/rubric/criteria/0/weight',
    '/rounds/0/rules/drop',
    '/rounds/0/rules/tieBreak/0/points',
    '/rounds/0/rules/advance/all',
    '/prizes/0/money',
    '/awards/rule',
    '/__proto__',
  ])('has no other field: %s', (path) => {
    const parent = path.slice(0, path.lastIndexOf('/'));
    expect(issuesOf((plan) => set(plan, path, 'x'))).toEqual([
      `${parent || '/'} unrecognized_keys`,
    ]);
  });
  test.each([
    ['/codePrefix', 'kt22', 'invalid_format'],
    ['/codePrefix', 'K', 'invalid_format'],
    ['/codePrefix', 'KT2022ABC', 'invalid_format'],
    ['/timeZone', '+07:00', 'invalid_format'],
    ['/name/vi', 'a'.repeat(201), 'too-long'],
    ['/name/en', ' ', 'blank'],
    ['/name/en', 'a\u202eb', 'confusable-text'],
    ['/rules/issuedOn', '20/5/2022', 'invalid-date'],
    ['/tracks', [], 'too_small'],
    [
      '/fields',
      Array.from({ length: 51 }, (_, at) => ({ id: `f${at}`, name: { vi: 'a', en: 'a' } })),
      'too_big',
    ],
    ['/tracks/0/id', 'Ý-tưởng', 'invalid-id'],
    ['/applicantKinds/0', 'company', 'invalid_value'],
    ['/limits/teamSize', 0, 'too_small'],
    ['/limits/teamSize', 51, 'too_big'],
    ['/limits/teamSize', 2.5, 'invalid_type'],
    ['/limits/teamSize', '5', 'invalid_type'],
    ['/documents/0/contentTypes/0', 'image/svg+xml', 'invalid_value'],
    ['/documents/0/maxBytes', 0, 'too_small'],
    ['/dates/submissionsCloseAt', '2022-07-31T17:00Z', 'invalid-date'],
    ['/dates/submissionsCloseAt', '2022-07-31T24:00', 'invalid-date'],
    ['/rounds', [], 'too_small'],
    ['/rounds/0/kind', 'exam', 'invalid_value'],
    ['/rounds/0/scale', 100, 'invalid_type'],
    ['/rounds/0/scale', '1e2', 'invalid-score'],
    ['/rounds/0/rubrics', [], 'too_small'],
    ['/rounds/0/rubrics/0/rubric/mode', 'sum', 'invalid_union'],
    ['/rounds/0/rubrics/0/rubric/criteria/0/maxPoints', 20, 'invalid_type'],
    ['/rounds/0/rubrics/0/rubric/criteria/0/maxPoints', '20,5', 'invalid-score'],
    ['/rounds/0/rubrics/0/rubric/criteria/0/maxPoints', '0', 'invalid-score'],
    ['/rounds/0/rubrics/0/rubric/criteria/0/maxPoints', '1000000.01', 'invalid-score'],
    ['/rounds/0/rubrics/0/rubric/criteria/0/step', '0.005', 'invalid-score'],
    ['/rounds/0/rules/minimumMean', '-1', 'invalid-score'],
    ['/rounds/0/rules/minimumSheets', 0, 'too_small'],
    ['/rounds/0/rules/decimals', 7, 'too_big'],
    ['/rounds/0/rules/tieBreak/0/kind', 'coin', 'invalid_union'],
    ['/prizes/0/amountVnd', 0.5, 'invalid_type'],
    ['/prizes/0/quantity', 0, 'too_small'],
    ['/awards/ties', 'lot', 'invalid_value'],
  ])('refuses %s = %o', (path, value, code) => {
    expect(issuesOf((plan) => set(plan, path, value))).toEqual([`${path} ${code}`]);
  });
  test('has one to four rounds', () => {
    expect(
      issuesOf((plan) => {
        const [round] = Reflect.get(plan, 'rounds');
        set(plan, '/rounds', [round, round, round, round]);
      }),
    ).toEqual([]);
    expect(
      issuesOf((plan) => {
        const [round] = Reflect.get(plan, 'rounds');
        set(plan, '/rounds', [round, round, round, round, round]);
      }),
    ).toEqual(['/rounds too_big']);
  });
  test('takes weights and coefficients in their own modes', () => {
    const rubric = (mode: string, more: object) => (plan: object) => {
      const one = { id: 'a', name: { vi: 'a', en: 'a' }, maxPoints: '5', step: '1' };
      set(plan, '/rounds/0/rubrics/0/rubric', { mode, criteria: [{ ...one, ...more }] });
    };
    const at = '/rounds/0/rubrics/0/rubric/criteria/0';
    expect(issuesOf(rubric('weighted', { weight: 10_000 }))).toEqual([]);
    expect(issuesOf(rubric('weighted', { weight: 10_001 }))).toEqual([`${at}/weight too_big`]);
    expect(issuesOf(rubric('weighted', {}))).toEqual([`${at}/weight invalid_type`]);
    expect(issuesOf(rubric('coefficient', { coefficient: '1.6' }))).toEqual([]);
    expect(issuesOf(rubric('coefficient', { coefficient: '-1' }))).toEqual([]);
    for (const coefficient of ['0', '-0', '--1', '1000.01', '1,6', '']) {
      expect(issuesOf(rubric('coefficient', { coefficient }))).toEqual([
        `${at}/coefficient invalid-score`,
      ]);
    }
  });
  test('keeps texts in NFC', () => {
    const wire = exampleWirePlan();
    const decomposed = JSON.parse(JSON.stringify(wire).normalize('NFD'));
    expect(planSchema.parse(decomposed)).toEqual(wire);
  });
});

test('as JSON Schema it is the same going in and coming out', () => {
  const input = z.toJSONSchema(planSchema, { io: 'input' });
  expect(z.toJSONSchema(planSchema, { io: 'output' })).toEqual(input);
  expect(input.$defs).toHaveProperty('Rubric');
  expect(input.$defs).toHaveProperty('RankingRules');
});
