import { useWords } from '../language.tsx';
import { uiWords } from '../words/ui-words.ts';
import { readDate, readMoment, writeDate } from './typed-date.ts';
import { TypedField, type Typing } from './typed-field.tsx';

const dates: Typing<string> = { read: readDate, write: writeDate, code: 'invalid-date' };
const moments: Typing<string> = { read: readMoment, write: writeDate, code: 'invalid-moment' };

/** A day, typed as dd/MM/yyyy. `value` is a local date (`2026-05-31`), or what was typed where that is none. */
export function DateField(props: {
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  readonly hint?: string | undefined;
  /** A time of the day as well: dd/MM/yyyy HH:mm, kept as `2026-05-31T17:00`. */
  readonly hasTime?: boolean;
  readonly change: (value: string) => void;
}) {
  const { hasTime = false, hint, ...rest } = props;
  const ui = useWords(uiWords);
  return (
    <TypedField
      {...rest}
      typing={hasTime ? moments : dates}
      hint={hint ?? (hasTime ? ui.momentForm : ui.dateForm)}
    />
  );
}
