import { formatPoints, type PointsRange, parsePoints } from './points.ts';
import type {
  CoefficientCriterion,
  Components,
  Criterion,
  Part,
  Rubric,
  VoteComponent,
  WeightedCriterion,
} from './rubric.ts';

type WireText = { vi: string; en: string };

/** A part with its points as decimal strings ("20", "0.5"). */
export type WirePart = {
  id: string;
  name: WireText;
  minPoints?: string;
  maxPoints: string;
  step: string;
};

type WireCriterion = WirePart & { parts?: WirePart[] };

type WireComponents = {
  given?: WirePart[];
  vote?: { id: string; name: WireText; maxPoints: string; decimals: number };
};

/** A rubric with its points and coefficients as decimal strings. */
export type WireRubric = (
  | { mode: 'points'; criteria: WireCriterion[] }
  | { mode: 'weighted'; criteria: (WireCriterion & Pick<WeightedCriterion, 'weight'>)[] }
  | { mode: 'coefficient'; criteria: (WireCriterion & { coefficient: string })[] }
) &
  WireComponents;

/** The hundredths of a decimal text. The schema has checked the grammar: what is no number of points here is a fault, not an answer. */
export const hundredths = (text: string): number => {
  const value = parsePoints(text);
  if (value === undefined) throw new RangeError('not a decimal number of points');
  return value;
};

const signedHundredths = (text: string): number =>
  text.startsWith('-') ? -hundredths(text.slice(1)) : hundredths(text);

const signedPoints = (value: number): string =>
  value < 0 ? `-${formatPoints(-value)}` : formatPoints(value);

/** What bounds a mark, in hundredths. Throws RangeError where a number of points is none. */
export const rangeFromWire = (
  part: Pick<WirePart, 'minPoints' | 'maxPoints' | 'step'>,
): PointsRange => ({
  ...(part.minPoints === undefined ? {} : { minPoints: hundredths(part.minPoints) }),
  maxPoints: hundredths(part.maxPoints),
  step: hundredths(part.step),
});

const partFromWire = ({ id, name, ...range }: WirePart): Part => ({
  id,
  name,
  ...rangeFromWire(range),
});

const criterionFromWire = ({ parts, ...criterion }: WireCriterion): Criterion => ({
  ...partFromWire(criterion),
  ...(parts === undefined ? {} : { parts: parts.map(partFromWire) }),
});

const componentsFromWire = ({ given, vote }: WireComponents): Components => ({
  ...(given === undefined ? {} : { given: given.map(partFromWire) }),
  ...(vote === undefined ? {} : { vote: { ...vote, maxPoints: hundredths(vote.maxPoints) } }),
});

/** The rubric behind its written form. Throws RangeError where a number of points is none. */
export const rubricFromWire = (rubric: WireRubric): Rubric => {
  const components = componentsFromWire(rubric);
  const { mode } = rubric;
  switch (mode) {
    case 'points':
      return { mode, criteria: rubric.criteria.map(criterionFromWire), ...components };
    case 'weighted':
      return {
        mode,
        criteria: rubric.criteria.map(({ weight, ...criterion }) => ({
          ...criterionFromWire(criterion),
          weight,
        })),
        ...components,
      };
    case 'coefficient':
      return {
        mode,
        criteria: rubric.criteria.map(({ coefficient, ...criterion }) => ({
          ...criterionFromWire(criterion),
          coefficient: signedHundredths(coefficient),
        })),
        ...components,
      };
  }
};

const partToWire = ({ id, name, minPoints, maxPoints, step }: Part): WirePart => ({
  id,
  name: { ...name },
  ...(minPoints === undefined ? {} : { minPoints: formatPoints(minPoints) }),
  maxPoints: formatPoints(maxPoints),
  step: formatPoints(step),
});

const criterionToWire = ({ parts, ...criterion }: Criterion): WireCriterion => ({
  ...partToWire(criterion),
  ...(parts === undefined ? {} : { parts: parts.map(partToWire) }),
});

const voteToWire = ({ id, name, maxPoints, decimals }: VoteComponent) => ({
  id,
  name: { ...name },
  maxPoints: formatPoints(maxPoints),
  decimals,
});

const componentsToWire = ({ given, vote }: Components): WireComponents => ({
  ...(given === undefined ? {} : { given: given.map(partToWire) }),
  ...(vote === undefined ? {} : { vote: voteToWire(vote) }),
});

const weightedToWire = (criterion: WeightedCriterion) => ({
  ...criterionToWire(criterion),
  weight: criterion.weight,
});

const coefficientToWire = (criterion: CoefficientCriterion) => ({
  ...criterionToWire(criterion),
  coefficient: signedPoints(criterion.coefficient),
});

/** The rubric as it is written, in arrays of its own. `rubricFromWire` of it is the same rubric. */
export const rubricToWire = (rubric: Rubric): WireRubric => {
  const components = componentsToWire(rubric);
  const { mode } = rubric;
  switch (mode) {
    case 'points':
      return { mode, criteria: rubric.criteria.map(criterionToWire), ...components };
    case 'weighted':
      return { mode, criteria: rubric.criteria.map(weightedToWire), ...components };
    case 'coefficient':
      return { mode, criteria: rubric.criteria.map(coefficientToWire), ...components };
  }
};
