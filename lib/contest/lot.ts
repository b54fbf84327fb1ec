import { compareBytewise } from './bytewise.ts';
import type { RankingRules } from './ranking-rules.ts';

/** What decides by chance: a seed of the system, bound by its digest before any sheet is written, so nobody has a hand in it. */
export interface Lot {
  /** SHA-256 of the seed's text, in hexadecimal; told from the opening of the round on. */
  readonly commitment: string;
  /** Once drawn; anybody can then redo it. */
  readonly drawn?: { readonly seed: string; readonly by: string; readonly at: string };
}

/** Whether ties of the round can come down to the lot. */
export const usesLot = ({ tieBreak }: RankingRules): boolean =>
  tieBreak.some(({ kind }) => kind === 'lot');

/** Entries in the order of the lot: by the digest of the seed, a blank and the id. */
export function lotOrder(
  entryIds: readonly string[],
  seed: string,
  digest: (text: string) => string,
): string[] {
  return entryIds
    .map((entryId) => ({ entryId, drawn: digest(`${seed} ${entryId}`) }))
    .sort((a, b) => compareBytewise(a.drawn, b.drawn))
    .map(({ entryId }) => entryId);
}
