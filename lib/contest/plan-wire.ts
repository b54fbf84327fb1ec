import type { MailPlan } from './mail-plan.ts';
import type { Limits, Plan, Question, RoundPlan } from './plan.ts';
import { formatPoints, parsePoints } from './points.ts';
import type { CoefficientCriterion, Criterion, Rubric, WeightedCriterion } from './rubric.ts';

/** Plain JSON arrays and objects, as a parser makes them and as a reply is made of. */
type Plain<T> = T extends readonly (infer Element)[]
  ? Plain<Element>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

type PointsOf<C> = {
  [Key in keyof C]: Key extends 'maxPoints' | 'step' | 'coefficient' ? string : C[Key];
};

/** A rubric with its points and coefficients as decimal strings ("20", "0.5"). */
export type WireRubric =
  | { mode: 'points'; criteria: Plain<PointsOf<Criterion>>[] }
  | { mode: 'weighted'; criteria: Plain<PointsOf<WeightedCriterion>>[] }
  | { mode: 'coefficient'; criteria: Plain<PointsOf<CoefficientCriterion>>[] };

/** A round as it is written; `scale` is a decimal string too. */
export type WireRound = Plain<Omit<RoundPlan, 'rubrics' | 'scale'>> & {
  scale?: string;
  rubrics: { tracks?: string[]; rubric: WireRubric }[];
};

/** A plan as files, bodies and replies write it: every number of points is a decimal string. */
export type WirePlan = Plain<Omit<Plan, 'rounds'>> & { rounds: WireRound[] };

/** The schema has checked the grammar: what is no number of points here is a fault, not an answer. */
const hundredths = (text: string): number => {
  const value = parsePoints(text);
  if (value === undefined) throw new RangeError('not a decimal number of points');
  return value;
};

const signedHundredths = (text: string): number =>
  text.startsWith('-') ? -hundredths(text.slice(1)) : hundredths(text);

const signedPoints = (value: number): string =>
  value < 0 ? `-${formatPoints(-value)}` : formatPoints(value);

const criterionFromWire = <C extends { maxPoints: string; step: string }>(criterion: C) => ({
  ...criterion,
  maxPoints: hundredths(criterion.maxPoints),
  step: hundredths(criterion.step),
});

const rubricFromWire = (rubric: WireRubric): Rubric => {
  switch (rubric.mode) {
    case 'points':
      return { mode: rubric.mode, criteria: rubric.criteria.map(criterionFromWire) };
    case 'weighted':
      return { mode: rubric.mode, criteria: rubric.criteria.map(criterionFromWire) };
    case 'coefficient':
      return {
        mode: rubric.mode,
        criteria: rubric.criteria.map((criterion) => ({
          ...criterionFromWire(criterion),
          coefficient: signedHundredths(criterion.coefficient),
        })),
      };
  }
};

const criterionToWire = <C extends Criterion>(criterion: C) => ({
  ...criterion,
  name: { ...criterion.name },
  maxPoints: formatPoints(criterion.maxPoints),
  step: formatPoints(criterion.step),
});

const rubricToWire = (rubric: Rubric): WireRubric => {
  switch (rubric.mode) {
    case 'points':
      return { mode: rubric.mode, criteria: rubric.criteria.map(criterionToWire) };
    case 'weighted':
      return { mode: rubric.mode, criteria: rubric.criteria.map(criterionToWire) };
    case 'coefficient':
      return {
        mode: rubric.mode,
        criteria: rubric.criteria.map((criterion) => ({
          ...criterionToWire(criterion),
          coefficient: signedPoints(criterion.coefficient),
        })),
      };
  }
};

const tracksToWire = (tracks: readonly string[] | undefined) =>
  tracks === undefined ? {} : { tracks: [...tracks] };

const limitsToWire = ({ unique, ...limits }: Limits) => ({
  ...limits,
  ...(unique === undefined ? {} : { unique: [...unique] }),
});

const mailToWire = ({ review, remindDaysBefore, remindJudgesDaysBefore }: MailPlan) => ({
  review: [...review],
  remindDaysBefore: [...remindDaysBefore],
  ...(remindJudgesDaysBefore === undefined
    ? {}
    : { remindJudgesDaysBefore: [...remindJudgesDaysBefore] }),
});

const questionToWire = ({ options, when, tracks, ...question }: Question) => ({
  ...question,
  ...(options === undefined ? {} : { options: [...options] }),
  ...(when === undefined ? {} : { when: { ...when, is: [...when.is] } }),
  ...tracksToWire(tracks),
});

const roundToWire = ({ scale, ...round }: RoundPlan): WireRound => ({
  ...round,
  ...(scale === undefined ? {} : { scale: formatPoints(scale) }),
  rubrics: round.rubrics.map((held) => ({
    ...tracksToWire(held.tracks),
    rubric: rubricToWire(held.rubric),
  })),
  rules: { ...round.rules, tieBreak: round.rules.tieBreak.map((step) => ({ ...step })) },
});

/** The plan behind its written form. Throws RangeError where a number of points is none: parse by the schema first. */
export const planFromWire = (wire: WirePlan): Plan => ({
  ...wire,
  rounds: wire.rounds.map(({ scale, ...round }) => ({
    ...round,
    ...(scale === undefined ? {} : { scale: hundredths(scale) }),
    rubrics: round.rubrics.map((held) => ({ ...held, rubric: rubricFromWire(held.rubric) })),
  })),
});

/** The plan as it is written, in arrays of its own. `planFromWire` of it is the same plan. */
export const planToWire = (plan: Plan): WirePlan => ({
  ...plan,
  tracks: [...plan.tracks],
  fields: [...plan.fields],
  applicantKinds: [...plan.applicantKinds],
  limits: limitsToWire(plan.limits),
  questions: plan.questions.map(questionToWire),
  documents: plan.documents.map(({ tracks, linkHosts, ...document }) => ({
    ...document,
    contentTypes: [...document.contentTypes],
    ...(linkHosts === undefined ? {} : { linkHosts: [...linkHosts] }),
    ...tracksToWire(tracks),
  })),
  screening: { ...plan.screening, reasons: [...plan.screening.reasons] },
  mail: mailToWire(plan.mail),
  consents: [...plan.consents],
  rounds: plan.rounds.map(roundToWire),
  prizes: [...plan.prizes],
});
