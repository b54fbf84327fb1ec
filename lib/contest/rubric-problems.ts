import { mostOfComponents } from './components.ts';
import type { FieldError } from './refusal.ts';
import type { Criterion, Part, Rubric } from './rubric.ts';

const hundredPoints = 10_000;

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** The most that sheets can come to, in hundredths; deductions take from it. */
const highestTotal = (rubric: Rubric): number => {
  switch (rubric.mode) {
    case 'points':
      return sum(rubric.criteria.map(({ maxPoints }) => maxPoints));
    case 'weighted':
      return hundredPoints;
    case 'coefficient':
      return sum(rubric.criteria.map((c) => Math.max(0, c.coefficient * c.maxPoints))) / 100;
  }
};

/** A full mark everywhere and every component, in hundredths: no score can be above it. */
export const highestScore = (rubric: Rubric): number =>
  highestTotal(rubric) + mostOfComponents(rubric);

const weightsOf = (rubric: Rubric): number =>
  rubric.mode === 'weighted' ? sum(rubric.criteria.map(({ weight }) => weight)) : 10_000;

/** Weights must add up to 10,000 basis points, and all that an entry can get to the scale. */
const sumProblems = (rubric: Rubric, scale: number | undefined, pointer: string): FieldError[] => {
  const wrong = (limit: number): FieldError[] => [
    { pointer: `${pointer}/criteria`, code: 'wrong-sum', limit },
  ];
  if (weightsOf(rubric) !== 10_000) return wrong(10_000);
  const highest = highestScore(rubric);
  // Weighted criteria are 100 points whatever the scale, and coefficients need none.
  const isFree = rubric.mode === 'weighted' && highest === hundredPoints;
  const expected = scale ?? (rubric.mode === 'coefficient' ? highest : hundredPoints);
  return isFree || highest === expected ? [] : wrong(expected / 100);
};

const stepProblems = (parts: readonly Part[], pointer: string): FieldError[] =>
  parts.flatMap(({ maxPoints, step }, at) =>
    step > 0 && maxPoints > 0 && maxPoints % step === 0
      ? []
      : [{ pointer: `${pointer}/${at}/step`, code: 'off-step' }],
  );

/** The least points are of what is marked itself, and a mark that can be given. */
const leastProblems = (criteria: readonly Criterion[], pointer: string): FieldError[] =>
  criteria.flatMap(({ parts, minPoints, maxPoints, step }, at) => {
    const place = `${pointer}/${at}/minPoints`;
    if (parts !== undefined) {
      const own: FieldError[] =
        minPoints === undefined ? [] : [{ pointer: place, code: 'not-together' }];
      return [...own, ...leastProblems(parts, `${pointer}/${at}/parts`)];
    }
    if (minPoints === undefined) return [];
    if (minPoints > maxPoints)
      return [{ pointer: place, code: 'above-maximum', limit: maxPoints / 100 }];
    return minPoints % step === 0 ? [] : [{ pointer: place, code: 'off-step' }];
  });

/** Parts are the criterion's maximum together, and no sum of theirs lies off its own grid. */
const partProblems = ({ parts, maxPoints, step }: Criterion, pointer: string): FieldError[] => {
  if (parts === undefined) return [];
  const isWhole = sum(parts.map((part) => part.maxPoints)) === maxPoints;
  return [
    ...(isWhole ? [] : [{ pointer, code: 'wrong-sum', limit: maxPoints / 100 }]),
    ...parts.flatMap((part, at) =>
      part.maxPoints % part.step === 0 && part.step % step === 0
        ? []
        : [{ pointer: `${pointer}/${at}/step`, code: 'off-step' }],
    ),
  ];
};

/**
 * What is wrong with a rubric: wrong-sum (criteria and components that are not the scale, weights that are not 10,000, parts
 * that are not their criterion's maximum; limit: the sum it should be), off-step (a step that does not divide its maximum, or
 * one of a part that is no multiple of its criterion's; least points off the grid), above-maximum (least points above the most),
 * not-together (least points of a criterion that has parts).
 */
export const rubricProblems = (
  rubric: Rubric,
  scale: number | undefined,
  pointer: string,
): FieldError[] => [
  ...sumProblems(rubric, scale, pointer),
  ...stepProblems(rubric.criteria, `${pointer}/criteria`),
  ...rubric.criteria.flatMap((criterion, at) =>
    partProblems(criterion, `${pointer}/criteria/${at}/parts`),
  ),
  ...stepProblems(rubric.given ?? [], `${pointer}/given`),
  ...leastProblems(rubric.criteria, `${pointer}/criteria`),
  ...leastProblems(rubric.given ?? [], `${pointer}/given`),
];
