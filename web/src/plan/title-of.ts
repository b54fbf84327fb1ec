import { useLanguage, useWords } from '../language.tsx';
import { planChoiceWords } from '../words/plan-choice-words.ts';
import { at, isList, type Json, type Path, textAt } from './json.ts';
import { wordForChoice } from './labels.ts';
import { namedAt } from './references.ts';
import { useWriting } from './writing-context.ts';

/** What a member of a list is called by what stands in it; empty where nothing does yet. */
export function useTitleOf(): (value: Json | undefined, path: Path) => string {
  const { language } = useLanguage();
  const choices = useWords(planChoiceWords);
  const { plan } = useWriting();
  return (value, path) => {
    if (typeof value === 'number' || typeof value === 'string') return String(value);
    const tracks = at(value, ['tracks']);
    const ofTracks = namedAt(plan, [...path, 'tracks'])?.filter(
      ({ id }) => isList(tracks) && tracks.includes(id),
    );
    const kind = textAt(value, ['kind']);
    const criterion = namedAt(plan, [...path, 'criterionId'])?.find(
      ({ id }) => id === textAt(value, ['criterionId']),
    );
    const texts = [
      textAt(value, ['name', language]) || textAt(value, ['name', 'vi']),
      textAt(value, ['text', language]).slice(0, 80),
      path.at(-2) === 'tieBreak'
        ? [wordForChoice(choices, [...path, 'kind'], kind), criterion?.name[language]]
            .filter(Boolean)
            .join(': ')
        : '',
      path.at(-2) === 'rubrics'
        ? (ofTracks ?? []).map(({ name }) => name[language]).join(', ')
        : '',
    ];
    return texts.find((text) => text !== '') ?? '';
  };
}
