/** One table of figures, as it is printed. */
export interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What a reader must know to read the figures right. */
  readonly notes: readonly string[];
}

/** How long to take: `full` gives figures, `quick` only shows that everything still runs. */
export interface Effort {
  readonly quick: boolean;
  readonly withServerlessOffline: boolean;
}

/** One part of the benchmark. */
export type Part = (effort: Effort) => Promise<readonly Section[]>;

/** A section in Markdown, figures to the right. */
export function markdownOf({ title, columns, rows, notes }: Section): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, index) => (index === 0 ? '---' : '---:'));
  return [
    `### ${title}`,
    '',
    line(columns),
    line(rule),
    ...rows.map(line),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${note}`)] : []),
    '',
  ].join('\n');
}
