import { compareBytewise } from './bytewise.ts';
import type { Figure } from './divergence.ts';
import type { EntryRecord, ScoreRecord } from './entry-record.ts';
import { type Standing, standingsOf } from './entry-standings.ts';
import { entriesTouched, inForce, type OrganisersDecision } from './organisers-decision.ts';
import type { Outcome } from './outcome.ts';
import { formatPoints } from './points.ts';
import {
  add,
  compare,
  fractionText,
  multiply,
  type Rational,
  rational,
  rationalFromFraction,
  roundHalfAwayFromZero,
  subtract,
} from './rational.ts';
import type { Marks, Rubric } from './rubric.ts';
import type { TieRuling } from './tie-ruling.ts';

/** A sheet that counts as those who deliberate see it: the comment is for the startup, the note for the organisers. */
export interface DeliberatedSheet {
  readonly judgeId: string;
  readonly total: Figure;
  /** In points, by criterion, or by part where a criterion has some. */
  readonly points: { readonly [partId: string]: string };
  readonly comment: string;
  readonly note: string;
}

/** How far apart the totals of an entry's judges are. */
export interface Spread {
  readonly lowest: Figure;
  readonly highest: Figure;
  readonly range: Figure;
  /** Of all of them, whatever a trim leaves out of the score. */
  readonly mean: Figure;
}

/** Everything about one entry that people look at before they decide. */
export interface Deliberation {
  readonly trackId: string;
  readonly rubric: Rubric;
  readonly mostVotes?: number;
  readonly sheets: readonly DeliberatedSheet[];
  readonly notCounted: readonly { readonly judgeId: string; readonly because: string }[];
  readonly score?: ScoreRecord;
  readonly spread?: Spread;
  readonly whyNotEligible: EntryRecord['whyNotEligible'];
  readonly standings: readonly Standing[];
  readonly prizeIds: readonly string[];
  readonly tieRulings: readonly TieRuling[];
  /** In force or not, of the organisers. */
  readonly decisions: readonly (OrganisersDecision & { readonly isInForce: boolean })[];
}

/** What the judges wrote on one sheet. */
type Written = {
  readonly entryId: string;
  readonly judgeId: string;
  readonly marks: Marks;
  readonly comment: string;
  readonly note: string;
};

/** One entry of a closed round, laid out; undefined where it is not in the round. */
export function deliberationOn(
  entryId: string,
  facts: {
    readonly outcome: Outcome;
    readonly sheets: readonly Written[];
    readonly ties: readonly TieRuling[];
    readonly decided: readonly OrganisersDecision[];
  },
): Deliberation | undefined {
  const { outcome, decided } = facts;
  for (const ranking of outcome.rankings) {
    const entry = ranking.entries.find((one) => one.entryId === entryId);
    if (!entry) continue;
    const figure = figureWith(ranking.rules.decimals);
    const standing = new Set(inForce(decided).map(({ number }) => number));
    const totals = entry.sheets.map(({ total }) => rationalFromFraction(total));
    const spread = spreadOf(totals, figure);
    return {
      trackId: entry.trackId,
      rubric: ranking.rubric,
      ...(ranking.mostVotes === undefined ? {} : { mostVotes: ranking.mostVotes }),
      sheets: sheetsOf(entry, facts.sheets, figure),
      notCounted: ranking.notCounted
        .filter((sheet) => sheet.entryId === entryId)
        .map(({ judgeId, because }) => ({ judgeId, because })),
      ...(entry.score === undefined ? {} : { score: entry.score }),
      ...(spread === undefined ? {} : { spread }),
      whyNotEligible: entry.whyNotEligible,
      standings: standingsOf(entryId, ranking),
      prizeIds: (outcome.allocation?.awards ?? [])
        .filter((award) => award.entryId === entryId)
        .map(({ prizeId }) => prizeId)
        .sort(compareBytewise),
      tieRulings: facts.ties.filter(({ order }) => order.flat().includes(entryId)),
      decisions: touching(entryId, decided).map((one) => ({
        ...one,
        isInForce: standing.has(one.number),
      })),
    };
  }
  return undefined;
}

/** The decisions about an entry, and those that took one of them back. */
function touching(entryId: string, decided: readonly OrganisersDecision[]): OrganisersDecision[] {
  return decided.filter((one) => entriesTouched(one, decided).includes(entryId));
}

const figureWith =
  (decimals: number) =>
  (value: Rational): Figure => ({
    exact: fractionText(value),
    printed: roundHalfAwayFromZero(value, decimals),
  });

function sheetsOf(
  { entryId, sheets }: EntryRecord,
  written: readonly Written[],
  figure: (value: Rational) => Figure,
): DeliberatedSheet[] {
  return sheets.map(({ judgeId, total }) => {
    const sheet = written.find((one) => one.entryId === entryId && one.judgeId === judgeId);
    const points = Object.entries(sheet?.marks ?? {}).map(([id, mark]) => [id, formatPoints(mark)]);
    return {
      judgeId,
      total: figure(rationalFromFraction(total)),
      points: Object.fromEntries(points),
      comment: sheet?.comment ?? '',
      note: sheet?.note ?? '',
    };
  });
}

function spreadOf(
  totals: readonly Rational[],
  figure: (value: Rational) => Figure,
): Spread | undefined {
  const sorted = totals.toSorted(compare);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest) return undefined;
  const sum = totals.reduce(add, rational(0n));
  return {
    lowest: figure(lowest),
    highest: figure(highest),
    range: figure(subtract(highest, lowest)),
    mean: figure(multiply(sum, rational(1n, BigInt(totals.length)))),
  };
}
