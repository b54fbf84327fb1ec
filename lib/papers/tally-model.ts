import { componentList } from '../contest/components.ts';
import type { UncountedSheet } from '../contest/counted-sheets.ts';
import type { WhyNotEligible } from '../contest/eligibility.ts';
import type { DroppedRecord, EntryRecord, ScoreRecord } from '../contest/entry-record.ts';
import type { Place } from '../contest/ranking.ts';
import type { RankingRecord, TrackRanking } from '../contest/ranking-record.ts';
import { rationalFromFraction, roundHalfAwayFromZero } from '../contest/rational.ts';
import { entryNames, judgesOf, type NamedEntry, nameOf, type PaperFacts } from './paper-facts.ts';
import { wording } from './wording.ts';
import { withComma, withDots } from './written-forms.ts';

/** One track's entries with every total that counts, best first; who has no rank stands last, by code. */
export interface TallyTable {
  readonly track: string;
  /** What its entries get from no judge. */
  readonly components: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly TallyRow[];
}

export interface TallyRow {
  readonly entry: NamedEntry;
  /** By judge id; decimals with a comma. */
  readonly totals: ReadonlyMap<string, JudgeTotal>;
  /** Of the sheets, rounded to be read; absent where no sheet counts. */
  readonly mean?: string;
  /** By component id, the votes behind those of a public vote. */
  readonly components: ReadonlyMap<string, string>;
  /** What is published: the mean, and the components where there are some. */
  readonly score?: string;
  /** In the track; absent where the entry does not pass. */
  readonly rank?: number;
  /** Among all tracks of the rubric. */
  readonly overallRank?: number;
  /** Not the only one at its rank: by the rules, or until people decide. */
  readonly tied?: 'shared' | 'open';
  readonly advances: boolean;
  readonly whyNotEligible: readonly WhyNotEligible[];
  /** Sheets left out for a conflict of interest. */
  readonly struck: number;
  /** Sheets left out because their task was taken back. */
  readonly takenBack: number;
}

/** `isDropped`: a trim leaves it out of the mean. */
export interface JudgeTotal {
  readonly text: string;
  readonly isDropped: boolean;
}

export interface Tally {
  readonly judges: readonly { readonly judgeId: string; readonly name: string }[];
  readonly tables: readonly TallyTable[];
  readonly decimals: number;
  readonly hasOverall: boolean;
  readonly hasDropped: boolean;
  readonly hasComponents: boolean;
}

/** The totals of a round, a table for each track in the order of the plan. */
export function tallyOf(facts: PaperFacts): Tally {
  const { outcome, plan, roundPlan } = facts;
  const ranked = outcome.rankings.flatMap((record) =>
    record.tracks.map((track) => ({ record, track })),
  );
  const tables = plan.tracks.flatMap(({ id, name }) =>
    ranked
      .filter(({ track }) => track.trackId === id)
      .map(({ record, track }) => ({
        track: name.vi,
        components: componentList(record.rubric).map((one) => ({ id: one.id, name: one.name.vi })),
        rows: rowsOf(facts, record, track),
      })),
  );
  const totals = tables.flatMap(({ rows }) => rows).flatMap((row) => [...row.totals.values()]);
  return {
    judges: judgesOf(facts).map((judgeId) => ({ judgeId, name: nameOf(facts, judgeId) })),
    tables,
    decimals: roundPlan.rules.decimals,
    hasOverall: outcome.rankings.some(({ tracks }) => tracks.length > 1),
    hasDropped: totals.some(({ isDropped }) => isDropped),
    hasComponents: tables.some(({ components }) => components.length > 0),
  };
}

function rowsOf(facts: PaperFacts, record: RankingRecord, track: TrackRanking): TallyRow[] {
  const named = entryNames(facts.tasks);
  const inTrack = placesById(track.ranking.places);
  const overall = placesById(record.overall.places);
  return record.entries
    .filter(({ trackId }) => trackId === track.trackId)
    .map((entry): TallyRow => {
      const { entryId } = entry;
      const place = inTrack.get(entryId);
      const all = overall.get(entryId);
      return {
        entry: named(entryId),
        totals: totalsOf(entry, record.rules.decimals),
        ...scoreOf(entry.score, record.rules.decimals),
        ...(place ? { rank: place.rank } : {}),
        ...(all && record.tracks.length > 1 ? { overallRank: all.rank } : {}),
        ...(place && place.standing !== 'alone' ? { tied: place.standing } : {}),
        advances: track.advance?.entryIds.includes(entryId) === true,
        whyNotEligible: entry.whyNotEligible,
        struck: leftOut(record, entryId, 'recused'),
        takenBack: leftOut(record, entryId, 'taken-back'),
      };
    })
    .sort(bestFirst);
}

const leftOut = (
  { notCounted }: RankingRecord,
  wanted: string,
  cause: UncountedSheet['because'],
): number =>
  notCounted.filter(({ entryId, because }) => entryId === wanted && because === cause).length;

function scoreOf(
  score: ScoreRecord | undefined,
  decimals: number,
): Pick<TallyRow, 'mean' | 'score' | 'components'> {
  if (!score) return { components: new Map() };
  return {
    mean: withComma(roundHalfAwayFromZero(rationalFromFraction(score.mean), decimals)),
    score: withComma(score.printed),
    components: new Map(
      (score.components ?? []).map(({ componentId, printed, votes }) => {
        const points = withComma(printed);
        return [
          componentId,
          votes === undefined ? points : wording.tally.voted(points, withDots(votes)),
        ];
      }),
    ),
  };
}

const placesById = (places: readonly Place[]): ReadonlyMap<string, Place> =>
  new Map(places.flatMap((place) => place.entryIds.map((entryId) => [entryId, place] as const)));

function totalsOf({ sheets, score }: EntryRecord, decimals: number): Map<string, JudgeTotal> {
  const dropped = new Set((score?.dropped ?? []).flatMap(droppedJudge));
  return new Map(
    sheets.map(({ judgeId, total }) => {
      const text = withComma(roundHalfAwayFromZero(rationalFromFraction(total), decimals));
      return [judgeId, { text, isDropped: dropped.has(judgeId) }];
    }),
  );
}

/** A trim by criterion leaves single marks out, no total. */
const droppedJudge = (dropped: DroppedRecord): string[] =>
  'total' in dropped ? [dropped.judgeId] : [];

const bestFirst = (one: TallyRow, other: TallyRow): number =>
  (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER) ||
  (one.entry.code < other.entry.code ? -1 : 1);

/** An entry's components under their names, a line each. */
export const componentTexts = (
  components: TallyTable['components'],
  row: Pick<TallyRow, 'components'>,
): string[] =>
  components.map(({ id, name }) =>
    wording.tally.component(name, row.components.get(id) ?? wording.tally.noScore),
  );
