import type { Plan, RoundPlan, RoundRubric } from './plan.ts';
import { holdsFor } from './plan.ts';
import { parsePoints } from './points.ts';
import type { TieStep } from './ranking-rules.ts';
import type { FieldError } from './refusal.ts';
import type { Rubric } from './rubric.ts';
import { highestScore, rubricProblems } from './rubric-problems.ts';
import { sheetsNeededToTrim } from './trim.ts';

/** Exactly one rubric for each track: a missing one is told of the list, a second one of itself. */
const coverageProblems = (
  rubrics: readonly RoundRubric[],
  plan: Plan,
  pointer: string,
): FieldError[] => {
  const holding = plan.tracks.map(({ id }) =>
    rubrics.flatMap((rubric, at) => (holdsFor(rubric, id) ? [at] : [])),
  );
  const doubled = new Set(holding.flatMap((at) => at.slice(1)));
  return [
    ...(holding.some((at) => at.length === 0) ? [{ pointer, code: 'rubric-missing' }] : []),
    ...[...doubled].map((at) => ({ pointer: `${pointer}/${at}`, code: 'rubric-repeated' })),
  ];
};

const comparedIn = ({ criteria, given = [], vote }: Rubric): string[] =>
  [...criteria, ...given, ...(vote === undefined ? [] : [vote])].map(({ id }) => id);

/** A step must name a criterion or component that every rubric of the round has, and must be reached. */
const tieStepProblems = (round: RoundPlan, pointer: string): FieldError[] => {
  const isEverywhere = (criterionId: string): boolean =>
    round.rubrics.every(({ rubric }) => comparedIn(rubric).includes(criterionId));
  const steps: readonly TieStep[] = round.rules.tieBreak;
  const end = steps.findIndex((step) => step.kind === 'shared' && step.upToRank === undefined);
  return steps.flatMap((step, at) => {
    const problems: FieldError[] = [];
    if (step.kind === 'criterion' && !isEverywhere(step.criterionId)) {
      problems.push({ pointer: `${pointer}/${at}/criterionId`, code: 'unknown-reference' });
    }
    if (end !== -1 && at > end) problems.push({ pointer: `${pointer}/${at}`, code: 'unreachable' });
    return problems;
  });
};

const trimProblems = ({ rules, judgesPerEntry }: RoundPlan, pointer: string): FieldError[] => {
  if (rules.trim === undefined) return [];
  const needed = sheetsNeededToTrim(rules.trim.count);
  return [
    ...(judgesPerEntry < needed
      ? [{ pointer: `${pointer}/trim`, code: 'too-few-judges', limit: needed }]
      : []),
    ...(rules.trim.level === 'total' && rules.roundCriterionMeans !== undefined
      ? [{ pointer: `${pointer}/roundCriterionMeans`, code: 'not-together' }]
      : []),
  ];
};

const ruleProblems = (round: RoundPlan, isLast: boolean, pointer: string): FieldError[] => {
  const { rules, judgesPerEntry } = round;
  const highest = Math.min(...round.rubrics.map(({ rubric }) => highestScore(rubric)));
  const minimum = rules.minimumMean === undefined ? 0 : parsePoints(rules.minimumMean);
  const problems: FieldError[] = [];
  if (rules.minimumSheets > judgesPerEntry) {
    problems.push({
      pointer: `${pointer}/minimumSheets`,
      code: 'above-maximum',
      limit: judgesPerEntry,
    });
  }
  if (minimum === undefined || minimum > highest) {
    problems.push({
      pointer: `${pointer}/minimumMean`,
      code: 'above-maximum',
      limit: highest / 100,
    });
  }
  if (isLast && rules.advance !== undefined) {
    problems.push({ pointer: `${pointer}/advance`, code: 'no-next-round' });
  }
  return [
    ...problems,
    ...trimProblems(round, pointer),
    ...tieStepProblems(round, `${pointer}/tieBreak`),
  ];
};

/**
 * What is wrong with the rounds of a plan: those of `rubricProblems`, rubric-missing and rubric-repeated (not exactly one for each track), unknown-reference and
 * unreachable (steps of the tie-break), above-maximum, too-few-judges (a trim that could never be applied),
 * not-together, no-next-round (an advance out of the last round).
 */
export const planRoundProblems = (plan: Plan): FieldError[] =>
  plan.rounds.flatMap((round, at) => {
    const pointer = `/rounds/${at}`;
    return [
      ...coverageProblems(round.rubrics, plan, `${pointer}/rubrics`),
      ...round.rubrics.flatMap(({ rubric }, index) => {
        const place = `${pointer}/rubrics/${index}/rubric`;
        return rubricProblems(rubric, round.scale, place);
      }),
      ...(round.kind === 'dossier' && round.pitch !== undefined
        ? [{ pointer: `${pointer}/pitch`, code: 'not-together' }]
        : []),
      ...ruleProblems(round, at === plan.rounds.length - 1, `${pointer}/rules`),
    ];
  });
