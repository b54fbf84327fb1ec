import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { planRoutes } from '../../../lib/contract/plan-routes.ts';
import { useLanguage } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { read } from './read.ts';

/** Every version of the rules: when, by which decision, why. */
export function PlanVersions(props: { readonly editionId: string; readonly timeZone: string }) {
  const { editionId, timeZone } = props;
  const { words, format } = useLanguage();
  const asked = useQuery({
    queryKey: ['plan-versions', editionId],
    queryFn: async ({ signal }) =>
      await read<typeof planRoutes.listPlanVersions>(
        `/api/editions/${encodeURIComponent(editionId)}/plan-versions`,
        signal,
      ),
  });
  const { data, refetch } = asked;
  const error = whatHinders([asked]);
  return (
    <section>
      <h2>{words.versions}</h2>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      <ol class="versions">
        {data?.items.map(({ planVersion, changedAt, documentNumber, reason }) => (
          <li key={planVersion}>
            <Link href={`/editions/${editionId}/rules/${planVersion}`}>
              <strong>{words.version(String(planVersion))}</strong>
            </Link>{' '}
            <span class="soft">
              {format.moment(changedAt, timeZone)} · {documentNumber}
            </span>
            <br />
            {reason === '' ? words.firstVersion : reason}
          </li>
        ))}
      </ol>
    </section>
  );
}
