import { useLanguage, useWords } from '../language.tsx';
import type { PlaceError } from '../ui/field.tsx';
import { planWords } from '../words/plan-words.ts';
import { uiWords } from '../words/ui-words.ts';
import type { Path } from './json.ts';
import { usePlaceName } from './place-name.ts';

/** What is wrong, each with the way to its place, where there is a form of it. */
export function ProblemList(props: {
  readonly errors: readonly PlaceError[];
  readonly hasForm: boolean;
}) {
  const { errors, hasForm } = props;
  const { format } = useLanguage();
  const words = useWords(planWords);
  const ui = useWords(uiWords);
  const nameOf = usePlaceName();
  if (errors.length === 0) return null;
  return (
    <div class="notice alarm" role="alert">
      <p>{words.problems(format.count(errors.length))}:</p>
      <ul>
        {errors.map(({ pointer, code, limit }) => (
          <li key={`${pointer} ${code}`}>
            {hasForm ? (
              <button type="button" class="link" onClick={() => goTo(pointer)}>
                {nameOf(pathOf(pointer)) || pointer}
              </button>
            ) : (
              nameOf(pathOf(pointer))
            )}
            : {ui.wrong(code, limit)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The place of the plan that a pointer of the request names. */
const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(2)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** Opens what is around a place, or around what holds it, and brings the focus there. */
function goTo(pointer: string): void {
  const steps = pointer.split('/');
  const places = steps.map((_, index) => steps.slice(0, steps.length - index).join('/'));
  const found = places.map((place) => document.getElementById(place)).find((one) => one !== null);
  let around: Element | null | undefined = found;
  while (around) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    around = around.parentElement;
  }
  const field = found?.querySelector<HTMLElement>('input, select, textarea, button, summary');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
