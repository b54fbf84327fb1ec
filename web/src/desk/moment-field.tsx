import { useLanguage, useWords } from '../language.tsx';
import { TextField } from '../ui/field.tsx';
import { deskWords } from '../words/desk-words.ts';

/** A time by the clocks of the contest. A browser may show it its own way, so what is chosen is written out as well. */
export function MomentField(props: {
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const { format } = useLanguage();
  const desk = useWords(deskWords);
  return (
    <TextField
      {...props}
      type="datetime-local"
      hint={
        props.value === '' ? desk.contestClock : desk.contestClockAt(format.wallTime(props.value))
      }
    />
  );
}
