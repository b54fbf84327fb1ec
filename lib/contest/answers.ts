import type { EntryContent } from './entry-content.ts';
import { type Plan, type Question, questionsFor } from './plan.ts';
import type { FieldError, Missing } from './refusal.ts';

type Form = Pick<EntryContent, 'trackId' | 'answers'>;
type Answer = NonNullable<EntryContent['answers']>[string];

/** A map, because `constructor` may be the id of a question. */
const answersOf = ({ answers = {} }: Form): ReadonlyMap<string, Answer> =>
  new Map(Object.entries(answers));

/**
 * The questions that are put to this entry: of its track, and where they depend on an answer, to a question that is put
 * itself. What was answered to any other is kept, but neither read nor asked for.
 */
export function askedQuestions(plan: Plan, form: Form): readonly Question[] {
  const answers = answersOf(form);
  const asked = new Map<string, Question>();
  for (const question of questionsFor(plan, form.trackId)) {
    if (isPut(question, asked, answers)) asked.set(question.id, question);
  }
  return [...asked.values()];
}

function isPut(
  { when }: Question,
  asked: ReadonlyMap<string, Question>,
  answers: ReadonlyMap<string, Answer>,
): boolean {
  if (when === undefined) return true;
  const given = asked.has(when.question) ? (answers.get(when.question) ?? []) : [];
  return [given].flat().some((option) => when.is.includes(option));
}

/** The answers that count, for whoever reads the entry: without those to questions that are not put to it. */
export function countingAnswers(plan: Plan, form: Form): Pick<Form, 'answers'> {
  if (form.answers === undefined) return {};
  const asked = new Set(askedQuestions(plan, form).map(({ id }) => id));
  return { answers: Object.fromEntries([...answersOf(form)].filter(([id]) => asked.has(id))) };
}

/** Answers that lead nowhere: to no question of the track, of the wrong form, or with no option of the list. */
export function answerErrors(plan: Plan, form: Form): FieldError[] {
  const known = new Set(questionsFor(plan, form.trackId).map(({ id }) => id));
  const asked = new Map(askedQuestions(plan, form).map((question) => [question.id, question]));
  return [...answersOf(form)].flatMap(([id, answer]): FieldError[] => {
    const pointer = `/answers/${id}`;
    if (!known.has(id)) return [{ pointer, code: 'not-allowed' }];
    const question = asked.get(id);
    return question ? formErrors(question, answer, pointer) : [];
  });
}

function formErrors(question: Question, answer: Answer, pointer: string): FieldError[] {
  const wrong: FieldError[] = [{ pointer, code: 'not-allowed' }];
  const isOption = (option: string) => question.options?.some(({ id }) => id === option) === true;
  if (typeof answer === 'string') {
    if (question.kind === 'text') return [];
    return question.kind === 'choice' && isOption(answer) ? [] : wrong;
  }
  if (question.kind !== 'choices') return wrong;
  return answer.flatMap((option, at): FieldError[] => {
    if (!isOption(option)) return [{ pointer: `${pointer}/${at}`, code: 'not-allowed' }];
    return answer.indexOf(option) < at ? [{ pointer: `${pointer}/${at}`, code: 'repeated' }] : [];
  });
}

/** Answers that a submission still needs, and those with more words than the rules allow: a draft may have both. */
export function missingAnswers(plan: Plan, form: Form): Missing[] {
  const answers = answersOf(form);
  return askedQuestions(plan, form).flatMap(({ id, required, maxWords }): Missing[] => {
    const pointer = `/answers/${id}`;
    const answer = answers.get(id);
    if (answer === undefined) return required ? [{ code: 'required', pointer }] : [];
    const actual = typeof answer === 'string' ? wordCount(answer) : 0;
    return maxWords !== undefined && actual > maxWords
      ? [{ code: 'too-many-words', pointer, limit: maxWords, actual }]
      : [];
  });
}

/** The words of a text: what white space parts, the same however its letters are encoded. */
export const wordCount = (text: string): number =>
  text.normalize('NFC').split(/\s+/u).filter(Boolean).length;
