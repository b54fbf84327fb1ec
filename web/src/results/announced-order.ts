import type { PublicResult } from './use-published-file.ts';

/** The awards as they are called out: the lowest prize first, the best last. `prizeIds` as the plan has them, best first. */
export const announcedOrder = (
  { awards }: PublicResult,
  prizeIds: readonly string[],
): PublicResult['awards'] =>
  awards.toSorted(
    (a, b) =>
      prizeIds.indexOf(b.prizeId) - prizeIds.indexOf(a.prizeId) || (b.rank ?? 0) - (a.rank ?? 0),
  );
