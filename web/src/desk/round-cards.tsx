import { useQueries } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { deskWords } from '../words/desk-words.ts';
import type { DeskFacts } from './desk.tsx';

/** Where each round stands. */
export function RoundCards({ facts }: { readonly facts: DeskFacts }) {
  const { of, format } = useLanguage();
  const desk = useWords(deskWords);
  const { edition, editionId } = facts;
  const { rounds } = edition.plan;
  const found = useQueries({
    queries: rounds.map(({ id: roundId }) => ({
      queryKey: ['progress', editionId, roundId],
      queryFn: async () =>
        (await api.call(judgingRoutes.getProgress, { path: { editionId, roundId } })).body,
    })),
  });
  return (
    <section>
      <h2>{desk.rounds}</h2>
      <ul class="cards">
        {rounds.map(({ id, name, closesAt }, at) => {
          const { data, error } = found[at] ?? {};
          return (
            <li key={id}>
              {error ? <Failure error={error} /> : null}
              <Link href={`/editions/${editionId}/desk/rounds/${id}`} class="card">
                <h3>{of(name)}</h3>
                {data === undefined ? (
                  error ? null : (
                    <Waiting />
                  )
                ) : (
                  <>
                    <p>
                      <span class="state">{desk.roundStates[data.state]}</span>
                    </p>
                    {data.assigned === 0 ? null : (
                      <p>
                        {desk.sheetsIn(format.count(data.submitted), format.count(data.assigned))}
                        <progress
                          max={data.assigned}
                          value={data.submitted}
                          aria-label={of(name)}
                        />
                      </p>
                    )}
                  </>
                )}
                <p class="soft">{desk.closesAt(format.wallTime(closesAt))}</p>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
