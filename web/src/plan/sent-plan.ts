import type * as z from 'zod';
import type { planSchema } from '../../../lib/contract/plan-schema.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import type { PlaceError } from '../ui/field.tsx';
import { isObject, type Json } from './json.ts';

/** What is sent as a plan: it is the server that checks it, and says what is wrong place by place. */
export const asPlan = (plan: Json): plan is Json & z.input<typeof planSchema> => isObject(plan);

/** What the server found wrong, by places. */
export const errorsIn = (error: unknown): readonly PlaceError[] =>
  error instanceof ProblemError ? (error.problem.errors ?? []) : [];
