import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { uiWords } from '../words/ui-words.ts';

export interface PlaceError {
  readonly pointer: string;
  readonly code: string;
  readonly limit?: number | string;
}

/** What the server said about places of the form, by RFC 6901 pointer. */
export const Errors = createContext<readonly PlaceError[]>([]);

interface Ids {
  readonly id: string;
  readonly described: string | undefined;
  readonly invalid: boolean;
}

/** A question with its label, a hint and what is wrong with the answer, tied together for those who do not see them. */
export function Field(props: {
  readonly label: string;
  readonly pointer: string;
  readonly hint?: string | undefined;
  /** What the page itself finds wrong, in words. */
  readonly own?: string;
  readonly children: (ids: Ids) => ComponentChildren;
}) {
  const { label, pointer, hint, own = '', children } = props;
  const ui = useWords(uiWords);
  const id = useId();
  const errors = useContext(Errors).filter((error) => error.pointer === pointer);
  const told = [...errors.map(({ code, limit }) => ui.wrong(code, limit)), own]
    .filter((one, at, all) => one !== '' && all.indexOf(one) === at)
    .join(' ');
  const invalid = told !== '';
  const described = [hint === undefined ? '' : `${id}-hint`, invalid ? `${id}-error` : '']
    .join(' ')
    .trim();
  return (
    <div class={invalid ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, described: described || undefined, invalid })}
      {invalid ? (
        <p class="wrong-text" id={`${id}-error`}>
          {told}
        </p>
      ) : null}
    </div>
  );
}

/** A line of text. */
export function TextField(props: {
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  readonly hint?: string;
  readonly type?: 'text' | 'tel' | 'url' | 'email' | 'number';
  readonly autocomplete?: string;
  readonly change: (value: string) => void;
}) {
  const { label, pointer, hint, value, type = 'text', autocomplete, change } = props;
  return (
    <Field label={label} pointer={pointer} hint={hint}>
      {({ id, described, invalid }) => (
        <input
          id={id}
          type={type}
          value={value}
          aria-describedby={described}
          aria-invalid={invalid}
          autocomplete={autocomplete}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function LongField(props: {
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly rows?: number;
  readonly change: (value: string) => void;
}) {
  const { label, pointer, hint, value, rows = 5, change } = props;
  return (
    <Field label={label} pointer={pointer} hint={hint}>
      {({ id, described, invalid }) => (
        <textarea
          id={id}
          rows={rows}
          value={value}
          aria-describedby={described}
          aria-invalid={invalid}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** One of a few. */
export function ChoiceField(props: {
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  readonly hint?: string | undefined;
  /** What no choice means. */
  readonly none?: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly change: (value: string) => void;
}) {
  const { label, pointer, hint, none, value, options, change } = props;
  const ui = useWords(uiWords);
  return (
    <Field label={label} pointer={pointer} hint={hint}>
      {({ id, described, invalid }) => (
        <select
          id={id}
          value={value}
          aria-describedby={described}
          aria-invalid={invalid}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        >
          <option value="">{none ?? ui.choose}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
