import { useWords } from '../language.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { planChoiceWords } from '../words/plan-choice-words.ts';
import { planPlaceWords } from '../words/plan-place-words.ts';
import { fittedObject } from './empty.ts';
import { at, isObject, type Path, pointerOf, textAt } from './json.ts';
import { wordFor, wordForChoice } from './labels.ts';
import type { DrawPlace } from './place-props.ts';
import type { ObjectShape, Part, Shape } from './shape.ts';
import { WrongHere } from './tick-list.tsx';
import { useWriting } from './writing-context.ts';

type OneOfShape = Extract<Shape, { kind: 'one-of' }>;

interface Drawn<S> {
  readonly shape: S;
  readonly path: Path;
  readonly draw: DrawPlace;
}

/** The parts of a thing, one after the other. */
export function Parts({ shape, path, draw }: Drawn<ObjectShape>) {
  return (
    <>
      <WrongHere pointer={pointerOf(path)} />
      {[...shape.parts].sort(idsLast).map((part) => draw({ ...part, path: [...path, part.name] }))}
    </>
  );
}

/** What people read comes before what the system names it by. */
const idsLast = (one: Part, other: Part): number =>
  Number(one.shape.kind === 'id') - Number(other.shape.kind === 'id');

/** A thing of several parts under its own heading. */
export function ObjectPlace(props: Drawn<ObjectShape> & { readonly label: string }) {
  const { label, ...drawn } = props;
  const { path } = drawn;
  // A whole section has its heading already.
  if (path.length === 1) return <Parts {...drawn} />;
  return (
    <fieldset>
      <legend>{label}</legend>
      <Parts {...drawn} />
    </fieldset>
  );
}

/** One of several forms: what both have is kept when another one is chosen. */
export function OneOfParts({ shape, path, draw }: Drawn<OneOfShape>) {
  const places = useWords(planPlaceWords);
  const choices = useWords(planChoiceWords);
  const { plan, change } = useWriting();
  const place = [...path, shape.by];
  const value = textAt(plan, place);
  const variant = shape.variants.find((one) => one.value === value);
  const choose = (next: string) => {
    const chosen = shape.variants.find((one) => one.value === next);
    const held = at(plan, path);
    if (chosen === undefined || !isObject(held)) return;
    change(path, { [shape.by]: next, ...fittedObject(chosen.shape, held) });
  };
  return (
    <>
      <div id={pointerOf(place)}>
        <ChoiceField
          label={wordFor(places, place) ?? shape.by}
          pointer={pointerOf(place)}
          value={value}
          options={shape.variants.map((one) => ({
            id: one.value,
            text: wordForChoice(choices, place, one.value),
          }))}
          change={choose}
        />
      </div>
      {variant === undefined ? null : <Parts shape={variant.shape} path={path} draw={draw} />}
    </>
  );
}

/** The same under its own heading. */
export function OneOfPlace(props: Drawn<OneOfShape> & { readonly label: string }) {
  const { label, ...drawn } = props;
  return (
    <fieldset>
      <legend>{label}</legend>
      <OneOfParts {...drawn} />
    </fieldset>
  );
}
