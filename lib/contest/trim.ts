/** What trimming keeps and what it drops, each from the lowest up. */
export interface Trimmed<T> {
  readonly kept: readonly T[];
  readonly dropped: readonly T[];
}

/**
 * Drops the `count` lowest and the `count` highest. Of equal values the earlier in the given order counts as
 * lower: the mean does not depend on it, the record of what was dropped does. Undefined when nothing is left.
 */
export function trim<T>(
  values: readonly T[],
  count: number,
  ascending: (a: T, b: T) => number,
): Trimmed<T> | undefined {
  if (values.length <= 2 * count) return undefined;
  const sorted = values.toSorted(ascending);
  const top = sorted.length - count;
  return {
    kept: sorted.slice(count, top),
    dropped: [...sorted.slice(0, count), ...sorted.slice(top)],
  };
}

/** How many sheets every entry of the round needs before a trim of `count` applies to any. */
export function sheetsNeededToTrim(count: number): number {
  return Math.max(7, 2 * count + 3);
}
