import type { JudgingWishes } from './people.ts';
import type { Plan } from './plan.ts';
import type { FieldError } from './refusal.ts';

/** Every wrong place of what a judge states: a field named twice (repeated), or one the plan does not have (unknown-reference). */
export function wishProblems(
  { expertise = [], preferences = {} }: JudgingWishes,
  { fields }: Pick<Plan, 'fields'>,
): FieldError[] {
  const known = new Set(fields.map(({ id }) => id));
  const named = [
    ...expertise.map((id, at) => ({ id, pointer: `/expertise/${at}` })),
    ...Object.keys(preferences).map((id) => ({ id, pointer: `/preferences/${id}` })),
  ];
  const repeated = expertise.flatMap((id, at) =>
    expertise.indexOf(id) < at ? [{ pointer: `/expertise/${at}`, code: 'repeated' }] : [],
  );
  const unknown = named
    .filter(({ id }) => !known.has(id))
    .map(({ pointer }) => ({ pointer, code: 'unknown-reference' }));
  return [...repeated, ...unknown];
}
