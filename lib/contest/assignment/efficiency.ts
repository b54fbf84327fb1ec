import type { Readers } from './components.ts';
import { Grid } from './grid.ts';
import { inverse } from './inverse.ts';

/**
 * How precisely entries can be compared once the severity of each judge must be found too, as a share of what it would be
 * were severities known: (2 / harmonic mean of n) over the mean variance of a difference. 1 where everybody reads all.
 * The graph must be connected and have two entries at least.
 */
export function efficiencyOf(readers: Readers): number {
  const read = readers.filter((list) => list.length > 0);
  const judges = [...new Set(read.flat())].sort((a, b) => a - b);
  const place = new Map(judges.map((judge, at) => [judge, at]));
  const lists = read.map((list) => list.map((judge) => place.get(judge) ?? 0));
  const severities = inverse(information(lists, judges.length));
  const shares = judges.map(() => 0);
  let trace = 0;
  let reciprocals = 0;
  for (const list of lists) {
    const share = 1 / list.length;
    reciprocals += share;
    trace += share + share * share * sumWithin(severities, list);
    for (const judge of list) shares[judge] = (shares[judge] ?? 0) + share;
  }
  const entries = lists.length;
  const whole = reciprocals + quadratic(severities, shares);
  const variance = (2 / (entries - 1)) * (trace - whole / entries);
  return (2 * reciprocals) / entries / variance;
}

/**
 * What the sheets tell of severities, entries taken out: D - N'E⁻¹N. Its only null vector is all ones; the matrix of
 * 1/J is added, so that it has an inverse, which changes no difference of entries.
 */
function information(lists: Readers, judges: number): Grid {
  const matrix = new Grid(judges, judges, 1 / judges);
  for (const list of lists) {
    for (const one of list) {
      matrix.add(one, one, 1);
      for (const other of list) matrix.add(one, other, -1 / list.length);
    }
  }
  return matrix;
}

function sumWithin(matrix: Grid, list: readonly number[]): number {
  let total = 0;
  for (const one of list) {
    for (const other of list) total += matrix.at(one, other);
  }
  return total;
}

function quadratic(matrix: Grid, vector: readonly number[]): number {
  let total = 0;
  vector.forEach((left, row) => {
    vector.forEach((right, column) => {
      total += left * matrix.at(row, column) * right;
    });
  });
  return total;
}
