import { useLanguage, useWords } from '../language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { LongField, TextField } from '../ui/field.tsx';
import { planWords } from '../words/plan-words.ts';
import { at, type Json, type Path, pointerOf, textAt } from './json.ts';
import type { PlaceProps } from './place-props.ts';
import { useWriting } from './writing-context.ts';

/** A place that holds one value, or one in each language. */
export function LeafPlace({ shape, path, label, isOptional }: PlaceProps) {
  const { format } = useLanguage();
  const words = useWords(planWords);
  const { plan, savedIds, change } = useWriting();
  const value = at(plan, path);
  const pointer = pointerOf(path);
  const named = isOptional ? `${label} (${words.optional})` : label;
  /** What is empty and may be left out is left out. */
  const put = (next: Json) => change(path, isOptional && next === '' ? undefined : next);
  const text = textAt(plan, path);
  const field = { label: named, pointer, value: text, change: put };
  switch (shape.kind) {
    case 'both':
      return <BothPlace path={path} label={label} isLong={shape.isLong} />;
    case 'date':
      return <DateField {...field} />;
    case 'moment':
      return <DateField {...field} hasTime />;
    case 'decimal':
      // Kept with a point, written with the comma that people write here.
      return (
        <TextField
          {...field}
          value={text.replace('.', ',')}
          autocomplete="off"
          change={(next) => put(next.trim().replace(',', '.'))}
        />
      );
    case 'whole':
      return (
        <TextField
          {...field}
          value={typeof value === 'number' ? String(value) : text}
          autocomplete="off"
          {...hintOf(path, value, format)}
          change={(next) => put(wholeIn(next))}
        />
      );
    case 'id': {
      const isSaved = savedIds.has(text);
      return (
        <fieldset class="bare" disabled={isSaved}>
          <TextField {...field} hint={isSaved ? words.idStays : words.idHelp} autocomplete="off" />
        </fieldset>
      );
    }
    default:
      return shape.kind === 'text' && shape.isLong ? (
        <LongField {...field} />
      ) : (
        <TextField {...field} autocomplete="off" />
      );
  }
}

function BothPlace(props: {
  readonly path: Path;
  readonly label: string;
  readonly isLong: boolean;
}) {
  const { path, label, isLong } = props;
  const words = useWords(planWords);
  const { plan, change } = useWriting();
  return (
    <div class="both">
      {(['vi', 'en'] as const).map((language) => {
        const place = [...path, language];
        const field = {
          label: `${label} (${words.inBoth[language]})`,
          pointer: pointerOf(place),
          value: textAt(plan, place),
          change: (next: string) => change(place, next),
        };
        return (
          <div key={language} id={pointerOf(place)}>
            {isLong ? <LongField {...field} /> : <TextField {...field} autocomplete="off" />}
          </div>
        );
      })}
    </div>
  );
}

/** A whole number however it is grouped; what is none stays as it was typed, for the server to refuse. */
function wholeIn(text: string): Json {
  const digits = text.replaceAll(/[\s.]/g, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : text.trim();
}

/** Large numbers as people say them. */
function hintOf(
  path: Path,
  value: Json | undefined,
  format: ReturnType<typeof useLanguage>['format'],
): { readonly hint?: string } {
  const name = String(path.at(-1));
  if (typeof value !== 'number') return {};
  if (name === 'amountVnd') return { hint: format.money(value) };
  return name.toLowerCase().endsWith('bytes') || name.startsWith('bytes')
    ? { hint: format.bytes(value) }
    : {};
}
