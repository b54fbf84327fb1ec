import type * as z from 'zod';

type Schema = z.core.$ZodTypes;

/** What our scalars accept, one for each kind; the first that a schema takes is its sample. */
const texts = [
  'text',
  'a-b',
  '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43',
  '2022-08-31T10:00:00.000Z',
  '2022-08-31',
  '2022-08-31T17:00',
  '8.5',
  '10',
  'KT',
  'a'.repeat(64),
  'a@b.vn',
  '+84912345678',
  '0100109106',
  'youtu.be',
];

/** How an object is made of its fields: a test plants something here. */
export type Plant = (fields: { [name: string]: unknown }, schema: z.core.$ZodObject) => object;

/** A value the schema takes, with every optional field there; `form` chooses among the forms of its unions. */
export function sampleOf(
  schema: z.ZodType,
  { plant = (fields) => fields, form = 0 }: { plant?: Plant; form?: number } = {},
): unknown {
  return make(schema as unknown as Schema, { plant, form });
}

interface Ways {
  readonly plant: Plant;
  readonly form: number;
}

function make(schema: Schema, ways: Ways): unknown {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape).map(([name, field]) => [
        name,
        make(field as Schema, ways),
      ]);
      return ways.plant(Object.fromEntries(fields), schema as z.core.$ZodObject);
    }
    case 'array':
      return [make(def.element as Schema, ways)];
    case 'record':
      return {
        [String(make(def.keyType as unknown as Schema, ways))]: make(def.valueType as Schema, ways),
      };
    case 'optional':
    case 'nullable':
    case 'prefault':
      return make(def.innerType as Schema, ways);
    case 'union':
      return make(def.options[ways.form % def.options.length] as Schema, ways);
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'boolean':
      return true;
    case 'unknown':
      return 'anything';
    case 'undefined':
      return undefined;
    case 'string':
      return firstTaken(schema, texts);
    case 'number':
      return firstTaken(schema, [1, 400]);
    default:
      throw new Error(`sampleOf does not know ${def.type}`);
  }
}

function firstTaken(schema: Schema, candidates: readonly unknown[]): unknown {
  const parse = (value: unknown) => (schema as unknown as z.ZodType).safeParse(value).success;
  const taken = candidates.filter(parse);
  if (taken.length === 0) throw new Error(`no sample fits ${JSON.stringify(schema._zod.def)}`);
  return taken[0];
}
