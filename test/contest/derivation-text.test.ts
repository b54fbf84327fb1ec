import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivationText } from '../../lib/contest/derivation-text.ts';
import { deriveOutcome } from '../../lib/contest/outcome.ts';
import type { Plan, RoundPlan } from '../../lib/contest/plan.ts';
import type { Decisions, RoundEntry, RoundSheet } from '../../lib/contest/round-facts.ts';
import { markedParts, type Rubric } from '../../lib/contest/rubric.ts';
import { digestOf } from '../../lib/store/digest.ts';
import { faultsIn } from '../support/check-derivation.ts';
import { examplePlan } from '../support/example-plan.ts';
import { scoringRound } from '../support/round-facts.ts';
import { criterion, plainRules, pointsRubric, submitted } from '../support/scored-round.ts';

const points = pointsRubric({ moi: 60, total: 40 });
const weighted: Rubric = {
  mode: 'weighted',
  criteria: [
    { ...criterion('moi', 30), weight: 3500 },
    { ...criterion('total', 7), weight: 6500 },
  ],
};
const coefficients: Rubric = {
  mode: 'coefficient',
  criteria: [
    { ...criterion('moi', 5), coefficient: 160 },
    { ...criterion('total', 5), coefficient: -50 },
  ],
};

/** The first criterion marked by two parts; points of the organisers and of a public vote are added. */
const inParts: Rubric = {
  mode: 'points',
  criteria: [{ ...criterion('moi', 60), parts: [criterion('a', 20), criterion('b', 40)] }],
};
const name = { vi: 'Bình *chọn*: công chúng', en: 'Vote: *public*' };
const components: Rubric = {
  mode: 'points',
  criteria: [...inParts.criteria, criterion('total', 40)],
  given: [criterion('diem-cong', 10)],
  vote: { id: 'binh-chon', name, maxPoints: 2000, decimals: 1 },
};
/** Weighed as a whole, with components beside. */
const weightedParts: Rubric = {
  mode: 'weighted',
  criteria: [
    { ...inParts.criteria[0]!, weight: 3500 },
    { ...criterion('total', 7), weight: 6500 },
  ],
  given: [criterion('diem-cong', 10)],
};

interface Facts {
  readonly entries: readonly RoundEntry[];
  readonly sheets: readonly RoundSheet[];
  readonly decisions?: Decisions;
}

function planOf(round: Partial<RoundPlan>): Plan {
  const example = examplePlan();
  return {
    ...example,
    rounds: [
      {
        id: 'round-1',
        name: { vi: 'Chung kết', en: 'Final' },
        kind: 'dossier',
        closesAt: example.dates.submissionsCloseAt,
        judgesPerEntry: 1,
        rubrics: [{ rubric: points }],
        rules: plainRules,
        ...round,
      },
    ],
  };
}

function written(
  facts: Facts,
  {
    round = {} as Partial<RoundPlan>,
    language = 'en' as 'vi' | 'en',
    hidden = new Set<string>(),
  } = {},
): string {
  const plan = planOf(round);
  const outcome = deriveOutcome({
    plan,
    round: scoringRound({ roundId: 'round-1', state: 'closed' }),
    roundPlan: plan.rounds[0]!,
    decisions: {},
    ...facts,
  });
  const entries = new Map(
    facts.entries.map(({ entryId }) => [
      entryId,
      { code: `KT-${entryId}`, title: `Trà *sâm* ${entryId}` },
    ]),
  );
  const people = new Map([['j1', 'Nguyễn Thị Hồng Đào']]);
  const rest = { plan, digest: digestOf(outcome), sheets: facts.sheets, decided: [], hidden };
  return derivationText({ outcome, entries, people, ...rest }, language);
}

const two: Facts = {
  entries: ['a', 'b'].map((entryId) => ({ entryId, trackId: 'y-tuong' })),
  sheets: [
    submitted('a', 'j1', { moi: 50, total: 30.5 }),
    submitted('a', 'j2', { moi: 51, total: 30 }),
    submitted('a', 'j3', { moi: 40, total: 30 }),
    submitted('b', 'j1', { moi: 10, total: 0 }),
    { ...submitted('b', 'j2', { moi: 60, total: 40 }), recused: true },
  ],
};

