import type { ComponentChildren } from 'preact';
import { useWords } from '../language.tsx';
import { planPlaceWords } from '../words/plan-place-words.ts';
import { planWords } from '../words/plan-words.ts';
import { ChoicePlace } from './choice-place.tsx';
import { emptyOf } from './empty.ts';
import { at, pointerOf } from './json.ts';
import { wordFor } from './labels.ts';
import { LeafPlace } from './leaf-place.tsx';
import { ListPlace } from './list-place.tsx';
import { NamedPlace } from './named-place.tsx';
import { ObjectPlace, OneOfPlace } from './object-place.tsx';
import type { DrawPlace, PlaceProps } from './place-props.ts';
import { namedAt } from './references.ts';
import { useWriting } from './writing-context.ts';

/** One place of the plan as it can be written, with all that is inside it. */
export function Place({ shape, path, isOptional }: Omit<PlaceProps, 'label'>) {
  const { frozenAt } = useWriting();
  const place = typeof path.at(-1) === 'number' ? [...path, '#'] : path;
  const label = wordFor(useWords(planPlaceWords), place) ?? String(path.at(-1));
  const props = { path, label, isOptional };
  const frozen = frozenAt(path);
  return (
    <div class="place" id={pointerOf(path)}>
      {frozen === undefined ? (
        <Inside {...props} shape={shape} />
      ) : (
        <fieldset class="frozen" disabled>
          <p class="soft">{frozen}</p>
          <Inside {...props} shape={shape} />
        </fieldset>
      )}
    </div>
  );
}

const draw: DrawPlace = (place) => <Place key={place.path.join('/')} {...place} />;

function Inside(props: PlaceProps) {
  const { shape, path, label, isOptional } = props;
  const { plan } = useWriting();
  const named = namedAt(plan, path);
  if (named !== undefined) return <NamedPlace {...props} named={named} />;
  switch (shape.kind) {
    case 'mark':
    case 'yes-no':
      return <Tick {...props} />;
    case 'choice':
    case 'choices':
      return <ChoicePlace {...props} shape={shape} />;
    case 'list':
      return (
        <Maybe {...props}>
          <ListPlace shape={shape} path={path} label={label} isOptional={isOptional} draw={draw} />
        </Maybe>
      );
    case 'object':
      return (
        <Maybe {...props}>
          <ObjectPlace shape={shape} path={path} label={label} draw={draw} />
        </Maybe>
      );
    case 'one-of':
      return (
        <Maybe {...props}>
          <OneOfPlace shape={shape} path={path} label={label} draw={draw} />
        </Maybe>
      );
    case 'both':
      return (
        <Maybe {...props}>
          <LeafPlace {...props} shape={shape} isOptional={false} />
        </Maybe>
      );
    default:
      return <LeafPlace {...props} shape={shape} />;
  }
}

/** What may be left out has a switch; what is behind it is there only when it is on. */
function Maybe({ children, ...props }: PlaceProps & { readonly children: ComponentChildren }) {
  const { shape, path, label, isOptional } = props;
  const words = useWords(planWords);
  const { plan, change } = useWriting();
  if (!isOptional) return <>{children}</>;
  const isThere = at(plan, path) !== undefined;
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          checked={isThere}
          onChange={({ currentTarget }) =>
            change(path, currentTarget.checked ? emptyOf(shape) : undefined)
          }
        />
        <span>{words.has(label)}</span>
      </label>
      {isThere ? children : null}
    </>
  );
}

/** Yes or no; where nothing may stand instead of no, nothing does. */
function Tick({ shape, path, label, isOptional }: PlaceProps) {
  const { plan, change } = useWriting();
  const no = isOptional || shape.kind === 'mark' ? undefined : false;
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={at(plan, path) === true}
        onChange={({ currentTarget }) => change(path, currentTarget.checked ? true : no)}
      />
      <span>{label}</span>
    </label>
  );
}
