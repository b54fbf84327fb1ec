import type * as z from 'zod';

/** What one place of a plan holds, and so how it is asked for. */
export type Shape =
  | { readonly kind: 'text'; readonly isLong: boolean }
  /** A text in both languages. */
  | { readonly kind: 'both'; readonly isLong: boolean }
  /** What other places name it by. */
  | { readonly kind: 'id' }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  /** Decimal points, kept as a string with a point. */
  | { readonly kind: 'decimal' }
  | { readonly kind: 'date' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'yes-no' }
  /** There, or not there: its only value is true. */
  | { readonly kind: 'mark' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | ListShape
  | ObjectShape
  | { readonly kind: 'one-of'; readonly by: string; readonly variants: readonly Variant[] };

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
  readonly least: number;
  readonly most: number;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly parts: readonly Part[];
}

export interface Part {
  readonly name: string;
  readonly shape: Shape;
  readonly isOptional: boolean;
}

/** One of several forms, told apart by the value at one of its places. */
export interface Variant {
  readonly value: string;
  readonly shape: ObjectShape;
}

type Schema = z.core.JSONSchema.BaseSchema;

/** From so many letters on a text has several lines. */
const longFrom = 600;

/** The shape that a JSON Schema describes, as zod writes one. @throws Error for what no field is made for */
export function shapeOf(schema: Schema): Shape {
  const definitions = new Map(Object.entries(schema.$defs ?? {}));
  const resolved = (node: Schema | undefined): Schema => {
    const name = node?.$ref?.replace('#/$defs/', '');
    const found = name === undefined ? node : definitions.get(name);
    if (found === undefined) throw new Error(`no schema: ${name}`);
    return found;
  };
  const walk = (given: Schema | undefined): Shape => {
    const node = resolved(given);
    const variants = node.oneOf ?? node.anyOf;
    if (variants !== undefined) return oneOf(variants.map((one) => objectOf(asSchema(one))));
    switch (node.type) {
      case 'object':
        return objectShape(objectOf(node));
      case 'array':
        return listOf(node);
      case 'boolean':
        return node.const === true ? { kind: 'mark' } : { kind: 'yes-no' };
      case 'integer':
        return { kind: 'whole', least: node.minimum ?? 0, most: node.maximum ?? 0 };
      default:
        return stringOf(node);
    }
  };
  const objectOf = (given: Schema): ObjectShape => {
    const node = resolved(given);
    const required = new Set(node.required ?? []);
    return {
      kind: 'object',
      parts: Object.entries(node.properties ?? {}).map(([name, part]) => ({
        name,
        shape: walk(asSchema(part)),
        isOptional: !required.has(name),
      })),
    };
  };
  const listOf = (node: Schema): Shape => {
    const { items, minItems = 0, maxItems = 0 } = node;
    const item = walk(Array.isArray(items) ? undefined : asSchema(items));
    if (item.kind === 'choice') return { kind: 'choices', options: item.options };
    return { kind: 'list', item, least: minItems, most: maxItems };
  };
  return walk(schema);
}

/** JSON Schema knows `true` for "anything"; zod writes it for nothing that we have. */
function asSchema(node: Schema | boolean | undefined): Schema {
  if (typeof node !== 'object') throw new Error('a place of any kind');
  return node;
}

function objectShape(object: ObjectShape): Shape {
  const [first, second, ...others] = object.parts;
  const isBoth = first?.name === 'vi' && second?.name === 'en' && others.length === 0;
  return isBoth && first.shape.kind === 'text'
    ? { kind: 'both', isLong: first.shape.isLong }
    : object;
}

/** By the one place that each of them holds a single value at. */
function oneOf(shapes: readonly ObjectShape[]): Shape {
  const by = shapes[0]?.parts.find(({ shape }) => isConstant(shape))?.name ?? '';
  const variants = shapes.map((shape) => {
    const part = shape.parts.find(({ name }) => name === by);
    const value = part?.shape.kind === 'choice' ? part.shape.options[0] : undefined;
    if (value === undefined) throw new Error('variants that nothing tells apart');
    return { value, shape: { ...shape, parts: shape.parts.filter(({ name }) => name !== by) } };
  });
  return { kind: 'one-of', by, variants };
}

const isConstant = (shape: Shape): boolean => shape.kind === 'choice' && shape.options.length === 1;

function stringOf(node: Schema): Shape {
  if (typeof node.const === 'string') return { kind: 'choice', options: [node.const] };
  if (node.enum !== undefined) return { kind: 'choice', options: node.enum.map(String) };
  if (node.format === 'date') return { kind: 'date' };
  const { pattern = '', maxLength = 0 } = node;
  if (pattern.includes('T[0-9]')) return { kind: 'moment' };
  if (pattern.includes('[1-9][0-9]*)(?:')) return { kind: 'decimal' };
  if (pattern.startsWith('^[a-z0-9]')) return { kind: 'id' };
  return { kind: 'text', isLong: maxLength >= longFrom };
}
