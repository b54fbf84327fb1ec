import type { EntryScore } from './aggregate.ts';
import { compareCountback, headToHead, type Placings, setKey } from './judge-placings.ts';
import { median } from './median.ts';
import { groupEqual } from './rank.ts';
import type { RankingRules, TieStep } from './ranking-rules.ts';
import { compare, fractionText, rational, roundHalfAwayFromZero, unitsText } from './rational.ts';
import type { ChairDecision, Decisions } from './round-facts.ts';

/** What the steps of a ladder look at besides the tied entries. */
export interface TieFacts {
  readonly rules: RankingRules;
  readonly decisions: Decisions;
  /** What every sheet's total is over. */
  readonly denominator: bigint;
  /** Costs a pass over the round: asked for only when a countback is reached. */
  readonly placings: () => Placings;
}

/** Why a step left a tied set as it was. */
export type StepNote =
  | 'not-exactly-two-tied'
  | 'fewer-than-three-common-judges'
  | 'unequal-sheet-counts'
  | 'beyond-rank'
  | 'no-decision'
  | 'no-draw';

/** What a step made of a tied set, best group first; `ends` says that the ladder goes no further. */
export interface Split {
  readonly groups: readonly (readonly EntryScore[])[];
  /** What a person reads: the figure each entry was compared on. */
  readonly values: ReadonlyMap<string, string>;
  readonly note?: StepNote;
  readonly ends?: 'shared' | 'open';
  readonly decision?: Omit<ChairDecision, 'order'>;
  readonly commitment?: string;
}

/** Applies one step of the ladder to a tied set. */
export function applyStep(step: TieStep, tied: readonly EntryScore[], facts: TieFacts): Split {
  switch (step.kind) {
    case 'criterion':
      return byCriterion(step.criterionId, tied);
    case 'headToHead':
      return byHeadToHead(tied);
    case 'countback':
      return byCountback(tied, facts);
    case 'median':
      return byMedian(tied, facts);
    case 'chair':
      return byChair(tied, facts.decisions.chair ?? []);
    case 'lot':
      return byLot(tied, facts.decisions);
    case 'shared':
      return { groups: [tied], values: new Map(), ends: 'shared' };
  }
}

function byCriterion(criterionId: string, tied: readonly EntryScore[]): Split {
  const units = new Map<string, bigint>();
  const values = new Map<string, string>();
  for (const entry of tied) {
    const mean =
      entry.mean?.criteria.find((criterion) => criterion.criterionId === criterionId) ??
      entry.components?.find(({ componentId }) => componentId === criterionId);
    if (mean === undefined) throw new RangeError(`the ladder names criterion ${criterionId}`);
    units.set(entry.entryId, mean.units);
    values.set(entry.entryId, unitsText(mean.units, mean.decimals));
  }
  const groups = groupEqual(tied, (a, b) =>
    descending(units.get(a.entryId) ?? 0n, units.get(b.entryId) ?? 0n),
  );
  return { groups, values };
}

function byHeadToHead(tied: readonly EntryScore[]): Split {
  const [first, second, third] = tied;
  if (first === undefined || second === undefined || third !== undefined) {
    return unsplit(tied, 'not-exactly-two-tied');
  }
  const { common, forFirst, forSecond } = headToHead(first, second);
  if (common < 3) return unsplit(tied, 'fewer-than-three-common-judges');
  const values = new Map([
    [first.entryId, `${forFirst} of ${common}`],
    [second.entryId, `${forSecond} of ${common}`],
  ]);
  if (forFirst === forSecond) return { groups: [tied], values };
  return { groups: forFirst > forSecond ? [[first], [second]] : [[second], [first]], values };
}

function byCountback(tied: readonly EntryScore[], facts: TieFacts): Split {
  if (new Set(tied.map(({ sheets }) => sheets.length)).size > 1) {
    return unsplit(tied, 'unequal-sheet-counts');
  }
  const all = facts.placings();
  const counts = (entry: EntryScore) => all.get(entry.entryId) ?? [];
  return {
    groups: groupEqual(tied, (a, b) => compareCountback(counts(a), counts(b))),
    values: valuesOf(tied, (entry) => counts(entry).join('-')),
  };
}

function byMedian(tied: readonly EntryScore[], { denominator, rules }: TieFacts): Split {
  const medians = new Map(
    tied.map((entry) => {
      const middle = median(entry.sheets.map(({ total }) => total));
      return [entry.entryId, rational(middle.numerator, middle.denominator * denominator)];
    }),
  );
  const of = (entry: EntryScore) => medians.get(entry.entryId) ?? rational(0n);
  return {
    groups: groupEqual(tied, (a, b) => compare(of(b), of(a))),
    values: valuesOf(
      tied,
      (entry) =>
        `${roundHalfAwayFromZero(of(entry), rules.decimals)} (exactly ${fractionText(of(entry))})`,
    ),
  };
}

function byChair(tied: readonly EntryScore[], decisions: readonly ChairDecision[]): Split {
  const key = setKey(tied.map(({ entryId }) => entryId));
  const matching = decisions.filter(({ order }) => setKey(order.flat()) === key);
  const [matched, another] = matching;
  if (matched === undefined) return { ...unsplit(tied, 'no-decision'), ends: 'open' };
  if (another !== undefined) throw new RangeError('two decisions of the chair on one tie');
  const position = new Map<string, number>();
  const { order, ...decision } = matched;
  for (const [index, group] of order.entries()) {
    for (const entryId of group) position.set(entryId, index + 1);
  }
  const at = (entry: EntryScore) => position.get(entry.entryId) ?? 0;
  return {
    groups: groupEqual(tied, (a, b) => at(a) - at(b)),
    values: valuesOf(tied, (entry) => String(at(entry))),
    ends: 'shared',
    decision,
  };
}

function byLot(tied: readonly EntryScore[], { lot }: Decisions): Split {
  const position = new Map((lot?.order ?? []).map((entryId, index) => [entryId, index + 1]));
  const isDrawn = tied.every(({ entryId }) => position.has(entryId));
  if (lot === undefined || !isDrawn) return { ...unsplit(tied, 'no-draw'), ends: 'open' };
  const at = (entry: EntryScore) => position.get(entry.entryId) ?? 0;
  return {
    groups: groupEqual(tied, (a, b) => at(a) - at(b)),
    values: valuesOf(tied, (entry) => String(at(entry))),
    commitment: lot.commitment,
  };
}

function unsplit(tied: readonly EntryScore[], note: StepNote): Split {
  return { groups: [tied], values: new Map(), note };
}

function valuesOf(
  tied: readonly EntryScore[],
  text: (entry: EntryScore) => string,
): ReadonlyMap<string, string> {
  return new Map(tied.map((entry) => [entry.entryId, text(entry)]));
}

function descending(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
