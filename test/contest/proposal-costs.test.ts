import { expect, test } from 'vitest';
import type { Member } from '../../lib/contest/people.ts';
import { proposalCosts } from '../../lib/contest/proposal-costs.ts';

const judge = (personId: string, wishes: Partial<Member> = {}): Member => ({
  editionId: 'kon-tum-2022',
  personId,
  email: `${personId}@example.vn`,
  name: personId,
  roles: ['judge'],
  active: true,
  version: 1,
  ...wishes,
});

test('experts who want a field come first, reluctant strangers last; who says nothing costs nothing', () => {
  const costs = proposalCosts(
    [{ entryId: 'a', fieldId: 'cntt' }, { entryId: 'b' }],
    [
      judge('expert', { expertise: ['cntt'], preferences: { cntt: 'want' } }),
      judge('able', { expertise: ['cntt'] }),
      judge('eager', { preferences: { cntt: 'want' } }),
      judge('reluctant', { preferences: { cntt: 'rather-not' } }),
      judge('silent'),
    ],
  );
  const named = costs.map(({ entryId, judgeId, cost }) => `${entryId} ${judgeId} ${cost}`);
  expect(named).toEqual([
    'a expert 0',
    'b expert 400',
    'a able 100',
    'b able 400',
    'a eager 300',
    'b eager 400',
    'a reluctant 900',
    'b reluctant 400',
  ]);
});
