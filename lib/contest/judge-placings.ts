import type { EntryScore } from './aggregate.ts';
import { compareBytewise } from './bytewise.ts';
import { rank } from './rank.ts';
import { compare, type Rational, rational } from './rational.ts';

/** Each entry's places in its judges' own rankings: how many judges put it 1st, 2nd and so on. */
export type Placings = ReadonlyMap<string, readonly number[]>;

/**
 * What each judge gave an entry, over the round's shared denominator. Where a judge has two sheets on one
 * entry, which entering them refuses, their mean speaks for the judge.
 */
function totalsByJudge(entry: EntryScore): ReadonlyMap<string, Rational> {
  const sums = new Map<string, { sum: bigint; sheets: bigint }>();
  for (const { judgeId, total } of entry.sheets) {
    const { sum, sheets } = sums.get(judgeId) ?? { sum: 0n, sheets: 0n };
    sums.set(judgeId, { sum: sum + total, sheets: sheets + 1n });
  }
  return new Map([...sums].map(([judgeId, { sum, sheets }]) => [judgeId, rational(sum, sheets)]));
}

/**
 * Counts each entry's places among the entries that a judge scored in the round; equal totals share the
 * better place. Index 0 is the number of first places; a list ends at its entry's last place.
 */
export function placingsOf(entries: readonly EntryScore[]): Placings {
  const byJudge = new Map<string, { entryId: string; total: Rational }[]>();
  const counts = new Map<string, number[]>();
  for (const entry of entries) {
    counts.set(entry.entryId, []);
    for (const [judgeId, total] of totalsByJudge(entry)) {
      const scored = byJudge.get(judgeId) ?? [];
      scored.push({ entryId: entry.entryId, total });
      byJudge.set(judgeId, scored);
    }
  }
  for (const scored of byJudge.values()) {
    for (const place of rank(scored, (a, b) => compare(b.total, a.total))) {
      for (const { entryId } of place.members) addPlace(counts.get(entryId) ?? [], place.rank);
    }
  }
  return counts;
}

function addPlace(counts: number[], place: number): void {
  while (counts.length < place) counts.push(0);
  counts[place - 1] = (counts[place - 1] ?? 0) + 1;
}

/** More first places first, then more second places, and so on. */
export function compareCountback(a: readonly number[], b: readonly number[]): number {
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const difference = (b[place] ?? 0) - (a[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The judges that both entries have counted sheets of, and which of the two each strictly prefers. */
export function headToHead(a: EntryScore, b: EntryScore): HeadToHead {
  const totals = totalsByJudge(b);
  let common = 0;
  let forFirst = 0;
  let forSecond = 0;
  for (const [judgeId, total] of totalsByJudge(a)) {
    const other = totals.get(judgeId);
    if (other === undefined) continue;
    const order = compare(total, other);
    common += 1;
    if (order > 0) forFirst += 1;
    if (order < 0) forSecond += 1;
  }
  return { common, forFirst, forSecond };
}

/** How many judges two entries have in common, and how many of them prefer each. */
export interface HeadToHead {
  readonly common: number;
  readonly forFirst: number;
  readonly forSecond: number;
}

/** The key of a set of entries: the same for every order of the same ids. */
export function setKey(entryIds: readonly string[]): string {
  return JSON.stringify(entryIds.toSorted(compareBytewise));
}
