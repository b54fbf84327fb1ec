import { expect, test } from 'vitest';
import * as z from 'zod';
import { refusedAs, text } from '../../lib/contract/text.ts';
import { fieldErrors } from '../../lib/http/field-errors.ts';

const found = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : fieldErrors(error, value);
};

const root = (code: string, limit?: number | string) => [
  { pointer: '', code, ...(limit === undefined ? {} : { limit }) },
];

test.each([
  ['a missing field', z.object({ a: z.string() }), {}, [{ pointer: '/a', code: 'required' }]],
  ['a missing choice', z.object({ a: z.enum(['x']) }), {}, [{ pointer: '/a', code: 'required' }]],
  ['a missing number', z.object({ a: z.int() }), {}, [{ pointer: '/a', code: 'required' }]],
  [
    'a missing union',
    z.object({ a: z.union([z.string(), z.int()]) }),
    {},
    [{ pointer: '/a', code: 'required' }],
  ],
  ['null', z.string(), null, root('wrong-type')],
  ['another type', z.string(), 7, root('wrong-type')],
  ['a fraction', z.int(), 1.5, root('wrong-type')],
  ['infinity', z.number(), Number.POSITIVE_INFINITY, root('wrong-type')],
  ['a long text', z.string().max(3), 'abcd', root('too-long', 3)],
  ['a short text', z.string().min(3), 'ab', root('too-short', 3)],
  ['a long list', z.array(z.int()).max(1), [1, 2], root('too-many', 1)],
  ['a short list', z.array(z.int()).min(1), [], root('too-few', 1)],
  ['a large number', z.number().max(3), 4, root('too-large', 3)],
  ['a small number', z.number().min(3), 2, root('too-small', 3)],
  ['another constant', z.literal('x'), 'y', root('not-allowed')],
  ['another choice', z.enum(['x', 'y']), 'z', root('not-allowed')],
  ['a bad pattern', z.string().regex(/^a$/), 'b', root('wrong-format')],
  ['no multiple', z.number().multipleOf(5), 3, root('not-allowed')],
  [
    'a bad name',
    z.record(z.string().regex(/^a$/), z.int()),
    { b: 1 },
    [{ pointer: '/b', code: 'not-allowed' }],
  ],
  ['our own code', text(3), 'abcd', root('too-long', 3)],
  [
    'our own refinement',
    z.string().refine(() => false, refusedAs('invalid-x', 'y')),
    'a',
    root('invalid-x', 'y'),
  ],
  ['a nameless refinement', z.string().refine(() => false), 'a', root('not-allowed')],
  [
    'every unknown field',
    z.strictObject({ a: z.strictObject({}) }),
    { a: { b: 1 }, c: 2, 'd/e~': 3 },
    [
      { pointer: '/a/b', code: 'unknown-field' },
      { pointer: '/c', code: 'unknown-field' },
      { pointer: '/d~1e~0', code: 'unknown-field' },
    ],
  ],
  [
    'places in lists',
    z.object({ a: z.array(z.object({ b: z.string() })) }),
    { a: [{ b: 'x' }, {}, { b: 1 }] },
    [
      { pointer: '/a/1/b', code: 'required' },
      { pointer: '/a/2/b', code: 'wrong-type' },
    ],
  ],
] as const)('%s', (_, schema, value, expected) => {
  expect(found(schema, value)).toEqual(expected);
});

const shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), size: z.int() }),
  z.strictObject({ kind: z.literal('firm'), taxCode: z.string() }),
]);

test('of a union told apart by a field, the form that was meant', () => {
  expect(found(shape, { kind: 'team', size: 'x' })).toEqual([
    { pointer: '/size', code: 'wrong-type' },
  ]);
  expect(found(shape, { kind: 'other' })).toEqual([{ pointer: '/kind', code: 'not-allowed' }]);
  expect(found(shape, {})).toEqual([{ pointer: '/kind', code: 'required' }]);
  expect(found(shape, 'x')).toEqual(root('wrong-type'));
});

test('of a plain union, the form that was plainly meant, else the place alone', () => {
  const plain = z.object({ a: z.union([z.object({ b: z.int() }), z.string().max(2)]) });
  expect(found(plain, { a: { b: 'x' } })).toEqual([{ pointer: '/a/b', code: 'wrong-type' }]);
  expect(found(plain, { a: 'xyz' })).toEqual([{ pointer: '/a', code: 'too-long', limit: 2 }]);
  expect(found(plain, { a: 7 })).toEqual([{ pointer: '/a', code: 'not-allowed' }]);
  const tagged = z.union([
    z.object({ kind: z.literal('a'), size: z.int() }),
    z.object({ kind: z.literal('b'), name: z.string() }),
  ]);
  expect(found(tagged, { kind: 'a', size: 'x' })).toEqual([
    { pointer: '/size', code: 'wrong-type' },
  ]);
  expect(found(tagged, { kind: 'c' })).toEqual(root('not-allowed'));
});

test('the pointer of a query begins where it is told', () => {
  const { error } = z.object({ limit: z.string() }).safeParse({ limit: 1 });
  expect(fieldErrors(error!, { limit: 1 }, '/query')).toEqual([
    { pointer: '/query/limit', code: 'wrong-type' },
  ]);
});
