import { useWords } from '../language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { deskWords } from '../words/desk-words.ts';
import { uiWords } from '../words/ui-words.ts';

/** A time by the clocks of the contest, typed as dd/MM/yyyy HH:mm. */
export function MomentField(props: {
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const desk = useWords(deskWords);
  const ui = useWords(uiWords);
  return <DateField {...props} hasTime hint={`${ui.momentForm}; ${desk.contestClock}`} />;
}
