/** The value below which this share of the sorted values lies, 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle value: on a shared machine a mean says more about the neighbours. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Figures as they are printed: never more digits than they are worth. */
export const fixed = (value: number, decimals = 1): string => value.toFixed(decimals);
