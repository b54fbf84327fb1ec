import * as z from 'zod';

type Json = { readonly [keyword: string]: unknown };

/** The named schemas of the document, and the way to refer to one. */
export interface SchemaBook {
  /** A reference to the schema where it has a name (`.meta({id})`, or the one given), else the schema itself. */
  readonly refer: (schema: z.ZodType, io: 'input' | 'output', name?: string) => Json;
  /** All named schemas met so far, in the order of their names. */
  readonly named: () => Json;
}

const definitions = '#/$defs/';

/**
 * Makes JSON Schemas of zod's. They are gathered from the routes rather than from zod's global registry, so that
 * nothing gets into the document that no operation uses. `components`: where the named ones are to stand.
 */
export function schemaBook(components = '#/components/schemas/'): SchemaBook {
  const all = new Map<string, Json>();

  const keep = (name: string, schema: Json): void => {
    const before = all.get(name);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(schema)) {
      throw new Error(`${name} is two different schemas, or differs between body and reply`);
    }
    all.set(name, schema);
  };

  const refer: SchemaBook['refer'] = (schema, io, name) => {
    const { $schema, $defs, ...root } = z.toJSONSchema(schema, { io, override: tidy });
    for (const [id, definition] of Object.entries($defs ?? {}))
      keep(id, rebased(definition, components));
    if (root.$ref !== undefined || name === undefined) return rebased(root, components);
    keep(name, rebased(root, components));
    return { $ref: components + name };
  };

  const byName = ([a]: [string, Json], [b]: [string, Json]): number => (a < b ? -1 : 1);
  return { refer, named: () => Object.fromEntries([...all].sort(byName)) };
}

/** Leaves out what says nothing to a reader, or would bind one too tightly. */
function tidy({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: z.core.$ZodTypes;
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const { def } = zodSchema._zod;
  // A reply may get new fields: whoever reads one must not refuse what it does not know yet.
  if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  delete jsonSchema.id;
}

function rebased(schema: object, components: string): Json {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, moved(keyword, value, components)]),
  );
}

function moved(keyword: string, value: unknown, components: string): unknown {
  if (keyword === '$ref' && typeof value === 'string')
    return value.replace(definitions, components);
  if (Array.isArray(value)) return value.map((part: unknown) => moved('', part, components));
  return typeof value === 'object' && value !== null ? rebased(value, components) : value;
}
