import type { Outcome } from '../../lib/contest/outcome.ts';
import type { Plan } from '../../lib/contest/plan.ts';
import type { Assignment, Round } from '../../lib/contest/round.ts';
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

/** A track's name, or its id where the plan has it no more. */
export const trackName = ({ tracks }: Plan, trackId: string): string =>
  tracks.find(({ id }) => id === trackId)?.name.vi ?? trackId;
