import type { Plan } from './plan.ts';
import { sameData } from './same-data.ts';

/** How far down a difference is told: `/rounds/so-khao/rubrics`, and not which criterion of it. */
const depth = 3;

type Parts = ReadonlyMap<string, unknown>;

/** What a member of a list is called in the plan: by its id, a document by its kind, a consent by its purpose. */
export const memberName = (member: unknown): string | undefined => {
  if (typeof member !== 'object' || member === null) return undefined;
  const fields = new Map(Object.entries(member));
  return ['id', 'kind', 'purpose']
    .map((field): unknown => fields.get(field))
    .find((name) => typeof name === 'string');
};

/** The members of a list by their names; undefined for a list of things that have none of their own. */
const membersOf = (list: readonly unknown[]): Parts | undefined => {
  const parts = new Map<string, unknown>();
  for (const member of list) {
    const name = memberName(member);
    if (name === undefined) return undefined;
    parts.set(name, member);
  }
  return parts.size === list.length ? parts : undefined;
};

const partsOf = (value: unknown): Parts | undefined => {
  if (Array.isArray(value)) return membersOf(value);
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value));
};

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Whether what both have goes in another order. A list tells something by it: prizes go from the first down. */
export const isReordered = (before: Parts, after: Parts): boolean => {
  const kept = [...before.keys()].filter((name) => after.has(name));
  const now = [...after.keys()].filter((name) => before.has(name));
  return kept.some((name, at) => name !== now[at]);
};

type Versions = { readonly before: unknown; readonly after: unknown };

const differences = (pointer: string, { before, after }: Versions, levels: number): string[] => {
  if (sameData(before, after)) return [];
  const [old, now] = [partsOf(before), partsOf(after)];
  if (levels === 0 || !old || !now || Array.isArray(before) !== Array.isArray(after)) {
    return [pointer];
  }
  const inside = [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const place = `${pointer}/${escaped(name)}`;
    if (!old.has(name) || !now.has(name)) return [place];
    return differences(place, { before: old.get(name), after: now.get(name) }, levels - 1);
  });
  return Array.isArray(before) && isReordered(old, now) ? [pointer, ...inside] : inside;
};

/**
 * Where a plan differs from the one before: pointers of at most three steps in which a member of a list is named by its
 * id (a document by its kind, a consent by its purpose) and not by its place: `/dates/submissionsCloseAt`,
 * `/rounds/so-khao/rubrics`. What was added or removed is told whole, `/tracks/y-tuong`; a list whose members were only
 * put into another order by itself, `/prizes`. Empty: the plans say the same.
 */
export const planDifference = (before: Plan, after: Plan): readonly string[] =>
  differences('', { before, after }, depth);
