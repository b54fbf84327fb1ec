import { useLanguage, useWords } from '../language.tsx';
import { ChoiceField, LongField } from '../ui/field.tsx';
import { startupWords } from '../words/startup-words.ts';
import { isAsked, type Part } from './part.ts';

type Question = Part['plan']['questions'][number];

const textOf = (answer: string | readonly string[] | undefined): string =>
  typeof answer === 'string' ? answer : '';

const listOf = (answer: string | readonly string[] | undefined): readonly string[] =>
  typeof answer === 'string' || answer === undefined ? [] : answer;

/** What this contest asks beyond what every entry tells. */
export function QuestionsPart({ plan, draft, change }: Part) {
  const { words, of } = useLanguage();
  const startup = useWords(startupWords);
  const asked = plan.questions.filter(
    (question) => isAsked(question, draft.trackId) && isReached(question, draft.answers),
  );
  if (asked.length === 0) return null;
  const answer = (id: string, value: string | readonly string[]) =>
    change({ answers: { ...draft.answers, [id]: value } });
  return (
    <section>
      <h2>{words.questions}</h2>
      {asked.map((question) => {
        const { id, name, help, kind, options = [], maxWords, required } = question;
        const label = `${of(name)} (${required ? words.required : words.optional})`;
        const hint = [
          help === undefined ? '' : of(help),
          maxWords === undefined ? '' : startup.mostWords(String(maxWords)),
        ]
          .join(' ')
          .trim();
        const common = { label, pointer: `/answers/${id}`, hint: hint || undefined };
        const choices = options.map((option) => ({ id: option.id, text: of(option.name) }));
        if (kind === 'text') {
          const value = textOf(draft.answers[id]);
          return (
            <LongField key={id} {...common} value={value} change={(text) => answer(id, text)} />
          );
        }
        if (kind === 'choice') {
          const value = textOf(draft.answers[id]);
          return (
            <ChoiceField
              key={id}
              {...common}
              value={value}
              options={choices}
              change={(choice) => answer(id, choice)}
            />
          );
        }
        const chosen = listOf(draft.answers[id]);
        return (
          <fieldset key={id} class="field">
            <legend>{label}</legend>
            {choices.map((option) => (
              <label key={option.id} class="tick">
                <input
                  type="checkbox"
                  checked={chosen.includes(option.id)}
                  onChange={({ currentTarget: { checked } }) =>
                    answer(
                      id,
                      checked
                        ? [...chosen, option.id]
                        : chosen.filter((other) => other !== option.id),
                    )
                  }
                />
                {option.text}
              </label>
            ))}
          </fieldset>
        );
      })}
    </section>
  );
}

/** Asked only where an earlier answer leads to it. */
function isReached({ when }: Question, answers: Part['draft']['answers']): boolean {
  if (when === undefined) return true;
  const earlier = answers[when.question];
  const given = typeof earlier === 'string' ? [earlier] : listOf(earlier);
  return given.some((one) => when.is.includes(one));
}
