/** A plan while it is written: anything may still be missing or wrong in it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** Names and positions from the plan down to a place. */
export type Path = readonly (string | number)[];

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** What stands at a place; undefined where nothing does. */
export const at = (value: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((held, step) => {
    if (isList(held)) return typeof step === 'number' ? held[step] : undefined;
    return isObject(held) ? held[step] : undefined;
  }, value);

/** The same with another value at a place, or, with undefined, with nothing there. */
export function withAt(value: Json | undefined, path: Path, next: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return next ?? null;
  if (typeof step === 'number') {
    const list = isList(value) ? value : [];
    return list.map((one, index) => (index === step ? withAt(one, rest, next) : one));
  }
  const object = isObject(value) ? value : {};
  if (rest.length === 0 && next === undefined) {
    return Object.fromEntries(Object.entries(object).filter(([name]) => name !== step));
  }
  return { ...object, [step]: withAt(object[step], rest, next) };
}

/** The text at a place; empty where there is none. */
export function textAt(value: Json | undefined, path: Path): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}

/** An RFC 6901 pointer in the body of a change. */
export const pointerOf = (path: Path): string => ['/plan', ...path].join('/');
