import { useState } from 'preact/hooks';
import { useLanguage, useWords } from '../language.tsx';
import { uiWords } from '../words/ui-words.ts';
import { Field } from './field.tsx';
import { isIso, typedDate, typedMoment } from './typed-date.ts';

interface Props {
  readonly label: string;
  readonly pointer: string;
  /** ISO, or what is typed so far. */
  readonly value: string;
  readonly hint?: string;
  readonly change: (value: string) => void;
}

/** A day, typed as people write it here, 31/05/2026, in whatever browser. */
export function DateField(props: Props) {
  const ui = useWords(uiWords);
  return <Typed {...props} hint={props.hint ?? ui.typeDate} read={typedDate} />;
}

/** A time by the clocks of the contest, typed as people write it here: 17:00 31/05/2026. */
export function WallTimeField(props: Props) {
  const ui = useWords(uiWords);
  return <Typed {...props} hint={props.hint ?? ui.typeMoment} read={typedMoment} />;
}

/** Stays as it is typed until it is left; only then is it written in its one form. */
function Typed(props: Props & { readonly read: (text: string) => string | undefined }) {
  const { label, pointer, value, hint, change, read } = props;
  const { format } = useLanguage();
  const [typed, type] = useState<string>();
  return (
    <Field label={label} pointer={pointer} hint={hint}>
      {({ id, described, invalid }) => (
        <input
          id={id}
          value={typed ?? (isIso(value) ? format.wallTime(value) : value)}
          aria-describedby={described}
          aria-invalid={invalid}
          autocomplete="off"
          onInput={({ currentTarget: { value: text } }) => {
            type(text);
            change(read(text) ?? text);
          }}
          onBlur={() => type(undefined)}
        />
      )}
    </Field>
  );
}
