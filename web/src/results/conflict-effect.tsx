import { useQuery } from '@tanstack/preact-query';
import { conflictEffectRoutes } from '../../../lib/contract/conflict-effect-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { resultsWords } from '../words/results-words.ts';
import type { ResultFacts } from './use-outcome.ts';

/** Whether sheets that a conflict of interest struck would have changed anything. */
export function ConflictEffect({ facts }: { readonly facts: ResultFacts }) {
  const { path, names } = facts;
  const { format } = useLanguage();
  const words = useWords(resultsWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['results', path.editionId, 'conflict-effect', path.roundId],
    queryFn: async () =>
      (await api.call(conflictEffectRoutes.getConflictEffect, { path: { ...path } })).body,
  });
  const rank = (standing: { readonly rank?: number; readonly trackRank?: number }) =>
    String(standing.rank ?? standing.trackRank ?? '–');
  return (
    <section>
      <h2>{words.conflictEffect}</h2>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : (
        <p>
          {data.struck.length === 0
            ? words.noStruck
            : words.struck(format.count(data.struck.length))}{' '}
          {data.struck.length > 0 && data.changes.length === 0 ? words.noEffect : ''}
        </p>
      )}
      <ul>
        {data?.changes.map(({ entryId, counted, struck }) => (
          <li key={entryId}>{words.effect(names.entry(entryId), rank(struck), rank(counted))}</li>
        ))}
      </ul>
    </section>
  );
}
