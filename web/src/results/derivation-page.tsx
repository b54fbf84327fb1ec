import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { derivationRoutes } from '../../../lib/contract/derivation-routes.ts';
import { api } from '../api.ts';
import { Desk } from '../desk/desk.tsx';
import { Refused } from '../desk/refused.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { resultsWords } from '../words/results-words.ts';
import { DerivationText } from './derivation-text.tsx';
import { type RoundPath, useNames } from './use-outcome.ts';
import './results.css';

/** How a round comes to its result, in words, to be read and printed. */
export function DerivationPage({ params }: { readonly params: RoundPath }) {
  const words = useWords(resultsWords);
  return (
    <Desk editionId={params.editionId} title={words.derivation}>
      {() => <Derivation path={params} />}
    </Desk>
  );
}

function Derivation({ path }: { readonly path: RoundPath }) {
  const { language, format } = useLanguage();
  const words = useWords(resultsWords);
  const names = useNames(path.editionId);
  const { editionId, roundId } = path;
  const { data, error, refetch } = useQuery({
    queryKey: ['results', editionId, 'derivation', roundId, language],
    queryFn: async () =>
      (
        await api.call(derivationRoutes.getDerivation, {
          path: { editionId, roundId },
          query: { language },
        })
      ).body,
  });
  if (error !== null) return <Refused error={error} names={names} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <p class="soft">{words.derivationHelp}</p>
      <p class="actions">
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
        <Link href={`/editions/${editionId}/desk/rounds/${roundId}/result`} class="button quiet">
          {words.backToResult}
        </Link>
      </p>
      {data.hiddenSheets === 0 ? null : (
        <p class="notice">{words.hiddenSheets(format.count(data.hiddenSheets))}</p>
      )}
      <DerivationText text={data.text} />
    </>
  );
}
