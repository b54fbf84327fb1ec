/** Who stands at one place; `rank` counts from 1. */
export interface Ranked<T> {
  readonly rank: number;
  readonly members: readonly T[];
}

/** Sorts, best first, and puts together what compares equal; within a group the given order stays. */
export function groupEqual<T>(values: readonly T[], bestFirst: (a: T, b: T) => number): T[][] {
  const groups: T[][] = [];
  for (const value of values.toSorted(bestFirst)) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    if (group !== undefined && first !== undefined && bestFirst(first, value) === 0) {
      group.push(value);
    } else {
      groups.push([value]);
    }
  }
  return groups;
}

/** Standard competition ranking, 1 2 2 4: a rank is one more than the number of those that are better. */
export function rank<T>(values: readonly T[], bestFirst: (a: T, b: T) => number): Ranked<T>[] {
  return numberPlaces(groupEqual(values, bestFirst), 1);
}

/** Numbers groups that are already in order, from `firstRank`. */
export function numberPlaces<T>(groups: readonly (readonly T[])[], firstRank: number): Ranked<T>[] {
  let next = firstRank;
  return groups.map((members) => {
    const here = next;
    next += members.length;
    return { rank: here, members };
  });
}
