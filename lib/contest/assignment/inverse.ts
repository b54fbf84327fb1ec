import { Grid } from './grid.ts';

/** The inverse of a symmetric positive definite matrix, by Cholesky's factor; NaN where it is not one. */
export function inverse(matrix: Grid): Grid {
  const size = matrix.columns;
  const factor = lowerFactor(matrix);
  const result = new Grid(size, size);
  for (let column = 0; column < size; column += 1) {
    const solution = solveTransposed(factor, solve(factor, column));
    solution.forEach((value, row) => {
      result.set(row, column, value);
    });
  }
  return result;
}

function lowerFactor(matrix: Grid): Grid {
  const size = matrix.columns;
  const factor = new Grid(size, size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix.at(row, column);
      for (let at = 0; at < column; at += 1) rest -= factor.at(row, at) * factor.at(column, at);
      factor.set(row, column, row === column ? Math.sqrt(rest) : rest / factor.at(column, column));
    }
  }
  return factor;
}

/** L y = the unit vector of this column. */
function solve(factor: Grid, column: number): Float64Array {
  const found = new Float64Array(factor.columns);
  for (let row = column; row < factor.columns; row += 1) {
    let rest = row === column ? 1 : 0;
    for (let at = column; at < row; at += 1) rest -= factor.at(row, at) * (found[at] ?? 0);
    found[row] = rest / factor.at(row, row);
  }
  return found;
}

/** L' x = y. */
function solveTransposed(factor: Grid, right: Float64Array): Float64Array {
  const found = new Float64Array(factor.columns);
  for (let row = factor.columns - 1; row >= 0; row -= 1) {
    let rest = right[row] ?? 0;
    for (let at = row + 1; at < factor.columns; at += 1) {
      rest -= factor.at(at, row) * (found[at] ?? 0);
    }
    found[row] = rest / factor.at(row, row);
  }
  return found;
}
