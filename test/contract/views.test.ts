import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { problemDocument } from '../../lib/contract/problem-document.ts';
import { routes } from '../../lib/contract/routes.ts';
import { type Plant, sampleOf } from '../support/sample.ts';

const secret = { ownerEmail: 'planted@secret.vn', internal: { score: 'planted' }, rank: 'planted' };

const views: [string, z.ZodType][] = [
  ...Object.values(routes).map(({ operation, reply }): [string, z.ZodType] => [operation, reply]),
  ['every problem', problemDocument],
];

/** As many forms as the largest union has. */
const forms = [0, 1, 2, 3, 4, 5, 6];

/** One sample for each object in the schema, with the secret planted in this object alone. */
function plantedOnce(schema: z.ZodType, form: number): unknown[] {
  let objects = 0;
  const count: Plant = (fields) => {
    objects += 1;
    return fields;
  };
  sampleOf(schema, { form, plant: count });
  return Array.from({ length: objects }, (_, wanted) => {
    let at = -1;
    const plant: Plant = (fields) => {
      at += 1;
      return at === wanted ? { ...secret, ...fields } : fields;
    };
    return sampleOf(schema, { form, plant });
  });
}

describe('no view lets through what it does not declare', () => {
  it.each(views)('%s', (_, view) => {
    for (const form of forms) {
      const clean = view.parse(sampleOf(view, { form }));
      const planted = plantedOnce(view, form);
      expect(planted.length).toBeGreaterThan(0);
      for (const value of planted) expectDropped(view, value, clean);
    }
  });
});

function expectDropped(view: z.ZodType, value: unknown, clean: unknown): void {
  expect(JSON.stringify(value)).toContain('planted');
  const parsed = view.safeParse(value);
  // Dropped; or refused, where a body's closed schema is part of the reply: then it is a fault and nothing is sent.
  if (parsed.success) expect(parsed.data).toEqual(clean);
  else expect(parsed.error.issues.map(({ code }) => code)).toEqual(['unrecognized_keys']);
}

/** Where a schema takes anything: what is put there is not guarded. */
function openPlaces(schema: unknown, path: string): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'unknown' || def.type === 'any' || def.type === 'custom') return [path];
  if (def.type === 'object') {
    const loose = def.catchall !== undefined && def.catchall._zod.def.type !== 'never';
    const inside = Object.entries(def.shape).flatMap(([name, field]) =>
      openPlaces(field, `${path}.${name}`),
    );
    return loose ? [path, ...inside] : inside;
  }
  if (def.type === 'array') return openPlaces(def.element, `${path}[]`);
  if (def.type === 'record') return openPlaces(def.valueType, `${path}{}`);
  if (def.type === 'union') return def.options.flatMap((option) => openPlaces(option, path));
  if ('innerType' in def) return openPlaces(def.innerType, path);
  return [];
}

it('says where a view takes anything', () => {
  expect(views.flatMap(([name, view]) => openPlaces(view, name))).toEqual([
    // The steps of a tie-break as they were computed; for organisers alone.
    'previewRanking.rankings[].overall.ties[].trace[]',
    'previewRanking.rankings[].tracks[].ranking.ties[].trace[]',
  ]);
});
