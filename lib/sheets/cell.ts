import type { LocalDate } from '../contest/local-date.ts';

/** A calendar date that sorts and filters as one, shown as dd/MM/yyyy. */
export interface DateCell {
  readonly date: LocalDate;
}

/** A plain decimal such as "8.50", of at most 15 digits in all and 6 decimals; it keeps the decimals it was given. */
export interface DecimalCell {
  readonly decimal: string;
}

/** What may stand in a cell. There is no formula, no link and no rich text among it: they cannot be written. */
export type Cell = string | number | DateCell | DecimalCell | undefined;

export interface Column {
  readonly title: string;
  /** In widths of the digit 0, up to 255; where it is not given, what the first rows hold decides. */
  readonly width?: number;
}

/** One table: a line of titles, then the rows, none longer than there are columns. */
export interface Sheet {
  /** Shortened and made unique where Excel's rules ask for it. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
