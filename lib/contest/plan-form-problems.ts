import { type Plan, type Question, questionsFor } from './plan.ts';
import type { FieldError } from './refusal.ts';

/** Options are what a choice is made of, and a number of words is a limit of texts: neither belongs to the other. */
const kindProblems = (question: Question, pointer: string): FieldError[] => {
  const { kind, options, maxWords } = question;
  if (kind === 'text') {
    return options === undefined ? [] : [{ pointer: `${pointer}/options`, code: 'not-allowed' }];
  }
  return [
    ...(options === undefined ? [{ pointer: `${pointer}/options`, code: 'required' }] : []),
    ...(maxWords === undefined ? [] : [{ pointer: `${pointer}/maxWords`, code: 'not-allowed' }]),
  ];
};

/** What a question depends on is an earlier one with options, put to every track that the question is put to. */
const whenProblems = (plan: Plan, question: Question, pointer: string): FieldError[] => {
  const { when, id } = question;
  if (when === undefined) return [];
  const earlier = plan.questions.slice(0, plan.questions.indexOf(question));
  const other = earlier.find((one) => one.id === when.question && one.kind !== 'text');
  const isEverywhere = plan.tracks
    .map((track) => questionsFor(plan, track.id).map((one) => one.id))
    .every((ids) => !ids.includes(id) || ids.includes(when.question));
  if (other === undefined || !isEverywhere) {
    return [{ pointer: `${pointer}/when/question`, code: 'unknown-reference' }];
  }
  const known = new Set(other.options?.map((option) => option.id));
  return when.is.flatMap((option, at) =>
    known.has(option) ? [] : [{ pointer: `${pointer}/when/is/${at}`, code: 'unknown-reference' }],
  );
};

/**
 * What is wrong with the questions of a plan: required (a choice without options), not-allowed (options of a text, words of
 * a choice), unknown-reference (a `when` that leads to no earlier question with options of the same tracks, or to no option of it).
 */
export const planFormProblems = (plan: Plan): FieldError[] =>
  plan.questions.flatMap((question, at) => {
    const pointer = `/questions/${at}`;
    return [...kindProblems(question, pointer), ...whenProblems(plan, question, pointer)];
  });
