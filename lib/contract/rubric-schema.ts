import * as z from 'zod';
import { parsePoints } from '../contest/points.ts';
import { bilingual } from './bilingual.ts';
import { points } from './points-schema.ts';
import { id, refusedAs } from './text.ts';

const basisPoints = z.int().min(1).max(10_000);

/** No form seen goes beyond a scale of 300; far below what a safe integer of hundredths can hold. */
const mostPoints = 1_000_000;

const positivePoints = points.refine((value) => {
  const hundredths = parsePoints(value);
  return hundredths === undefined || (hundredths > 0 && hundredths <= mostPoints * 100);
}, refusedAs('invalid-score'));

const coefficient = z
  .string()
  .refine((value) => {
    const hundredths = parsePoints(value.replace(/^-/, ''));
    return hundredths !== undefined && hundredths > 0 && hundredths <= 100_000;
  }, refusedAs('invalid-score'))
  .meta({
    pattern: '^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]{1,2})?$',
    description: 'What a mark is multiplied by, at most 1000; a negative one is a deduction.',
  });

const part = z.strictObject({
  id,
  name: bilingual(300),
  minPoints: positivePoints.exactOptional().meta({
    description: 'The least that a mark can be, where that is not 0: "1" for marks of 1 to 5.',
  }),
  maxPoints: positivePoints,
  step: positivePoints,
});

const listOf = <C extends z.ZodType>(one: C) => z.array(one).min(1).max(30);

const criterion = part.extend({
  parts: z
    .array(part)
    .min(1)
    .max(10)
    .exactOptional()
    .meta({ description: 'What judges mark instead; together they are the maximum.' }),
});

const components = {
  given: listOf(part).exactOptional().meta({
    description: 'Points that the organisers give each entry, added to the mean of its sheets.',
  }),
  vote: z
    .strictObject({
      id,
      name: bilingual(300),
      maxPoints: positivePoints,
      decimals: z.int().min(0).max(2),
    })
    .exactOptional()
    .meta({
      description:
        'Points by a public vote: maxPoints x votes / the most votes among the entries of this rubric, rounded half up to ' +
        'so many decimals before they are added.',
    }),
};

/** A rubric as it is written, its points as decimal strings: the shape of `WireRubric`. */
export const rubricSchema = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('points'), criteria: listOf(criterion), ...components }),
    z.strictObject({
      mode: z.literal('weighted'),
      criteria: listOf(criterion.extend({ weight: basisPoints })),
      ...components,
    }),
    z.strictObject({
      mode: z.literal('coefficient'),
      criteria: listOf(criterion.extend({ coefficient })),
      ...components,
    }),
  ])
  .meta({ id: 'Rubric', description: 'The criteria of a round with their points.' });
