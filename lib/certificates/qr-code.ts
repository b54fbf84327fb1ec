import { encode } from 'uqr';

/** A run of dark modules of one row, in modules from the upper left corner. */
export interface DarkRun {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** A QR code as runs that are drawn as one shape each; of medium correction: a certificate hangs behind glass. */
export function qrCode(text: string): { readonly size: number; readonly runs: readonly DarkRun[] } {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  return { size, runs: data.flatMap(runsOf) };
}

function runsOf(modules: readonly boolean[], row: number): DarkRun[] {
  const runs: DarkRun[] = [];
  for (let column = 0; column < modules.length; column += 1) {
    if (modules[column] !== true) continue;
    const start = column;
    while (modules[column + 1] === true) column += 1;
    runs.push({ row, column: start, length: column + 1 - start });
  }
  return runs;
}
