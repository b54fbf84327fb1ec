import type { ComponentChildren } from 'preact';
import {
  add,
  compare,
  divide,
  fractionText,
  rational,
  rationalFromFraction,
  subtract,
} from '../../../lib/contest/rational.ts';
import { useLanguage, useWords } from '../language.tsx';
import { resultsWords } from '../words/results-words.ts';
import { figure, scaleOf, type Totals } from './figures.ts';
import { ScoreStrip } from './score-strip.tsx';
import { Scrolling } from './scrolling.tsx';
import type { ResultFacts } from './use-outcome.ts';

/** How judges scored: by entry how far apart they are, by judge how high and how wide. */
export function ChartsPart({ facts }: { readonly facts: ResultFacts }) {
  const { preview, names } = facts;
  const { format } = useLanguage();
  const words = useWords(resultsWords);
  const entries = preview.rankings.flatMap((ranking) => ranking.entries);
  const byEntry = entries.map(({ entryId, sheets }) => ({
    id: entryId,
    exact: sheets.map(({ total }) => total),
  }));
  const all = entries.flatMap(({ sheets }) => sheets);
  const byJudge = [...new Set(all.map(({ judgeId }) => judgeId))].map((judgeId) => ({
    id: judgeId,
    exact: all.filter((sheet) => sheet.judgeId === judgeId).map(({ total }) => total),
  }));
  return (
    <section>
      <h2>{words.charts}</h2>
      {preview.hiddenSheets === 0 ? null : (
        <p class="notice">{words.hiddenSheets(format.count(preview.hiddenSheets))}</p>
      )}
      {all.length === 0 && preview.hiddenSheets === 0 ? <p>{words.noSheets}</p> : null}
      <TotalsTable caption={words.spread} head={words.entry} rows={byEntry} name={names.entry} />
      <TotalsTable caption={words.byJudge} head={words.judge} rows={byJudge} name={names.person} />
    </section>
  );
}

function TotalsTable(props: {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly Totals[];
  readonly name: (id: string) => string;
}) {
  const { caption, head, name } = props;
  const { format } = useLanguage();
  const words = useWords(resultsWords);
  const rows = props.rows.filter(({ exact }) => exact.length > 0);
  const scale = scaleOf(rows);
  if (rows.length === 0) return null;
  return (
    <Scrolling label={caption}>
      <table class="scores">
        <caption>
          <strong>{caption}</strong> {words.axis(format.count(scale.from), format.count(scale.to))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <td />
            <NumberHead>{words.sheets}</NumberHead>
            <NumberHead>{words.lowest}</NumberHead>
            <NumberHead>{words.highest}</NumberHead>
            <NumberHead>{words.range}</NumberHead>
            <NumberHead>{words.mean}</NumberHead>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, exact }) => {
            const { lowest, highest, range, mean } = summaryOf(exact);
            return (
              <tr key={id}>
                <th scope="row">{name(id)}</th>
                <td>
                  <ScoreStrip exact={exact} mean={mean} scale={scale} />
                </td>
                <td class="number">{format.count(exact.length)}</td>
                {[lowest, highest, range, mean].map((value, place) => (
                  <td key={place} class="number">
                    {figure(value, words.decimalMark)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scrolling>
  );
}

function NumberHead({ children }: { readonly children: ComponentChildren }) {
  return (
    <th scope="col" class="number">
      {children}
    </th>
  );
}

/** Exact fractions of a list that has at least one. */
function summaryOf(exact: readonly string[]) {
  const sorted = exact.map(rationalFromFraction).toSorted(compare);
  const nothing = rational(0n);
  const lowest = sorted[0] ?? nothing;
  const highest = sorted.at(-1) ?? nothing;
  const mean = divide(sorted.reduce(add, nothing), rational(BigInt(Math.max(1, sorted.length))));
  return {
    lowest: fractionText(lowest),
    highest: fractionText(highest),
    range: fractionText(subtract(highest, lowest)),
    mean: fractionText(mean),
  };
}
