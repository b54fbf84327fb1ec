import { useWords } from '../language.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { planChoiceWords } from '../words/plan-choice-words.ts';
import { planWords } from '../words/plan-words.ts';
import { at, isList, pointerOf, textAt } from './json.ts';
import { wordForChoice } from './labels.ts';
import type { PlaceProps } from './place-props.ts';
import { TickList } from './tick-list.tsx';
import { useWriting } from './writing-context.ts';

interface Choosable {
  readonly kind: 'choice' | 'choices';
  readonly options: readonly string[];
}

/** One of a few values, or several of them. */
export function ChoicePlace(props: Omit<PlaceProps, 'shape'> & { readonly shape: Choosable }) {
  const { shape, path, label, isOptional } = props;
  const choices = useWords(planChoiceWords);
  const words = useWords(planWords);
  const { plan, change } = useWriting();
  const options = shape.options.map((id) => ({ id, text: wordForChoice(choices, path, id) }));
  if (shape.kind === 'choice') {
    return (
      <ChoiceField
        label={isOptional ? `${label} (${words.optional})` : label}
        pointer={pointerOf(path)}
        value={textAt(plan, path)}
        {...(isOptional ? { none: words.nothing } : {})}
        options={options}
        change={(next) => change(path, isOptional && next === '' ? undefined : next)}
      />
    );
  }
  const value = at(plan, path);
  const chosen = (isList(value) ? value : []).filter((one) => typeof one === 'string');
  return (
    <TickList
      label={label}
      pointer={pointerOf(path)}
      options={options}
      chosen={chosen}
      change={(next) => change(path, isOptional && next.length === 0 ? undefined : next)}
    />
  );
}
