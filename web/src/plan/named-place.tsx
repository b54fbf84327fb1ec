import { useLanguage, useWords } from '../language.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { planWords } from '../words/plan-words.ts';
import { at, isList, pointerOf, textAt } from './json.ts';
import type { PlaceProps } from './place-props.ts';
import type { Named } from './references.ts';
import { TickList } from './tick-list.tsx';
import { useWriting } from './writing-context.ts';

/** A place that names other things of the plan: they are offered by their names. */
export function NamedPlace(props: PlaceProps & { readonly named: readonly Named[] }) {
  const { shape, path, label, isOptional, named } = props;
  const { of } = useLanguage();
  const words = useWords(planWords);
  const { plan, change } = useWriting();
  const pointer = pointerOf(path);
  const options = named.map(({ id, name }) => ({ id, text: of(name) || id }));
  if (shape.kind === 'list') {
    const value = at(plan, path);
    const chosen = (isList(value) ? value : []).filter((one) => typeof one === 'string');
    return (
      <TickList
        label={isOptional ? `${label} (${words.optional})` : label}
        pointer={pointer}
        options={options}
        chosen={chosen}
        change={(next) => change(path, isOptional && next.length === 0 ? undefined : next)}
      />
    );
  }
  return (
    <ChoiceField
      label={isOptional ? `${label} (${words.optional})` : label}
      pointer={pointer}
      value={textAt(plan, path)}
      {...(isOptional ? { none: words.nothing } : {})}
      options={options}
      change={(next) => change(path, isOptional && next === '' ? undefined : next)}
    />
  );
}
