import { expect, it } from 'vitest';
import { wishProblems } from '../../lib/contest/judging-wishes.ts';

const fields = ['it', 'nong-nghiep'].map((id) => ({ id, name: { vi: id, en: id } }));

it('names fields of the plan, each once; every wrong place is told', () => {
  expect(wishProblems({}, { fields })).toEqual([]);
  const right = { expertise: ['nong-nghiep', 'it'], preferences: { it: 'rather-not' } } as const;
  expect(wishProblems(right, { fields })).toEqual([]);
  const wrong = { expertise: ['it', 'cu', 'it'], preferences: { it: 'can', xa: 'want' } } as const;
  expect(wishProblems(wrong, { fields })).toEqual([
    { pointer: '/expertise/2', code: 'repeated' },
    { pointer: '/expertise/1', code: 'unknown-reference' },
    { pointer: '/preferences/xa', code: 'unknown-reference' },
  ]);
});
