import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pair } from '../../../lib/contest/assign.ts';
import { bridgesOf } from '../../../lib/contest/assignment/bridges.ts';
import { reportAssignment } from '../../../lib/contest/assignment/report.ts';
import { idsOf } from '../../support/assignment-problems.ts';

const pair = (both: string): Pair => ({ entryId: both.charAt(0), judgeId: both.charAt(1) });

/** Graphs of up to seven entries and six judges. */
const graphs = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...'abcdefg'), fc.constantFrom(...'pqrstu')), {
    selector: (both) => both.join(''),
    maxLength: 24,
  })
  .map((all) => all.map((both) => pair(both.join(''))));

/** Counts components by walking from node to node. */
function componentCount(pairs: readonly Pair[], alone: readonly string[] = []): number {
  const left = new Set([...alone, ...pairs.flatMap(({ entryId, judgeId }) => [entryId, judgeId])]);
  let count = 0;
  for (const start of left) {
    count += 1;
    const walk = new Set([start]);
    for (const node of walk) {
      left.delete(node);
      for (const { entryId, judgeId } of pairs) {
        if (entryId === node) walk.add(judgeId);
        if (judgeId === node) walk.add(entryId);
      }
    }
  }
  return count;
}

describe('of all small graphs', () => {
  test('components and bridges, by walking', () => {
    fc.assert(
      fc.property(graphs, (pairs) => {
        const report = reportAssignment(pairs, []);
        const count = componentCount(pairs);
        expect(report.components).toHaveLength(count);
        const nodes = pairs.flatMap(({ entryId, judgeId }) => [entryId, judgeId]);
        const bridges = pairs.filter(
          (bridge) =>
            componentCount(
              pairs.filter((other) => other !== bridge),
              nodes,
            ) > count,
        );
        expect(report.bridges).toEqual(
          bridges.toSorted((a, b) => (a.entryId + a.judgeId < b.entryId + b.judgeId ? -1 : 1)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('judges on whom all hangs, by leaving each out', () => {
    fc.assert(
      fc.property(graphs, (pairs) => {
        const entries = [...new Set(pairs.map(({ entryId }) => entryId))];
        const judges = [...new Set(pairs.map(({ judgeId }) => judgeId))].sort();
        const fragile = judges.filter((absent) => {
          const left = pairs.filter(({ judgeId }) => judgeId !== absent);
          return componentCount(left, entries) > 1;
        });
        expect(reportAssignment(pairs, []).fragileJudges).toEqual(fragile);
      }),
      { numRuns: 1000 },
    );
  });

  test('efficiency, by the normal equations of entries and judges', () => {
    let compared = 0;
    fc.assert(
      fc.property(graphs, (pairs) => {
        const { efficiency, components } = reportAssignment(pairs, []);
        const isDefined = components.length === 1 && components[0]!.entryIds.length > 1;
        expect(efficiency === null).toBe(!isDefined);
        if (efficiency === null) return;
        compared += 1;
        expect(efficiency).toBeCloseTo(efficiencyByEquations(pairs), 9);
        expect(efficiency).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

/** X'X of entries and judges with its null vector (1, -1) added, inverted; variances of differences of entries. */
function efficiencyByEquations(pairs: readonly Pair[]): number {
  const entries = [...new Set(pairs.map(({ entryId }) => entryId))];
  const nodes = [...entries, ...new Set(pairs.map(({ judgeId }) => judgeId))];
  const sign = (at: number) => (at < entries.length ? 1 : -1);
  const matrix = nodes.map((_, row) => nodes.map((_id, column) => sign(row) * sign(column)));
  for (const { entryId, judgeId } of pairs) {
    const [entry, judge] = [nodes.indexOf(entryId), nodes.indexOf(judgeId)];
    matrix[entry]![entry]! += 1;
    matrix[judge]![judge]! += 1;
    matrix[entry]![judge]! += 1;
    matrix[judge]![entry]! += 1;
  }
  const solved = invert(matrix);
  let variance = 0;
  let known = 0;
  const reads = (id: string) => pairs.filter(({ entryId }) => entryId === id).length;
  entries.forEach((one, a) => {
    entries.slice(a + 1).forEach((other, after) => {
      const b = a + 1 + after;
      variance += solved[a]![a]! + solved[b]![b]! - 2 * solved[a]![b]!;
      known += 1 / reads(one) + 1 / reads(other);
    });
  });
  return known / variance;
}

/** Gauss and Jordan, with pivots. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row, at) => [
    ...row,
    ...matrix.map((_, other) => (other === at ? 1 : 0)),
  ]);
  rows.forEach((_, at) => {
    const size = (row: number) => Math.abs(rows[row]![at]!);
    const below = rows.map((_row, index) => index).slice(at);
    const best = below.reduce((a, b) => (size(b) > size(a) ? b : a));
    [rows[at], rows[best]] = [rows[best]!, rows[at]!];
    const pivot = rows[at]!.map((value) => value / rows[at]![at]!);
    rows[at] = pivot;
    rows.forEach((row, index) => {
      if (index === at) return;
      const factor = row[at]!;
      rows[index] = row.map((value, column) => value - factor * pivot[column]!);
    });
  });
  return rows.map((row) => row.slice(matrix.length));
}

describe('efficiency', () => {
  test('is 1 where everybody reads everything', () => {
    const pairs = ['a', 'b', 'c'].flatMap((entry) =>
      ['p', 'q'].map((judge) => pair(entry + judge)),
    );
    expect(reportAssignment(pairs, [])).toEqual({
      cards: 6,
      components: [{ entryIds: ['a', 'b', 'c'], judgeIds: ['p', 'q'] }],
      fragileJudges: [],
      bridges: [],
      loads: { least: 3, most: 3 },
      coReadings: { least: 3, most: 3 },
      efficiency: expect.closeTo(1, 12),
      concerns: [],
    });
  });

  test("is 7/9 in Fano's plane: λv / rk", () => {
    const blocks = ['abd', 'bce', 'cdf', 'deg', 'efa', 'fgb', 'gac'];
    const pairs = blocks.flatMap((block, at) => [...block].map((entry) => pair(`${entry}${at}`)));
    expect(reportAssignment(pairs, [])).toMatchObject({
      efficiency: expect.closeTo(7 / 9, 12),
      coReadings: { least: 1, most: 1 },
      concerns: ['low-efficiency'],
    });
  });

  test('closed panels have none', () => {
    const pairs = ['ap', 'aq', 'bp', 'bq', 'cr', 'cs', 'dr', 'ds'].map(pair);
    expect(reportAssignment(pairs, ['t'])).toMatchObject({
      efficiency: null,
      loads: { least: 0, most: 2 },
      concerns: ['disconnected', 'fragile-judges', 'uneven-loads'],
    });
  });
});

test('a chain of thousands is walked without a deep stack', () => {
  const entries = idsOf('entry', 5000);
  const judges = idsOf('judge', 5000);
  const pairs = entries.flatMap((entryId, at) => [
    { entryId, judgeId: judges[at]! },
    ...(at === 0 ? [] : [{ entryId, judgeId: judges[at - 1]! }]),
  ]);
  const place = new Map(judges.map((id, at) => [id, at]));
  const byEntry = Map.groupBy(pairs, ({ entryId }) => entryId);
  const readers = [...byEntry.values()].map((cards) =>
    cards.map(({ judgeId }) => place.get(judgeId)!),
  );
  expect(bridgesOf(readers, judges.length)).toHaveLength(9999);
});
