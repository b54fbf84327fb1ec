import type { Pair } from '../assign.ts';
import { compareBytewise } from '../bytewise.ts';
import { bridgesOf } from './bridges.ts';
import { CoReadings } from './co-readings.ts';
import { fragileJudges, type Parts, partsOf, type Readers } from './components.ts';
import { efficiencyOf } from './efficiency.ts';
import type { Component } from './problem.ts';

/** How good an assignment is, whoever made it. */
export interface AssignmentReport {
  readonly cards: number;
  /** Entries can be compared only within one component. */
  readonly components: readonly Component[];
  /** Judges whose absence alone would split the graph or leave an entry unread. */
  readonly fragileJudges: readonly string[];
  /** Cards whose loss alone would split the graph. */
  readonly bridges: readonly Pair[];
  /** The fewest and the most entries a judge reads. */
  readonly loads: Range;
  /** The fewest and the most entries that two judges who read at all have in common. */
  readonly coReadings: Range;
  /** See {@link efficiencyOf}; null where it is undefined: in parts, or of fewer than two entries. */
  readonly efficiency: number | null;
  readonly concerns: readonly Concern[];
}

/** A least and a greatest count; both 0 of nothing. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What a chair should look at before accepting. */
export type Concern =
  | 'disconnected'
  | 'fragile-judges'
  | 'bridges'
  | 'uneven-loads'
  | 'low-efficiency';

const leastEfficiency = 0.9;

/** Reports on the pairs; `judgeIds` are all who could read, so that one with nothing to read shows in the loads. */
export function reportAssignment(
  pairs: readonly Pair[],
  judgeIds: readonly string[],
): AssignmentReport {
  const entries = sortedIds(pairs.map(({ entryId }) => entryId));
  const judges = sortedIds([...judgeIds, ...pairs.map(({ judgeId }) => judgeId)]);
  const place = new Map(judges.map((id, at) => [id, at]));
  const byEntry = Map.groupBy(pairs, ({ entryId }) => entryId);
  const readers = entries.map((id) => [
    ...new Set((byEntry.get(id) ?? []).map(({ judgeId }) => place.get(judgeId) ?? 0)),
  ]);
  const parts = partsOf(readers, judges.length);
  const facts = {
    cards: readers.flat().length,
    components: componentsOf(parts, entries, judges),
    fragileJudges: fragileJudges(readers, judges.length).map((at) => judges[at] ?? ''),
    bridges: bridgesOf(readers, judges.length).map(({ entry, judge }) => ({
      entryId: entries[entry] ?? '',
      judgeId: judges[judge] ?? '',
    })),
    loads: rangeOf(loadsOf(readers, judges.length)),
    coReadings: coReadingsOf(readers, judges.length),
    efficiency: parts.count === 1 && entries.length > 1 ? efficiencyOf(readers) : null,
  };
  return { ...facts, concerns: concernsOf(facts) };
}

/** The components by their ids. */
export function componentsOf(
  { count, ofEntry, ofJudge }: Parts,
  entryIds: readonly string[],
  judgeIds: readonly string[],
): Component[] {
  return Array.from({ length: count }, (_, part) => ({
    entryIds: entryIds.filter((_id, at) => ofEntry[at] === part),
    judgeIds: judgeIds.filter((_id, at) => ofJudge[at] === part),
  }));
}

function concernsOf(facts: Omit<AssignmentReport, 'concerns'>): Concern[] {
  const isLow = facts.efficiency !== null && facts.efficiency < leastEfficiency;
  return [
    ...(facts.components.length > 1 ? ['disconnected' as const] : []),
    ...(facts.fragileJudges.length > 0 ? ['fragile-judges' as const] : []),
    ...(facts.bridges.length > 0 ? ['bridges' as const] : []),
    ...(facts.loads.most - facts.loads.least > 1 ? ['uneven-loads' as const] : []),
    ...(isLow ? ['low-efficiency' as const] : []),
  ];
}

function loadsOf(readers: Readers, judges: number): number[] {
  const loads = Array.from({ length: judges }, () => 0);
  for (const judge of readers.flat()) loads[judge] = (loads[judge] ?? 0) + 1;
  return loads;
}

function coReadingsOf(readers: Readers, judges: number): Range {
  const shared = new CoReadings(readers, judges);
  const used = loadsOf(readers, judges).flatMap((load, judge) => (load > 0 ? [judge] : []));
  return rangeOf(
    used.flatMap((one, at) => used.slice(at + 1).map((other) => shared.between(one, other))),
  );
}

function rangeOf(counts: readonly number[]): Range {
  const [first = 0] = counts;
  return counts.reduce(
    ({ least, most }, count) => ({ least: Math.min(least, count), most: Math.max(most, count) }),
    { least: first, most: first },
  );
}

function sortedIds(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted(compareBytewise);
}
