import { expect, test } from 'vitest';
import * as z from 'zod';
import { pageOf, pageQuery } from '../../lib/contract/page.ts';

test('a page is of 1 to 100, 50 unless told', () => {
  expect(pageQuery.parse({})).toEqual({ limit: 50 });
  expect(pageQuery.parse({ limit: '1', cursor: 'x' })).toEqual({ limit: 1, cursor: 'x' });
  expect(pageQuery.parse({ limit: '100' })).toEqual({ limit: 100 });
  for (const limit of ['0', '101', '-1', '1e2', ' 1', '1.0', '']) {
    expect([limit, pageQuery.safeParse({ limit }).success]).toEqual([limit, false]);
  }
  expect(pageQuery.safeParse({ sort: 'score' }).success).toBe(false);
});

test('both export to JSON Schema', () => {
  expect(z.toJSONSchema(pageQuery, { io: 'input' })).toMatchObject({
    type: 'object',
    properties: {
      limit: { type: 'string', default: '50', pattern: '^(?:[1-9][0-9]?|100)$' },
      cursor: { type: 'string', minLength: 1, maxLength: 1500 },
    },
    additionalProperties: false,
  });
  expect(z.toJSONSchema(pageOf(z.object({ id: z.string() })))).toMatchObject({
    type: 'object',
    properties: { items: { type: 'array' }, next: { type: 'string' } },
    required: ['items'],
  });
});
