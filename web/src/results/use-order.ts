import { useQueryClient } from '@tanstack/preact-query';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { useAct } from '../desk/use-act.ts';
import type { PlaceError } from '../ui/field.tsx';

/** An act on a result: one Idempotency-Key for it, and everything about results is read anew after it. */
export function useOrder<Value, Result>(
  editionId: string,
  act: (value: Value, key: string) => Promise<Result>,
  done?: (result: Result) => unknown,
) {
  const queries = useQueryClient();
  return useAct(act, async (result) => {
    done?.(result);
    await queries.invalidateQueries({ queryKey: ['results', editionId] });
    await queries.invalidateQueries({ queryKey: ['result', editionId] });
  });
}

/** Which places of the form the server named. */
export const errorsOf = (error: unknown): readonly PlaceError[] =>
  error instanceof ProblemError ? (error.problem.errors ?? []) : [];
