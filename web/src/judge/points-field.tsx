import { useId } from 'preact/hooks';
import { formatPoints, type PointsProblem, parsePoints } from '../../../lib/contest/points.ts';
import { useLanguage } from '../language.tsx';
import { wirePoints } from './use-sheet-autosave.ts';

interface Marked {
  readonly id: string;
  readonly maxPoints: string;
  readonly step: string;
}

/** One mark: typed with a comma or a point, or moved by a step with the arrow keys or the buttons. */
export function PointsField(props: {
  readonly part: Marked;
  readonly name: string;
  /** Whether the name is not already the legend around it. */
  readonly isNamed: boolean;
  readonly value: string;
  readonly stored: string | undefined;
  readonly problem: PointsProblem | undefined;
  readonly change: (value: string) => void;
}) {
  const { part, name, isNamed, value, stored, problem, change } = props;
  const { words } = useLanguage();
  const id = useId();
  const shown = (points: string) => points.replace('.', words.decimalMark);
  const move = (steps: number) => {
    const step = parsePoints(part.step) ?? 0;
    const most = parsePoints(part.maxPoints) ?? 0;
    const now = parsePoints(wirePoints(value)) ?? 0;
    change(shown(formatPoints(Math.min(most, Math.max(0, now + steps * step)))));
  };
  return (
    <div class={problem === undefined ? 'points' : 'points wrong'}>
      <label for={id} class={isNamed ? '' : 'hidden'}>
        {name}
      </label>
      <div class="stepper">
        <button type="button" class="quiet" aria-label={words.less(name)} onClick={() => move(-1)}>
          −
        </button>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={value.replace('.', words.decimalMark)}
          aria-describedby={`${id}-note`}
          aria-invalid={problem !== undefined}
          onInput={({ currentTarget }) => change(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            move(event.key === 'ArrowUp' ? 1 : -1);
          }}
        />
        <button
          type="button"
          class="quiet"
          aria-label={words.morePoints(name)}
          onClick={() => move(1)}
        >
          +
        </button>
        <span>/ {shown(part.maxPoints)}</span>
      </div>
      <p id={`${id}-note`} class={problem === undefined ? 'soft' : 'wrong-text'}>
        {problem === undefined
          ? stored === undefined
            ? words.notStored
            : words.stored(shown(stored))
          : words.pointsProblems[problem](shown(part.maxPoints), shown(part.step))}
      </p>
    </div>
  );
}
