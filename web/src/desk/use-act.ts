import { useMutation } from '@tanstack/preact-query';
import { useRef } from 'preact/hooks';
import { ProblemError } from '../../../lib/contract/problem-error.ts';

/**
 * A write with one Idempotency-Key for each act: the same values tried again after a lost answer keep the key, other values
 * or an answer of the server end it.
 */
export function useAct<Value, Result>(
  act: (value: Value, key: string) => Promise<Result>,
  done: (result: Result, value: Value) => unknown,
) {
  const last = useRef<{ readonly of: string; readonly key: string }>();
  return useMutation({
    mutationFn: async (value: Value) => {
      const of = JSON.stringify([value]);
      const kept = last.current?.of === of ? last.current : { of, key: crypto.randomUUID() };
      last.current = kept;
      return await act(value, kept.key);
    },
    onSuccess: async (result, value) => {
      last.current = undefined;
      await done(result, value);
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.status < 500 && error.code !== 'in-progress') {
        last.current = undefined;
      }
    },
  });
}
