import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { memberName } from '../../../lib/contest/plan-difference.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Errors } from '../ui/field.tsx';
import { planPlaceWords } from '../words/plan-place-words.ts';
import { planWords } from '../words/plan-words.ts';
import { emptyOf } from './empty.ts';
import { isNamedByEntries } from './frozen.ts';
import { at, isList, type Json, pointerOf } from './json.ts';
import { wordFor } from './labels.ts';
import { ListItem } from './list-item.tsx';
import { useListKeys } from './list-keys.ts';
import type { DrawPlace, PlaceProps } from './place-props.ts';
import type { ListShape } from './shape.ts';
import { WrongHere } from './tick-list.tsx';
import { useTitleOf } from './title-of.ts';
import { useWriting } from './writing-context.ts';

/** A list: its members can be added, taken away and moved. */
export function ListPlace(props: PlaceProps<ListShape> & { readonly draw: DrawPlace }) {
  const { shape, path, label, draw } = props;
  const { format } = useLanguage();
  const words = useWords(planWords);
  const itemWord = wordFor(useWords(planPlaceWords), [...path, '#']) ?? label;
  const { plan, savedIds, hasFixedRounds, keepsNamed, change } = useWriting();
  const titleOf = useTitleOf();
  const errors = useContext(Errors);
  const held = at(plan, path);
  const list: readonly Json[] = isList(held) ? held : [];
  const keys = useListKeys(list.length);
  const [said, say] = useState('');
  const focus = useRef<string>();
  const whole = useRef<HTMLDivElement>(null);
  // Whoever works by keyboard stays with what was moved, or added.
  useEffect(() => {
    const wanted = focus.current;
    focus.current = undefined;
    if (wanted === undefined) return;
    const button = whole.current?.querySelector<HTMLElement>(`[data-act="${wanted}"]`);
    button?.focus();
  });
  const isKept = keepsNamed && isNamedByEntries(path);
  const isFixed = path.length === 1 && path[0] === 'rounds' && hasFixedRounds;
  const nameOf = (index: number): string =>
    titleOf(list[index], [...path, index]) || `${itemWord} ${format.count(index + 1)}`;
  const add = () => {
    const key = keys.added();
    focus.current = `open-${key}`;
    change(path, [...list, emptyOf(shape.item)]);
  };
  const remove = (index: number) => {
    say(words.removed(nameOf(index)));
    keys.removed(index);
    focus.current = 'add';
    change(
      path,
      list.filter((_, place) => place !== index),
    );
  };
  const move = (index: number, by: 1 | -1) => {
    const other = index + by;
    const swapped = list.map((one, place) => {
      if (place === index) return list[other] ?? null;
      return place === other ? (list[index] ?? null) : one;
    });
    say(words.movedTo(nameOf(index), format.count(other + 1)));
    keys.swapped(index, other);
    const isAtEnd = other === 0 || other === list.length - 1;
    const back = by === 1 ? 'up' : 'down';
    const on = by === 1 ? 'down' : 'up';
    focus.current = `${isAtEnd ? back : on}-${keys.at(other)}`;
    change(path, swapped);
  };
  return (
    <div class="list-place" ref={whole}>
      {path.length === 1 ? null : <p class="list-name">{label}</p>}
      <WrongHere pointer={pointerOf(path)} />
      {isFixed ? <p class="soft">{words.roundsAreFixed}</p> : null}
      {isKept ? <p class="soft">{words.isUsed}</p> : null}
      {list.length === 0 ? <p class="soft">{words.empty}</p> : null}
      <ol>
        {list.map((one, index) => {
          const place = [...path, index];
          const pointer = pointerOf(place);
          return (
            <ListItem
              key={keys.at(index)}
              itemKey={keys.at(index)}
              shape={shape.item}
              draw={draw}
              path={place}
              name={nameOf(index)}
              isNew={keys.isNew(index)}
              isWrong={errors.some((error) => `${error.pointer}/`.startsWith(`${pointer}/`))}
              canGo={{
                up: !isFixed && index > 0,
                down: !isFixed && index < list.length - 1,
                away:
                  !isFixed &&
                  list.length > shape.least &&
                  !(isKept && savedIds.has(memberName(one) ?? '')),
              }}
              move={(by) => move(index, by)}
              remove={() => remove(index)}
            />
          );
        })}
      </ol>
      {isFixed ? null : (
        <button
          type="button"
          class="quiet"
          data-act="add"
          disabled={list.length >= shape.most}
          onClick={add}
        >
          {words.add(itemWord)}
        </button>
      )}
      <p role="status" class="hidden">
        {said}
      </p>
    </div>
  );
}
