import type { Outcome } from '../../lib/contest/outcome.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import { formatPoints } from '../../lib/contest/points.ts';
import type { RankingRecord } from '../../lib/contest/ranking-record.ts';
import type { Assignment, Round } from '../../lib/contest/round.ts';
import type { Part } from '../../lib/contest/rubric.ts';
import type { ScoreSheet } from '../../lib/contest/score-sheet.ts';

/** What the workbook of a closed round is made of. */
export interface ScoredRound {
  readonly round: Round;
  /** By which it was scored. */
  readonly plan: Plan;
  readonly outcome: Outcome;
  /** SHA-256 of the outcome. */
  readonly digest: string;
  readonly tasks: readonly Assignment[];
  readonly sheets: readonly ScoreSheet[];
  /** Of judges, by person id. */
  readonly names: ReadonlyMap<string, string>;
}

/** "Chuyên cần (tối đa 40)". */
export const titleOf = ({ name, maxPoints }: Omit<Part, 'step'>): string =>
  `${name.vi} (tối đa ${formatPoints(maxPoints)})`;

/** Where tracks have rubrics of their own, a title says whose it is. */
export const ofTracks = (
  { plan, outcome }: Pick<ScoredRound, 'plan' | 'outcome'>,
  { tracks }: Pick<RankingRecord, 'tracks'>,
  title: string,
): string =>
  outcome.rankings.length === 1
    ? title
    : `${title}, ${tracks.map(({ trackId }) => trackName(plan, trackId)).join(', ')}`;

/** A track's name, or its id where the plan has it no more. */
export const trackName = ({ tracks }: Plan, trackId: string): string =>
  tracks.find(({ id }) => id === trackId)?.name.vi ?? trackId;
