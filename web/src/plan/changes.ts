import { isReordered, memberName } from '../../../lib/contest/plan-difference.ts';
import { sameData } from '../../../lib/contest/same-data.ts';
import { isList, isObject, type Json, type Path } from './json.ts';

/** A place at which two versions of a plan differ. */
export interface Change {
  readonly path: Path;
  /** Whose positions the path has: what was taken away is named by where it was. */
  readonly of: 'before' | 'after';
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** Only the order of a list is another one. */
  readonly isOrder?: true;
}

/** Where the plan differs from the one before, place by place; members of lists are compared with what they were, wherever they stand. */
export function changesOf(
  before: Json | undefined,
  after: Json | undefined,
  path: Path = [],
): readonly Change[] {
  if (sameData(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      changesOf(before[name], after[name], [...path, name]),
    );
  }
  if (isList(before) && isList(after)) return listChanges(before, after, path);
  return [{ path, of: after === undefined ? 'before' : 'after', before, after }];
}

function listChanges(
  before: readonly Json[],
  after: readonly Json[],
  path: Path,
): readonly Change[] {
  if (![...before, ...after].every(isObject)) return [{ path, of: 'after', before, after }];
  const areNamed = [before, after].every(haveNames);
  const [old, now] = [keyed(before, areNamed), keyed(after, areNamed)];
  const gone = [...old].filter(([name]) => !now.has(name));
  return [
    ...[...now].flatMap(([name, { value, index }]) => {
      const was = old.get(name);
      const place = [...path, index];
      return was === undefined
        ? [{ path: place, of: 'after' as const, before: undefined, after: value }]
        : changesOf(was.value, value, place);
    }),
    ...gone.map(([, { value, index }]) => ({
      ...{ path: [...path, index], of: 'before' as const, before: value, after: undefined },
    })),
    ...(isReordered(old, now)
      ? [
          {
            path,
            of: 'after' as const,
            before: undefined,
            after: undefined,
            isOrder: true as const,
          },
        ]
      : []),
  ];
}

/** Whether each member has a name of its own. */
function haveNames(list: readonly Json[]): boolean {
  const names = list.map(memberName);
  return names.every((name) => name !== undefined) && new Set(names).size === list.length;
}

/** By their names, or by their places. */
const keyed = (list: readonly Json[], areNamed: boolean) =>
  new Map(
    list.map((value, index) => [
      (areNamed ? memberName(value) : undefined) ?? String(index),
      { value, index },
    ]),
  );