/** The part of a text under a heading. */
const under = (text: string, head: string): string =>
  text.split(/\n(?=##)/u).find((part) => part.startsWith(head)) ?? '';

describe('a written derivation', () => {
  it('goes from each mark to the prize, in English', () => {
    const text = written(two);
    expect(text.split('\n')[0]).toBe('# How the result was computed: Final');
    expect(under(text, '### KT-a')).toBe(
      [
        '### KT-a · Trà \\*sâm\\* a (Idea)',
        '',
        '- Sheet (Nguyễn Thị Hồng Đào): 50.00 + 30.50 = 161/2',
        '- Sheet (j2): 51.00 + 30.00 = 81',
        '- Sheet (j3): 40.00 + 30.00 = 70',
        '- Sum: 161/2 + 81 + 70 = 463/2',
        '- Mean: 463/2 ÷ 3 = 463/6',
        '- Rounded: 463/6 → 77.17',
        '',
      ]
        .join('\n')
        .replace('(Idea)', under(text, '### KT-a').match(/\([^)]*\)/u)![0]),
    );
    expect(under(text, '### KT-b')).toContain(
      '- Sheet that does not count (j2): the judge has a conflict of interest\n',
    );
    expect(under(text, '## Ranking of all')).toContain('- Rank 1: KT-a — 77.17\n- Rank 2: KT-b');
    expect(under(text, '## Prizes')).toContain('- First prize: KT-a (Rank 1)');
    expect(faultsIn(text)).toEqual([]);
  });

  it('says the same figures in Vietnamese', () => {
    const [vi, en] = [written(two, { language: 'vi' }), written(two)];
    expect(under(vi, '### KT-a')).toContain('- Làm tròn: 463/6 → 77.17');
    expect(under(vi, '## Quy tắc áp dụng')).toContain('1. Chỉ tính phiếu đã nộp');
    expect(faultsIn(vi)).toEqual([]);
    const figures = (text: string) => text.match(/\d+(?:[./]\d+)?/gu);
    expect(figures(vi)).toEqual(figures(en));
  });

  it('tells each step of a tie, with what was compared and by whom it was decided', () => {
    const facts: Facts = {
      entries: two.entries,
      sheets: [
        submitted('a', 'j1', { moi: 50, total: 30 }),
        submitted('b', 'j1', { moi: 50, total: 30 }),
      ],
      decisions: {
        chair: [
          {
            order: [['b'], ['a']],
            reason: 'Hội đồng thống nhất',
            documentNumber: '5/BB',
            signedBy: 'j1',
          },
        ],
      },
    };
    const tieBreak = [
      { kind: 'criterion' as const, criterionId: 'moi' },
      { kind: 'chair' as const },
    ];
    const text = written(facts, { round: { rules: { ...plainRules, tieBreak } } });
    expect(under(text, '## Ranking of all').split('\n').slice(4)).toEqual([
      '',
      '**Ties**',
      '',
      '- Tied (Rank 1, 80.00): KT-a, KT-b',
      '  - The higher mean on a criterion “moi” (Rank 1): KT-a: 50.00; KT-b: 50.00; still tied',
      '  - Decision of the chair (Rank 1): KT-a: 2; KT-b: 1; Hội đồng thống nhất; 5/BB; decided by Nguyễn Thị Hồng Đào; Order: KT-b > KT-a',
      '',
    ]);
  });

  it('shows no sheet of an entry that the reader is close to', () => {
    const text = under(written(two, { hidden: new Set(['a']) }), '### KT-a');
    expect(text.split('\n').slice(2)).toEqual([
      '- Sheets that are not shown, for a conflict of interest of the reader: 3',
      '- Rounded: 463/6 → 77.17',
      '',
    ]);
  });

  it('holds when somebody else adds it up, by every rubric and rule', () => {
    const rubrics = [points, weighted, coefficients, components, weightedParts];
    const rules: Partial<RoundPlan>[] = rubrics.flatMap((rubric) =>
      [
        plainRules,
        { ...plainRules, decimals: 1 },
        { ...plainRules, roundCriterionMeans: 1 },
        { ...plainRules, trim: { count: 1, level: 'total' as const } },
        { ...plainRules, trim: { count: 1, level: 'criterion' as const } },
      ].map((rule) => ({ rubrics: [{ rubric }], rules: rule })),
    );
    const mark = fc.integer({ min: 0, max: 10 });
    const sheet = fc.record({ moi: mark, total: mark, a: mark, b: mark });
    const sheetsOf = fc.array(sheet, { minLength: 7, maxLength: 8 });
    const given = fc.record({ bonus: mark, votes: fc.nat({ max: 1000 }) });
    const judged = fc.array(fc.record({ all: sheetsOf, given }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...rules), judged, (round, rows) => {
        const { rubric } = round.rubrics![0]!;
        const marked = markedParts(rubric).flat();
        const entries = rows.map(({ given: { bonus, votes } }, at) => ({
          entryId: `e${at}`,
          trackId: 'y-tuong',
          ...(rubric.given ? { given: { points: { 'diem-cong': bonus * 50 }, votes } } : {}),
        }));
        const sheets = rows.flatMap(({ all }, at) =>
          all.map((marks, judge) => {
            const half = Object.entries(marks).map(([id, value]) => [id, value / 2] as const);
            const own = half.filter(([id]) => marked.some((part) => part.id === id));
            return submitted(`e${at}`, `j${judge}`, Object.fromEntries(own));
          }),
        );
        expect(faultsIn(written({ entries, sheets }, { round }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('adds parts to their criterion, and components to the mean, each under its rule', () => {
    const entries = [
      { entryId: 'a', trackId: 'y-tuong', given: { points: { 'diem-cong': 350 }, votes: 333 } },
      { entryId: 'b', trackId: 'y-tuong', given: { points: { 'diem-cong': 0 }, votes: 1000 } },
      { entryId: 'c', trackId: 'y-tuong', given: { points: {}, votes: 10 } },
    ];
    const marks = { a: 8.5, b: 27, total: 30 };
    const sheets = [
      submitted('a', 'j1', marks),
      submitted('a', 'j2', { ...marks, b: 26 }),
      submitted('a', 'j3', { ...marks, b: 26.5, total: 30.5 }),
      submitted('b', 'j1', marks),
      { ...submitted('b', 'j2', marks), takenBack: true },
      submitted('c', 'j1', marks),
    ];
    const tieBreak = [{ kind: 'criterion' as const, criterionId: 'binh-chon' }];
    const round = { rubrics: [{ rubric: components }], rules: { ...plainRules, tieBreak } };
    const text = written({ entries, sheets }, { round });
    expect(under(text, '### KT-a').split('\n').slice(2)).toEqual([
      '- Sheet (Nguyễn Thị Hồng Đào): 35.50 + 30.00 = 131/2',
      '  - “moi”: 8.50 + 27.00 = 35.50',
      '- Sheet (j2): 34.50 + 30.00 = 129/2',
      '  - “moi”: 8.50 + 26.00 = 34.50',
      '- Sheet (j3): 35.00 + 30.50 = 131/2',
      '  - “moi”: 8.50 + 26.50 = 35.00',
      '- Sum: 131/2 + 129/2 + 131/2 = 391/2',
      '- Mean: 391/2 ÷ 3 = 391/6',
      '- Points of the organisers “diem-cong”: 3.50',
      '- Points of the public vote “Vote: \\*public\\*”: 20 × 333 ÷ 1000 = 333/50 → 6.7',
      '- Mean and these points: 391/6 + 3.50 + 6.7 = 2261/30',
      '- Rounded: 2261/30 → 75.37',
      '',
    ]);
    expect(under(text, '### KT-b')).toContain(
      '- Sheet that does not count (j2): the task was taken back\n',
    );
    expect(under(text, '### KT-c')).toContain(
      [
        '- No score yet: points that no judge gives are missing',
        '- Not ranked: points of the organisers are missing “diem-cong”\n',
      ].join('\n'),
    );
    expect(under(text, '## Rules applied')).toMatch(
      /\n2\. The mark on a criterion with parts .*\n.*\n.*\n.*\n6\. Points that no judge .*\n7\. Points of a vote .*\n8\. It is rounded once/u,
    );
    expect(faultsIn(text)).toEqual([]);
    const vi = written({ entries, sheets }, { round, language: 'vi' });
    expect(faultsIn(vi)).toEqual([]);
    const hidden = under(
      written({ entries, sheets }, { round, hidden: new Set(['a']) }),
      '### KT-a',
    );
    expect(hidden).not.toContain('35.50');
    expect(hidden).toContain('- Rounded: ');
    for (const [from, to] of [
      ['8.50 + 27.00 = 35.50', '8.50 + 27.50 = 36.00'],
      ['8.50 + 27.00 =', '8.50 + 27.50 ='],
      ['”: 3.50', '”: 3.00'],
      ['333/50 → 6.7', '333/50 → 6.6'],
      ['333 ÷ 1000 = 333/50', '333 ÷ 999 = 20/3'],
      ['+ 3.50 + 6.7', '+ 3.50'],
    ] as const) {
      for (const one of [text, vi]) {
        expect(one).toContain(from);
        expect(faultsIn(one.replace(from, to))).not.toEqual([]);
      }
    }
  });

  it('says where nobody voted, and which component splits a tie', () => {
    const given = { points: { 'diem-cong': 0 }, votes: 0 };
    const entries = [
      { entryId: 'a', trackId: 'y-tuong', given: { ...given, points: { 'diem-cong': 100 } } },
      { entryId: 'b', trackId: 'y-tuong', given },
    ];
    const marks = { a: 8, b: 27, total: 30 };
    const sheets = [submitted('a', 'j1', marks), submitted('b', 'j1', { ...marks, total: 31 })];
    const tieBreak = [{ kind: 'criterion' as const, criterionId: 'diem-cong' }];
    const rules = { ...plainRules, tieBreak };
    const text = written(
      { entries, sheets },
      { round: { rubrics: [{ rubric: components }], rules } },
    );
    expect(text).toContain(
      '- Points of the public vote “Vote: \\*public\\*” (nobody voted): 0.0\n',
    );
    expect(text).toContain(
      'The more points of a component “diem-cong” (Rank 1): KT-a: 1.00; KT-b: 0.00',
    );
    expect(faultsIn(text)).toEqual([]);
  });

  it('is checked in earnest: a figure changed anywhere is found', () => {
    const text = written(two);
    for (const [from, to] of [
      ['50.00 + 30.50', '50.00 + 30.00'],
      ['= 463/2', '= 465/2'],
      ['÷ 3', '÷ 2'],
      ['→ 77.17', '→ 77.16'],
      ['KT-a — 77.17', 'KT-a — 77.18'],
      ['161/2 + 81 + 70', '161/2 + 70 + 81'],
    ] as const) {
      const isHarmless = to === '161/2 + 70 + 81';
      expect(text).toContain(from);
      expect(faultsIn(text.replace(from, to)).length > 0).toBe(!isHarmless);
    }
  });
});
