import { useContext, useId } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { Errors } from '../ui/field.tsx';
import { uiWords } from '../words/ui-words.ts';

/** Several of a few, in the order in which they are offered. */
export function TickList(props: {
  readonly label: string;
  readonly pointer: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly chosen: readonly string[];
  readonly change: (chosen: readonly string[]) => void;
}) {
  const { label, pointer, options, chosen, change } = props;
  return (
    <fieldset class="ticks">
      <legend>{label}</legend>
      <WrongHere pointer={pointer} />
      {options.map(({ id, text }) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) =>
              change(
                options
                  .map((option) => option.id)
                  .filter((one) => (one === id ? currentTarget.checked : chosen.includes(one))),
              )
            }
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What is wrong with a place that is more than one field. */
export function WrongHere({ pointer }: { readonly pointer: string }) {
  const ui = useWords(uiWords);
  const id = useId();
  const errors = useContext(Errors).filter((error) => error.pointer === pointer);
  if (errors.length === 0) return null;
  return (
    <p class="wrong-text" id={id}>
      {errors.map(({ code, limit }) => ui.wrong(code, limit)).join(' ')}
    </p>
  );
}
