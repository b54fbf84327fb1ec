import { expect, it } from 'vitest';
import { wantedPaper } from '../../../functions/papers/wanted-paper.ts';
import { refusalOf } from '../../support/refusal-of.ts';
import { toldRound } from '../../support/told-round.ts';

const rounds = (count: number) =>
  toldRound({
    judges: ['A Dôn'],
    entries: Array.from({ length: count }, (_, at) => ({ less: [(at % 40) * 50] })),
  });

it('has tables of at most two thousand rows', () => {
  const [most, more] = [rounds(2000), rounds(2001)];
  for (const asked of [{ kind: 'tally' }, { kind: 'minutes' }] as const) {
    expect(wantedPaper(most, asked).blocks.length).toBeGreaterThan(3);
    expect(refusalOf(() => wantedPaper(more, asked))).toEqual({
      code: 'limit-reached',
      limit: 'paperRows',
      allowed: 2000,
    });
  }
});
