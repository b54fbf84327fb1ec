import type { EntryGiven } from '../../lib/contest/give-components.ts';
import { formatPoints } from '../../lib/contest/points.ts';
import type { Marks } from '../../lib/contest/rubric.ts';

/** Points as decimals. */
export const pointsReply = (points: Marks) =>
  Object.fromEntries(Object.entries(points).map(([id, value]) => [id, formatPoints(value)]));

/** What an entry was given, points as decimals. */
export const givenReply = ({ points, ...given }: EntryGiven) => ({
  ...given,
  points: pointsReply(points),
});
