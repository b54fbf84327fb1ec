import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { deliberationRoutes } from '../../../lib/contract/deliberation-routes.ts';
import { api } from '../api.ts';
import { Desk, type DeskFacts } from '../desk/desk.tsx';
import { Refused } from '../desk/refused.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Waiting } from '../ui/waiting.tsx';
import { resultsWords } from '../words/results-words.ts';
import { DeliberationSheets } from './deliberation-sheets.tsx';
import { FlagFacts } from './flags-part.tsx';
import { type RoundPath, useNames } from './use-outcome.ts';
import './results.css';

interface EntryPath extends RoundPath {
  readonly entryId: string;
}

/** One entry of a closed round laid out for those who deliberate. */
export function DeliberationPage({ params }: { readonly params: EntryPath }) {
  const words = useWords(resultsWords);
  return (
    <Desk editionId={params.editionId} title={words.toDeliberation}>
      {(desk) => <Deliberation desk={desk} path={params} />}
    </Desk>
  );
}

function Deliberation(props: { readonly desk: DeskFacts; readonly path: EntryPath }) {
  const { desk, path } = props;
  const { of } = useLanguage();
  const words = useWords(resultsWords);
  const names = useNames(path.editionId);
  const asked = useQuery({
    queryKey: ['results', path.editionId, 'deliberation', path.roundId, path.entryId],
    queryFn: async () =>
      (await api.call(deliberationRoutes.getDeliberation, { path: { ...path } })).body,
  });
  const { data, refetch } = asked;
  const error = whatHinders([asked]);
  if (error !== null) return <Refused error={error} names={names} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const { plan } = desk.edition;
  const shown = (printed: string) => printed.replace('.', words.decimalMark);
  const uncounted: { readonly [because: string]: string } = words.derived.notCounted;
  const reasons: { readonly [code: string]: string } = words.derived.reasons;
  const nameIn = (list: typeof plan.tracks | typeof plan.prizes, wanted: string) =>
    of(list.find(({ id }) => id === wanted)?.name ?? { vi: wanted, en: wanted });
  return (
    <>
      <p>
        <Link href={`/editions/${path.editionId}/desk/rounds/${path.roundId}/result`}>
          {words.backToResult}
        </Link>
      </p>
      <h2>
        {data.code} · {data.title}
      </h2>
      <p class="soft">{nameIn(plan.tracks, data.trackId)}</p>
      <p class="total">
        {words.score}:{' '}
        <strong>{data.score === undefined ? words.noScore : shown(data.score.printed)}</strong>
      </p>
      {data.whyNotEligible.length === 0 ? null : (
        <p class="notice alarm">
          {words.notRanked}:{' '}
          {[...new Set(data.whyNotEligible.map(({ code }) => reasons[code] ?? code))].join(', ')}
        </p>
      )}
      <h3>{words.standings}</h3>
      <ul>
        {data.standings.map(({ trackId, rank, score, beside, above, below }) => (
          <li key={trackId ?? ''}>
            {trackId === undefined ? words.overall : nameIn(plan.tracks, trackId)}:{' '}
            {words.standing(rank, shown(score))}
            {beside.length === 0 ? '' : ` (${words.shared}: ${beside.map(names.entry).join(', ')})`}
            {above === undefined ? '' : ` · ${words.above(shown(above.score))}`}
            {below === undefined ? '' : ` · ${words.below(shown(below.score))}`}
          </li>
        ))}
        {data.prizeIds.map((prizeId) => (
          <li key={prizeId}>{nameIn(plan.prizes, prizeId)}</li>
        ))}
      </ul>
      <DeliberationSheets deliberation={data} names={names} />
      {data.flag === undefined ? null : (
        <section class="panel">
          <FlagFacts flag={data.flag} names={names} />
        </section>
      )}
      {data.notCounted.length === 0 ? null : (
        <>
          <h3>{words.notCounted}</h3>
          <ul>
            {data.notCounted.map(({ judgeId, because }) => (
              <li key={`${judgeId} ${because}`}>
                {names.person(judgeId)}: {uncounted[because] ?? because}
              </li>
            ))}
          </ul>
        </>
      )}
      {[...data.tieDecisions, ...data.decisions.filter(({ isInForce }) => isInForce)].map((one) => (
        <p key={one.at} class="notice">
          {one.documentNumber ?? ''} {names.person(one.signedBy)}: {one.reason}
        </p>
      ))}
    </>
  );
}
