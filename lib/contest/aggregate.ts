import {
  type ComponentScore,
  componentsOf,
  hasComponents,
  mostVotes,
  withComponents,
} from './components.ts';
import {
  type CountedRound,
  type CountedSheet,
  countSheets,
  type UncountedSheet,
} from './counted-sheets.ts';
import { type WhyNotEligible, whyNotEligible } from './eligibility.ts';
import { meanOf, type OfficialMean } from './official-mean.ts';
import type { RankingRules, TrimRule } from './ranking-rules.ts';
import { type Rational, roundToUnits } from './rational.ts';
import type { RoundEntry, RoundSheet } from './round-facts.ts';
import type { Rubric } from './rubric.ts';
import { sheetsNeededToTrim } from './trim.ts';

/** One entry's official score with everything it came from. */
export interface EntryScore extends Omit<RoundEntry, 'given'> {
  /** The sheets that count, by judge. */
  readonly sheets: readonly CountedSheet[];
  /** Absent when no sheet counts. */
  readonly mean?: OfficialMean;
  /** Only where the rubric has some: what of them was given. */
  readonly components?: readonly ComponentScore[];
  /** The mean of the sheets and all components; absent when one of these is. */
  readonly score?: Rational;
  /** The score, rounded once: units of the last decimal. */
  readonly units?: bigint;
  /** Empty when the entry is eligible. */
  readonly reasons: readonly WhyNotEligible[];
}

/** Whether a trim in the rules took effect; it does for every entry or for none. */
export type TrimReport = TrimRule & {
  readonly applied: boolean;
  readonly sheetsNeeded: number;
  readonly fewestSheets: number;
};

/** A round's scores, by entry id. */
export interface RoundScores {
  readonly entries: readonly EntryScore[];
  readonly notCounted: readonly UncountedSheet[];
  /** What every sheet's `total` is over. */
  readonly denominator: bigint;
  readonly trim?: TrimReport;
}

/** Steps 1 to 4 of the official score: the sheets that count, their mean, what is added to it, the floors, one rounding. */
export function aggregate(facts: {
  readonly rules: RankingRules;
  readonly rubric: Rubric;
  readonly entries: readonly RoundEntry[];
  readonly sheets: readonly RoundSheet[];
}): RoundScores {
  const { rules, rubric } = facts;
  const round = countSheets(facts);
  const trim = rules.trim && reportTrim(rules.trim, round);
  const applied = trim?.applied === true ? trim : undefined;
  const most = mostVotes(round.entries);
  const entries = round.entries.map(({ given, ...entry }): EntryScore => {
    const { sheets } = entry;
    const mean = meanOf(sheets, { rubric, scale: round.scale, rules, trim: applied });
    const { scores, missing } = componentsOf(rubric, given, most);
    const score = mean && missing.length === 0 ? withComponents(mean.value, scores) : undefined;
    return {
      ...entry,
      ...(mean === undefined ? {} : { mean }),
      ...(hasComponents(rubric) ? { components: scores } : {}),
      ...(score === undefined ? {} : { score, units: roundToUnits(score, rules.decimals) }),
      reasons: whyNotEligible({ rules, rubric, sheets, mean, score, missing }),
    };
  });
  return {
    entries,
    notCounted: round.notCounted,
    denominator: round.scale.denominator,
    ...(trim === undefined ? {} : { trim }),
  };
}

/** A trim that reached only some entries would score them by another rule than the rest. */
function reportTrim(trim: TrimRule, round: CountedRound): TrimReport {
  const sheetsNeeded = sheetsNeededToTrim(trim.count);
  let fewestSheets = Number.POSITIVE_INFINITY;
  for (const { sheets } of round.entries) fewestSheets = Math.min(fewestSheets, sheets.length);
  if (round.entries.length === 0) fewestSheets = 0;
  const applied = trim.count > 0 && fewestSheets >= sheetsNeeded;
  return { count: trim.count, level: trim.level, applied, sheetsNeeded, fewestSheets };
}
