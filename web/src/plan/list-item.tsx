import { useWords } from '../language.tsx';
import { planWords } from '../words/plan-words.ts';
import { type Path, pointerOf } from './json.ts';
import { OneOfParts, Parts } from './object-place.tsx';
import type { DrawPlace } from './place-props.ts';
import type { Shape } from './shape.ts';

/** A member of a list: folded until somebody wants to see it, unless it is new or something in it is wrong. */
export function ListItem(props: {
  readonly itemKey: number;
  readonly shape: Shape;
  readonly path: Path;
  readonly name: string;
  readonly draw: DrawPlace;
  readonly isNew: boolean;
  readonly isWrong: boolean;
  readonly canGo: { readonly up: boolean; readonly down: boolean; readonly away: boolean };
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
}) {
  const { itemKey, shape, path, name, draw, isNew, isWrong, canGo, move, remove } = props;
  const words = useWords(planWords);
  const acts = (
    <span class="actions">
      {(['up', 'down'] as const).map((way) => (
        <button
          key={way}
          type="button"
          class="quiet small"
          data-act={`${way}-${itemKey}`}
          aria-label={`${words[way]}: ${name}`}
          disabled={!canGo[way]}
          onClick={() => move(way === 'up' ? -1 : 1)}
        >
          {words[way]}
        </button>
      ))}
      <button
        type="button"
        class="quiet small"
        aria-label={`${words.remove}: ${name}`}
        disabled={!canGo.away}
        onClick={remove}
      >
        {words.remove}
      </button>
    </span>
  );
  if (shape.kind !== 'object' && shape.kind !== 'one-of') {
    return (
      <li class="short">
        {draw({ shape, path, isOptional: false })}
        {acts}
      </li>
    );
  }
  return (
    <li id={pointerOf(path)}>
      <details open={isNew || isWrong}>
        <summary data-act={`open-${itemKey}`}>{name}</summary>
        {shape.kind === 'object' ? (
          <Parts shape={shape} path={path} draw={draw} />
        ) : (
          <OneOfParts shape={shape} path={path} draw={draw} />
        )}
        {acts}
      </details>
    </li>
  );
}
