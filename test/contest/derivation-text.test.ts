import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivationText } from '../../lib/contest/derivation-text.ts';
import { deriveOutcome } from '../../lib/contest/outcome.ts';
import type { Plan, RoundPlan } from '../../lib/contest/plan.ts';
import type { Decisions, RoundEntry, RoundSheet } from '../../lib/contest/round-facts.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
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
    const rules: Partial<RoundPlan>[] = [points, weighted, coefficients].flatMap((rubric) =>
      [
        plainRules,
        { ...plainRules, decimals: 1 },
        { ...plainRules, roundCriterionMeans: 1 },
        { ...plainRules, trim: { count: 1, level: 'total' as const } },
        { ...plainRules, trim: { count: 1, level: 'criterion' as const } },
      ].map((rule) => ({ rubrics: [{ rubric }], rules: rule })),
    );
    const mark = fc.integer({ min: 0, max: 10 });
    const sheet = fc.record({ moi: mark, total: mark });
    const judged = fc.array(fc.array(sheet, { minLength: 7, maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom(...rules), judged, (round, all) => {
        const entries = all.map((_, at) => ({ entryId: `e${at}`, trackId: 'y-tuong' }));
        const sheets = all.flatMap((marks, at) =>
          marks.map(({ moi, total }, judge) =>
            submitted(`e${at}`, `j${judge}`, { moi: moi / 2, total: total / 2 }),
          ),
        );
        expect(faultsIn(written({ entries, sheets }, { round }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
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
