import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DivergenceRule, divergenceFlags } from '../../lib/contest/divergence.ts';
import { rankRound } from '../../lib/contest/ranking-record.ts';
import type { RoundEntry, RoundSheet } from '../../lib/contest/round-facts.ts';
import type { Rubric } from '../../lib/contest/rubric.ts';
import { criterion, matrixRound, plainRules, pointsRubric } from '../support/scored-round.ts';

const hundred = pointsRubric({ total: 100 });
const absolute20: DivergenceRule = { mode: 'absolute', percent: 20 };
const relative20: DivergenceRule = { mode: 'relative', percent: 20 };

/** The flags of a round of one-criterion sheets. */
function flagsOf(
  facts: { readonly entries: readonly RoundEntry[]; readonly sheets: readonly RoundSheet[] },
  rule: DivergenceRule | undefined,
  rubric: Rubric = hundred,
) {
  const ranking = rankRound({ rules: plainRules, rubric, ...facts, decisions: {} });
  return divergenceFlags([ranking], rule);
}

/** Who diverges on one entry that has these totals by J1, J2 …. */
const divergent = (totals: readonly (number | null)[], rule: DivergenceRule) =>
  flagsOf(matrixRound({ e1: totals }), rule).flatMap((flag) => flag.divergent);

describe('judges too far apart', () => {
  it('are shown with every total, the mean and the spread, and only where the round has a rule', () => {
    const round = matrixRound({ e1: [80, 80, 30], e2: [70, 71, 72] });
    expect(flagsOf(round, absolute20)).toEqual([
      {
        entryId: 'e1',
        trackId: 'idea',
        totals: [
          { judgeId: 'J1', exact: '80', printed: '80.00' },
          { judgeId: 'J2', exact: '80', printed: '80.00' },
          { judgeId: 'J3', exact: '30', printed: '30.00' },
        ],
        mean: { exact: '190/3', printed: '63.33' },
        spread: { exact: '50', printed: '50.00' },
        divergent: ['J3'],
      },
    ]);
    expect(flagsOf(round, undefined)).toEqual([]);
  });

  it('are those strictly further from the mean than a share of the most there is', () => {
    // The mean is 60: 20 away is not too far.
    expect(divergent([80, 60, 40], absolute20)).toEqual([]);
    expect(divergent([80.5, 59.5, 40], absolute20)).toEqual(['J1']);
    expect(divergent([80, 60.5, 39.5], absolute20)).toEqual(['J3']);
    expect(divergent([81, 60, 39], absolute20)).toEqual(['J1', 'J3']);
  });

  it('or strictly further than a share of that mean', () => {
    expect(divergent([60, 50, 40], relative20)).toEqual([]);
    expect(divergent([60.5, 49.5, 40], relative20)).toEqual(['J1']);
    expect(divergent([12.5, 10, 7.5], relative20)).toEqual(['J1', 'J3']);
    expect(divergent([12.5, 10, 7.5], absolute20)).toEqual([]);
    expect(divergent([0, 0, 0], relative20)).toEqual([]);
    expect(divergent([0.5, 0, 0], relative20)).toEqual(['J1', 'J2', 'J3']);
  });

  it('are both of two, from that far apart on', () => {
    expect(divergent([70, 50], absolute20)).toEqual(['J1', 'J2']);
    expect(divergent([69.5, 50], absolute20)).toEqual([]);
    expect(divergent([55, 45], relative20)).toEqual(['J1', 'J2']);
    expect(divergent([54.5, 45.5], relative20)).toEqual([]);
    expect(divergent([0, 0], relative20)).toEqual([]);
  });

  it('are never one alone, or sheets that do not count', () => {
    expect(divergent([10], absolute20)).toEqual([]);
    expect(divergent([80, null, 81], absolute20)).toEqual([]);
    const { entries, sheets } = matrixRound({ e1: [80, 81, 10] });
    const struck = sheets.map((sheet) => ({ ...sheet, recused: sheet.judgeId === 'J3' }));
    expect(flagsOf({ entries, sheets: struck }, absolute20)).toEqual([]);
  });

  it('are measured by the scale of their rubric, without its deductions', () => {
    const rubric: Rubric = {
      mode: 'coefficient',
      criteria: [
        { ...criterion('total', 5), coefficient: 200 },
        { ...criterion('late', 5), coefficient: -100 },
      ],
    };
    const round = (low: number) => {
      const { entries, sheets } = matrixRound({ e1: [5, 5, low] });
      return {
        entries,
        sheets: sheets.map((sheet) => ({ ...sheet, marks: { ...sheet.marks, late: 0 } })),
      };
    };
    // The most is 10: totals 10, 10 and 7 have the mean 9, which is exactly 20 % from 7.
    expect(flagsOf(round(3.5), absolute20, rubric)).toEqual([]);
    expect(flagsOf(round(3), absolute20, rubric).flatMap((flag) => flag.divergent)).toEqual(['J3']);
    const weighted: Rubric = {
      mode: 'weighted',
      criteria: [{ ...criterion('total', 3), weight: 10_000 }],
    };
    const thirds = matrixRound({ e1: [3, 3, 2], e2: [3, 3, 2.5] });
    expect(flagsOf(thirds, absolute20, weighted).map(({ entryId }) => entryId)).toEqual(['e1']);
  });

  it('do not depend on the order in which sheets were read', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(marks, fc.constantFrom(absolute20, relative20), (halves, rule) => {
        const { entries, sheets } = matrixRound({ e1: halves.map((half) => half / 2) });
        const flags = flagsOf({ entries, sheets }, rule);
        expect(flagsOf({ entries, sheets: sheets.toReversed() }, rule)).toEqual(flags);
        // Halves are whole numbers, so the rule itself is, too: n x sum, without a fraction.
        const sum = halves.reduce((all, half) => all + half, 0);
        const limit = rule.mode === 'absolute' ? 200 * halves.length : sum;
        const far = halves.flatMap((half, at) =>
          Math.abs(half * halves.length - sum) * 100 > 20 * limit ? [`J${at + 1}`] : [],
        );
        expect(flags.flatMap(({ divergent: judges }) => judges)).toEqual(far);
      }),
    );
  });
});
