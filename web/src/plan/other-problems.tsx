import type { PlaceError } from '../ui/field.tsx';
import type { Json } from './json.ts';
import { ProblemList } from './problem-list.tsx';
import { type Writing, WritingContext } from './writing-context.ts';

/** What is wrong with the plan that would come of a form, which has no fields for it. */
export function OtherProblems(props: {
  readonly errors: readonly PlaceError[];
  readonly plan: Json;
}) {
  const writing: Writing = { ...asItIs, plan: props.plan };
  return (
    <WritingContext.Provider value={writing}>
      <ProblemList errors={props.errors.filter(({ pointer }) => pointer.startsWith('/plan'))} />
    </WritingContext.Provider>
  );
}

const asItIs = {
  savedIds: new Set<string>(),
  hasFixedRounds: false,
  keepsNamed: false,
  frozenAt: () => undefined,
  change: () => undefined,
};
