import { expect, expectTypeOf, it } from 'vitest';
import type { Refusal } from '../../lib/contest/refusal.ts';
import { type ProblemDocument, problemDocument } from '../../lib/contract/problem-document.ts';
import { sampleOf } from '../support/sample.ts';

/** The same, and all of it read-only: what a parser gives is not, what the domain says is. */
type Deep<T> = T extends object ? { readonly [key in keyof T]: Deep<T[key]> } : T;

it('has a place for every fact of every refusal', () => {
  type Facts<R> = R extends Refusal ? Omit<R, 'code'> : never;
  expectTypeOf<Facts<Refusal>>().toExtend<Deep<Partial<ProblemDocument>>>();
  type Unnamed<R> = R extends Refusal ? Exclude<keyof R, keyof ProblemDocument> : never;
  expectTypeOf<Unnamed<Refusal>>().toBeNever();
});

it('refuses a code that nobody knows', () => {
  const problem = sampleOf(problemDocument) as ProblemDocument;
  expect(problemDocument.safeParse(problem).success).toBe(true);
  expect(problemDocument.safeParse({ ...problem, code: 'out-of-coffee' }).success).toBe(false);
});
