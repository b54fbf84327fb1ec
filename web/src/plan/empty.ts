import { isList, isObject, type Json, type JsonObject } from './json.ts';
import type { ObjectShape, Shape } from './shape.ts';

/** What a new place of a plan begins with: as little as its shape allows. */
export function emptyOf(shape: Shape): Json {
  switch (shape.kind) {
    case 'both':
      return { vi: '', en: '' };
    case 'whole':
      return shape.least;
    case 'yes-no':
      return false;
    case 'mark':
      return true;
    case 'choices':
      return [];
    case 'choice':
      return shape.options[0] ?? '';
    case 'list':
      return Array.from({ length: shape.least }, () => emptyOf(shape.item));
    case 'object':
      return emptyObject(shape);
    case 'one-of': {
      const [first] = shape.variants;
      return first === undefined ? {} : { [shape.by]: first.value, ...emptyObject(first.shape) };
    }
    default:
      return '';
  }
}

/** Without what may be left out. */
const emptyObject = ({ parts }: ObjectShape): { readonly [name: string]: Json } =>
  Object.fromEntries(
    parts.filter(({ isOptional }) => !isOptional).map(({ name, shape }) => [name, emptyOf(shape)]),
  );

/** As much of a value as fits into a shape, and what else the shape must have. */
export function fitted(shape: Shape, value: Json | undefined): Json {
  if (shape.kind === 'object' && isObject(value)) return fittedObject(shape, value);
  if (shape.kind === 'list' && isList(value)) return value.map((one) => fitted(shape.item, one));
  return value ?? emptyOf(shape);
}

/** The same of an object. */
export const fittedObject = (
  { parts }: ObjectShape,
  value: JsonObject,
): { readonly [name: string]: Json } =>
  Object.fromEntries(
    parts
      .filter(({ name, isOptional }) => !isOptional || value[name] !== undefined)
      .map(({ name, shape }) => [name, fitted(shape, value[name])]),
  );
