import { type Json, type Path, textAt, withAt } from './json.ts';
import { idFrom } from './new-id.ts';

/** What other places name a thing by. */
const idNames = ['id', 'kind', 'purpose'];

/**
 * The plan with another value at a place. A new thing's id follows its Vietnamese name, until somebody writes one; a thing that was
 * saved keeps its id.
 */
export function written(
  plan: Json,
  path: Path,
  next: Json | undefined,
  savedIds: ReadonlySet<string>,
): Json {
  const changed = withAt(plan, path, next);
  if (path.at(-2) !== 'name' || path.at(-1) !== 'vi' || typeof next !== 'string') return changed;
  const thing = path.slice(0, -2);
  const before = idFrom(textAt(plan, path));
  const place = idNames
    .map((name) => [...thing, name])
    .find((one) => textAt(plan, one) === before && !savedIds.has(textAt(plan, one)));
  return place === undefined ? changed : withAt(changed, place, idFrom(next));
}

/** All ids in a plan. */
export function idsIn(plan: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, one] of Object.entries(value)) {
      if (idNames.includes(name) && typeof one === 'string') found.add(one);
      look(one);
    }
  };
  look(plan);
  return found;
}
