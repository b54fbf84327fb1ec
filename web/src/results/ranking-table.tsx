import { Link } from 'wouter-preact';
import { useLanguage, useWords } from '../language.tsx';
import { resultsWords } from '../words/results-words.ts';
import { Scrolling } from './scrolling.tsx';
import type { Preview, ResultFacts } from './use-outcome.ts';

type Ranking = Preview['rankings'][number];

/** One ranking: place, score as it is printed, who goes on, which prize. */
export function RankingTable(props: {
  readonly facts: ResultFacts;
  readonly caption: string;
  readonly places: Ranking['overall']['places'];
  readonly advance: Ranking['tracks'][number]['advance'];
}) {
  const { facts, caption, places, advance } = props;
  const { desk, path, preview, names } = facts;
  const { of, format } = useLanguage();
  const words = useWords(resultsWords);
  const prizeName = (prizeId: string) =>
    of(desk.edition.plan.prizes.find(({ id }) => id === prizeId)?.name ?? { vi: '', en: '' });
  const prizesOf = (entryId: string) =>
    preview.awards
      .filter((award) => award.entryId === entryId)
      .map(({ prizeId, joint }) => `${prizeName(prizeId)}${joint ? ` (${words.joint})` : ''}`);
  return (
    <Scrolling label={caption}>
      <table class="ranked">
        <caption>
          <strong>{caption}</strong>{' '}
          {advance === undefined ? null : words.limit(format.count(advance.limit))}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {words.place}
            </th>
            <th scope="col">{words.entry}</th>
            <th scope="col" class="number">
              {words.score}
            </th>
            <th scope="col">{words.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {places.flatMap(({ rank, score, entryIds, standing }) =>
            entryIds.map((entryId) => (
              <tr key={entryId}>
                <td class="number">{rank}</td>
                <th scope="row">
                  <Link
                    href={`/editions/${path.editionId}/desk/rounds/${path.roundId}/result/entries/${entryId}`}
                  >
                    {names.entry(entryId)}
                  </Link>
                </th>
                <td class="number">{score.replace('.', words.decimalMark)}</td>
                <td>
                  {[
                    ...(advance?.entryIds.includes(entryId) === true ? [words.goesOn] : []),
                    ...prizesOf(entryId),
                    ...(entryIds.length === 1
                      ? []
                      : [standing === 'open' ? words.open : words.shared]),
                  ].join(' · ')}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {places.length === 0 ? <p>{words.nobodyRanked}</p> : null}
    </Scrolling>
  );
}
