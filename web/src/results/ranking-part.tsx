import { useLanguage, useWords } from '../language.tsx';
import { resultsWords } from '../words/results-words.ts';
import { RankingTable } from './ranking-table.tsx';
import type { ResultFacts } from './use-outcome.ts';

/** The rankings of a round: of all where they decide prizes, of each track, and who is in none. */
export function RankingPart({ facts }: { readonly facts: ResultFacts }) {
  const { desk, preview } = facts;
  const { of } = useLanguage();
  const words = useWords(resultsWords);
  const { plan } = desk.edition;
  const isLast = plan.rounds.at(-1)?.id === preview.roundId;
  const [only, another] = preview.rankings;
  const trackName = (trackId: string) =>
    of(plan.tracks.find(({ id }) => id === trackId)?.name ?? { vi: trackId, en: trackId });
  const tracks = preview.rankings.flatMap((ranking) => ranking.tracks);
  const ofTracks = tracks.map(({ trackId, ranking, advance }) => (
    <RankingTable
      key={trackId}
      facts={facts}
      caption={trackName(trackId)}
      places={ranking.places}
      advance={advance}
    />
  ));
  return (
    <section>
      <h2>{words.ranking}</h2>
      {isLast && only !== undefined && another === undefined ? (
        <>
          <RankingTable
            facts={facts}
            caption={words.overall}
            places={only.overall.places}
            advance={undefined}
          />
          <details>
            <summary>{tracks.map(({ trackId }) => trackName(trackId)).join(' · ')}</summary>
            {ofTracks}
          </details>
        </>
      ) : (
        ofTracks
      )}
      <NotRanked facts={facts} />
      {isLast ? <Prizes facts={facts} /> : null}
    </section>
  );
}

function NotRanked({ facts }: { readonly facts: ResultFacts }) {
  const words = useWords(resultsWords);
  const entries = facts.preview.rankings
    .flatMap((ranking) => ranking.entries)
    .filter(({ whyNotEligible }) => whyNotEligible.length > 0);
  if (entries.length === 0) return null;
  const reasons: { readonly [code: string]: string } = words.derived.reasons;
  return (
    <>
      <h3>{words.notRanked}</h3>
      <ul>
        {entries.map(({ entryId, score, whyNotEligible }) => (
          <li key={entryId}>
            {facts.names.entry(entryId)}
            {score === undefined ? '' : ` (${score.printed.replace('.', words.decimalMark)})`}:{' '}
            {[...new Set(whyNotEligible.map(({ code }) => reasons[code] ?? code))].join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Prizes({ facts }: { readonly facts: ResultFacts }) {
  const { desk, preview, names } = facts;
  const { of, format } = useLanguage();
  const words = useWords(resultsWords);
  const because: { readonly [code: string]: string } = words.derived.because;
  const nameOf = (prizeId: string) =>
    of(desk.edition.plan.prizes.find(({ id }) => id === prizeId)?.name ?? { vi: '', en: '' });
  return (
    <>
      <h3>{words.prizes}</h3>
      {preview.awards.length === 0 ? <p>{words.noPrizes}</p> : null}
      <ul>
        {preview.awards.map(({ prizeId, entryId, joint }) => (
          <li key={`${prizeId} ${entryId}`}>
            {nameOf(prizeId)}: {names.entry(entryId)}
            {joint ? ` (${words.joint})` : ''}
          </li>
        ))}
        {preview.unawarded.map(({ prizeId, places, because: why }) => (
          <li key={`${prizeId} ${why}`}>
            {words.emptyPlaces(format.count(places), nameOf(prizeId), because[why] ?? why)}
          </li>
        ))}
      </ul>
    </>
  );
}
