import { useLanguage, useWords } from '../language.tsx';
import { writeDate } from '../ui/typed-date.ts';
import { planChoiceWords } from '../words/plan-choice-words.ts';
import { planWords } from '../words/plan-words.ts';
import { isList, isObject, type Json, type Path } from './json.ts';
import { wordForChoice } from './labels.ts';
import { namedAt } from './references.ts';
import { useWriting } from './writing-context.ts';

/** A value of a plan as people read it. */
export function useValueWords(): (value: Json, path: Path) => string {
  const { format, of } = useLanguage();
  const choices = useWords(planChoiceWords);
  const words = useWords(planWords);
  const { plan } = useWriting();
  const textOf = (value: string, path: Path): string => {
    // A date comes out as it is typed, all else as it is.
    const date = writeDate(value);
    if (date !== value) return date;
    if (/^\d+\.\d+$/.test(value)) return value.replace('.', ',');
    const named = namedAt(plan, path)?.find(({ id }) => id === value);
    return named === undefined ? wordForChoice(choices, path, value) : of(named.name);
  };
  const scalarOf = (value: string | number | boolean | null, path: Path): string => {
    if (typeof value === 'string') return textOf(value, path);
    if (typeof value === 'number') return format.count(value);
    return value === true ? words.yes : words.no;
  };
  const wordsOf = (value: Json, path: Path): string => {
    if (isList(value)) return value.map((one) => wordsOf(one, path)).join(', ') || words.nothing;
    if (!isObject(value)) return scalarOf(value, path);
    return Object.entries(value)
      .map(([name, one]) => wordsOf(one, [...path, name]))
      .join(' · ');
  };
  return wordsOf;
}
