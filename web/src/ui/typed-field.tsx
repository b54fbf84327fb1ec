import { useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { uiWords } from '../words/ui-words.ts';
import { Field } from './field.tsx';

/** How what is typed and what is kept stand to each other. `read` is undefined for what cannot be read. */
export interface Typing<Value> {
  readonly read: (typed: string) => Value | undefined;
  readonly write: (value: Value | string) => string;
  /** What to say of what cannot be read. */
  readonly code: string;
}

/**
 * A line in which something other than text is typed. What cannot be read is handed on as it was typed, so that nothing is
 * lost, and told when the line is left; what can be is written out in full.
 */
export function TypedField<Value>(props: {
  readonly label: string;
  readonly pointer: string;
  readonly value: Value | string;
  readonly typing: Typing<Value>;
  readonly hint?: string | undefined;
  readonly inputMode?: 'numeric' | 'decimal';
  readonly change: (value: Value | string) => void;
}) {
  const { label, pointer, value, typing, hint, inputMode, change } = props;
  const ui = useWords(uiWords);
  // What is being typed stays as it is: `1/6` is not to become anything while it grows.
  const [typed, type] = useState<string>();
  const shown = typed ?? typing.write(value);
  const isWrong = typed === undefined && shown !== '' && typing.read(shown) === undefined;
  return (
    <Field label={label} pointer={pointer} hint={hint} own={isWrong ? ui.wrong(typing.code) : ''}>
      {({ id, described, invalid }) => (
        <input
          id={id}
          type="text"
          inputMode={inputMode}
          autocomplete="off"
          value={shown}
          aria-describedby={described}
          aria-invalid={invalid}
          onInput={({ currentTarget }) => {
            type(currentTarget.value);
            change(typing.read(currentTarget.value) ?? currentTarget.value.trim());
          }}
          onBlur={() => type(undefined)}
        />
      )}
    </Field>
  );
}
