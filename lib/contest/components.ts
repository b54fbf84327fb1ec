import { isOnGrid } from './points.ts';
import { add, type Rational, rational, roundToUnits } from './rational.ts';
import type { GivenValues, RoundEntry } from './round-facts.ts';
import { type Components, markOn } from './rubric.ts';

/** What an entry got from no judge, in points, and how it is printed: units of the last of `decimals`. */
export interface ComponentScore {
  readonly componentId: string;
  readonly value: Rational;
  readonly units: bigint;
  readonly decimals: number;
  /** Behind the points of a public vote. */
  readonly votes?: number;
}

/** An entry's components, and the ids of those that nobody has given yet. */
export interface EntryComponents {
  readonly scores: readonly ComponentScore[];
  readonly missing: readonly string[];
}

/** Whether a rubric has any. */
export const hasComponents = ({ given = [], vote }: Components): boolean =>
  given.length > 0 || vote !== undefined;

/** The most that components add, in hundredths. */
export const mostOfComponents = ({ given = [], vote }: Components): number =>
  given.reduce((sum, { maxPoints }) => sum + maxPoints, vote?.maxPoints ?? 0);

/** The ids of components that an entry still needs. */
export function missingComponents(
  { given = [], vote }: Components,
  values: GivenValues = { points: {} },
): string[] {
  const missing = given.filter(({ id }) => markOn(values.points, id) === undefined);
  const unvoted = vote !== undefined && values.votes === undefined ? [vote.id] : [];
  return [...missing.map(({ id }) => id), ...unvoted];
}

/** The most votes that one of these entries got; 0 where nobody voted. */
export const mostVotes = (entries: readonly RoundEntry[]): number =>
  entries.reduce((most, { given }) => Math.max(most, given?.votes ?? 0), 0);

/**
 * An entry's components by the rubric. The points of a vote are a share of the most votes and rounded at once, as its rules
 * print them; where nobody voted they are 0. A value off its grid is corrupt data and a RangeError.
 */
export function componentsOf(
  rubric: Components,
  values: GivenValues = { points: {} },
  most: number,
): EntryComponents {
  const { given = [], vote } = rubric;
  const scores = given.flatMap((part): ComponentScore[] => {
    const points = markOn(values.points, part.id);
    if (points === undefined) return [];
    if (!isOnGrid(points, part)) throw new RangeError(`points off the grid of ${part.id}`);
    const units = BigInt(points);
    return [{ componentId: part.id, value: rational(units, 100n), units, decimals: 2 }];
  });
  const { votes } = values;
  if (vote !== undefined && votes !== undefined) {
    const share = most === 0 ? rational(0n) : rational(BigInt(votes), BigInt(most));
    const exact = rational(share.numerator * BigInt(vote.maxPoints), share.denominator * 100n);
    const units = roundToUnits(exact, vote.decimals);
    const value = rational(units, 10n ** BigInt(vote.decimals));
    scores.push({ componentId: vote.id, value, units, decimals: vote.decimals, votes });
  }
  return { scores, missing: missingComponents(rubric, values) };
}

/** An exact mean with components added. */
export const withComponents = (mean: Rational, scores: readonly ComponentScore[]): Rational =>
  scores.reduce((sum, { value }) => add(sum, value), mean);
