import { type DerivationNames, personOf, plainly } from './derivation-names.ts';
import type { DerivationWords } from './derivation-words.ts';
import type { DroppedRecord, EntryRecord, ScoreRecord } from './entry-record.ts';
import { formatPoints } from './points.ts';
import type { RankingRecord } from './ranking-record.ts';
import { add, fractionText, rational, rationalFromFraction, unitsText } from './rational.ts';
import { type Criterion, type Marks, markOn, totalScale } from './rubric.ts';

/** The marks of one sheet. */
export type MarkedSheet = {
  readonly entryId: string;
  readonly judgeId: string;
  readonly marks: Marks;
};

interface Facts {
  readonly names: DerivationNames;
  readonly ranking: RankingRecord;
  /** By `entryId judgeId`. */
  readonly marks: ReadonlyMap<string, Marks>;
  /** Entries the reader is close to: what single judges gave them is not written. */
  readonly hidden: { readonly has: (entryId: string) => boolean };
}

/** How one entry came to its printed score: each line ends in the figure that the next one takes. */
export function entryLines(entry: EntryRecord, facts: Facts): string[] {
  const { words } = facts.names;
  if (facts.hidden.has(entry.entryId)) return hiddenLines(entry, words);
  const sheets = entry.sheets.map(({ judgeId, total }) => {
    const marks = facts.marks.get(`${entry.entryId} ${judgeId}`);
    const terms = marks ? `${sumOf(facts.ranking, (one) => markText(marks, one))} = ` : '';
    return `- ${words.sheet} (${personOf(facts.names, judgeId)}): ${terms}${total}`;
  });
  const left = facts.ranking.notCounted
    .filter(({ entryId }) => entryId === entry.entryId)
    .map(
      ({ judgeId, because }) =>
        `- ${words.notCountedSheet} (${personOf(facts.names, judgeId)}): ${words.notCounted[because]}`,
    );
  const reasons = entry.whyNotEligible.map(
    ({ code }) => `- ${words.notEligible}: ${words.reasons[code]}`,
  );
  if (!entry.score) return [...sheets, ...left, `- ${words.noScore}`, ...reasons];
  const { mean, printed } = entry.score;
  return [
    ...sheets,
    ...left,
    ...entry.score.dropped.map((dropped) => droppedLine(dropped, facts)),
    ...meanLines(entry, entry.score, facts),
    `- ${words.rounded}: ${mean} → ${printed}`,
    ...reasons,
  ];
}

function hiddenLines({ sheets, score }: EntryRecord, words: DerivationWords): string[] {
  return [
    `- ${words.hidden}: ${sheets.length}`,
    ...(score ? [`- ${words.rounded}: ${score.mean} → ${score.printed}`] : []),
  ];
}

/** From the totals of the sheets that are kept, or from the means of the criteria where the rules go by these. */
function meanLines(entry: EntryRecord, score: ScoreRecord, facts: Facts): string[] {
  const { applied } = facts.ranking;
  const { words } = facts.names;
  if (applied.mean === 'trimmed-by-criterion' || applied.criterionMeans === 'rounded-first') {
    return criterionLines(entry, score, facts);
  }
  const dropped = new Set(score.dropped.map(({ judgeId }) => judgeId));
  const kept = entry.sheets.filter(({ judgeId }) => !dropped.has(judgeId));
  const totals = kept.map(({ total }) => total);
  const sum = totals.map(rationalFromFraction).reduce(add, rational(0n));
  return [
    `- ${words.sum}: ${totals.join(' + ')} = ${fractionText(sum)}`,
    `- ${words.mean}: ${fractionText(sum)} ÷ ${kept.length} = ${score.mean}`,
  ];
}

function criterionLines(entry: EntryRecord, score: ScoreRecord, facts: Facts): string[] {
  const { words, language } = facts.names;
  const { ranking } = facts;
  const isRounded = ranking.applied.criterionMeans === 'rounded-first';
  const means = new Map(score.criteria.map((one) => [one.criterionId, one]));
  const lines = ranking.rubric.criteria.map(({ id, name }) => {
    const marks = keptMarks(entry, id, score.dropped, facts);
    const mean = means.get(id);
    const rounded = isRounded ? ` → ${mean?.printed ?? ''}` : '';
    const sum = `(${marks.join(' + ')}) ÷ ${marks.length}`;
    return `- ${words.criterionMean} “${plainly(name[language])}”: ${sum} = ${mean?.mean ?? ''}${rounded}`;
  });
  const terms = sumOf(ranking, ({ id }) => {
    const mean = means.get(id);
    return (isRounded ? mean?.printed : mean?.mean) ?? '';
  });
  return [...lines, `- ${words.combined}: ${terms} = ${score.mean}`];
}

/** The marks on a criterion that no trim left out, in points. */
function keptMarks(
  { entryId, sheets }: EntryRecord,
  criterionId: string,
  dropped: readonly DroppedRecord[],
  facts: Facts,
): string[] {
  const left = new Set(
    dropped
      .filter((one) => 'criterionId' in one && one.criterionId === criterionId)
      .map(({ judgeId }) => judgeId),
  );
  return sheets
    .filter(({ judgeId }) => !left.has(judgeId))
    .flatMap(({ judgeId }) => {
      const marks = facts.marks.get(`${entryId} ${judgeId}`);
      const mark = marks && markOn(marks, criterionId);
      return mark === undefined ? [] : [formatPoints(mark)];
    });
}

/** What each criterion brings, times what it counts where that is not once. */
function sumOf({ rubric }: RankingRecord, figure: (criterion: Criterion) => string): string {
  const { multipliers, denominator } = totalScale(rubric);
  return rubric.criteria
    .map((criterion, at) => {
      // A multiplier applies to hundredths, a figure is in points.
      const factor = fractionText(rational((multipliers[at] ?? 0n) * 100n, denominator));
      return factor === '1' ? figure(criterion) : `${figure(criterion)} × ${factor}`;
    })
    .join(' + ');
}

const markText = (marks: Marks, { id }: Criterion): string =>
  unitsText(BigInt(markOn(marks, id) ?? 0), 2);

function droppedLine(dropped: DroppedRecord, { names, ranking }: Facts): string {
  const { words, language } = names;
  const who = personOf(names, dropped.judgeId);
  if (!('criterionId' in dropped)) return `- ${words.dropped} (${who}): ${dropped.total}`;
  const { criterionId, points } = dropped;
  const name = ranking.rubric.criteria.find(({ id }) => id === criterionId)?.name[language];
  return `- ${words.dropped} (${who}, “${plainly(name ?? criterionId)}”): ${points}`;
}
