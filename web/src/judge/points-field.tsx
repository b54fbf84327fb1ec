import { useId } from 'preact/hooks';
import { formatPoints, type PointsProblem, parsePoints } from '../../../lib/contest/points.ts';
import { rangeFromWire } from '../../../lib/contest/rubric-wire.ts';
import { useWords } from '../language.tsx';
import { judgeWords } from '../words/judge-words.ts';
import { wirePoints } from './use-sheet-autosave.ts';

interface Marked {
  readonly id: string;
  readonly minPoints?: string;
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
  const judge = useWords(judgeWords);
  const id = useId();
  const shown = (points: string) => points.replace('.', judge.decimalMark);
  const range = { least: shown(part.minPoints ?? '0'), most: shown(part.maxPoints) };
  const move = (steps: number) => {
    const { minPoints = 0, maxPoints, step } = rangeFromWire(part);
    const now = parsePoints(wirePoints(value)) ?? 0;
    change(shown(formatPoints(Math.min(maxPoints, Math.max(minPoints, now + steps * step)))));
  };
  return (
    <div class={problem === undefined ? 'points' : 'points wrong'}>
      <label for={id} class={isNamed ? '' : 'hidden'}>
        {name}
      </label>
      <div class="stepper">
        <button type="button" class="quiet" aria-label={judge.less(name)} onClick={() => move(-1)}>
          −
        </button>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={value.replace('.', judge.decimalMark)}
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
          aria-label={judge.morePoints(name)}
          onClick={() => move(1)}
        >
          +
        </button>
        <span>
          {part.minPoints === undefined ? `/ ${range.most}` : `${range.least}–${range.most}`}
        </span>
      </div>
      <p id={`${id}-note`} class={problem === undefined ? 'soft' : 'wrong-text'}>
        {problem === undefined
          ? stored === undefined
            ? judge.notStored
            : judge.stored(shown(stored))
          : judge.pointsProblems[problem]({ ...range, step: shown(part.step) })}
      </p>
    </div>
  );
}
