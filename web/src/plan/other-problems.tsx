import type { PlaceError } from '../ui/field.tsx';
import { asItIs } from './as-it-is.ts';
import type { Json } from './json.ts';
import { ProblemList } from './problem-list.tsx';
import { WritingContext } from './writing-context.ts';

/** What is wrong with the plan that would come of a form, which has no fields for it. */
export function OtherProblems(props: {
  readonly errors: readonly PlaceError[];
  readonly plan: Json;
}) {
  return (
    <WritingContext.Provider value={asItIs(props.plan)}>
      <ProblemList
        hasForm={false}
        errors={props.errors.filter(({ pointer }) => pointer.startsWith('/plan'))}
      />
    </WritingContext.Provider>
  );
}
