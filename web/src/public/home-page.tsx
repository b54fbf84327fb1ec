import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import { useLanguage } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { read } from './read.ts';

const timeZone = 'Asia/Ho_Chi_Minh';

/** The contests there are. */
export function HomePage() {
  const { words, of, format } = useLanguage();
  useTitle(undefined);
  const asked = useQuery({
    queryKey: ['editions'],
    queryFn: async ({ signal }) =>
      await read<typeof editionRoutes.listEditions>('/api/editions', signal),
  });
  const { data, refetch } = asked;
  const error = whatHinders([asked]);
  return (
    <>
      <h1>{words.contests}</h1>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.items.length === 0 ? <p>{words.noContests}</p> : null}
      <ul class="cards">
        {data?.items.map(({ editionId, name, closesAt }) => (
          <li key={editionId} class="stacked">
            <Link href={`/editions/${editionId}`} class="card">
              <h2 id={`contest-${editionId}`}>{of(name)}</h2>
              <p>
                {words.closesAt}:{' '}
                <time dateTime={closesAt}>{format.moment(closesAt, timeZone)}</time>
              </p>
            </Link>
            <p class="below">
              <Link href={`/editions/${editionId}/check`} aria-describedby={`contest-${editionId}`}>
                {words.check}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
