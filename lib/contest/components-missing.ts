import { compareBytewise } from './bytewise.ts';
import { hasComponents, missingComponents } from './components.ts';
import { type RoundPlan, rubricFor } from './plan.ts';
import type { Blocker } from './refusal.ts';
import type { GivenValues } from './round-facts.ts';

/** Whether entries of a round get anything besides their sheets. */
export const usesComponents = ({ rubrics }: RoundPlan): boolean =>
  rubrics.some(({ rubric }) => hasComponents(rubric));

/** A component of an entry that nobody has given yet; `because` is its id. */
export interface MissingComponent extends Blocker {
  readonly code: 'components-missing';
  readonly entryId: string;
  readonly because: string;
}

/** What entries that judges were given still need from the organisers, by entry: as they are they get no rank. */
export function componentsMissing(
  roundPlan: RoundPlan,
  tasks: readonly { readonly entryId: string; readonly trackId: string }[],
  given: ReadonlyMap<string, GivenValues>,
): MissingComponent[] {
  const tracks = new Map(tasks.map(({ entryId, trackId }) => [entryId, trackId]));
  return [...tracks]
    .sort(([a], [b]) => compareBytewise(a, b))
    .flatMap(([entryId, trackId]) => {
      const rubric = rubricFor(roundPlan, trackId);
      const missing = rubric ? missingComponents(rubric, given.get(entryId)) : [];
      return missing.map((because) => ({ code: 'components-missing' as const, entryId, because }));
    });
}
