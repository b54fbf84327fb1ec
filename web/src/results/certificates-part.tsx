import { useQuery } from '@tanstack/preact-query';
import { certificateRoutes } from '../../../lib/contract/certificate-routes.ts';
import { api } from '../api.ts';
import { everyPage } from '../desk/every-page.ts';
import { Refused } from '../desk/refused.tsx';
import { useAct } from '../desk/use-act.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { certificateWords } from '../words/certificate-words.ts';
import { CertificateRow } from './certificate-row.tsx';
import type { PublicationFacts } from './use-publication.ts';

/** Certificates of the published awards: issued, fetched, revoked. */
export function CertificatesPart({ facts }: { readonly facts: PublicationFacts }) {
  const { editionId } = facts.desk;
  const { format } = useLanguage();
  const words = useWords(certificateWords);
  const path = { editionId };
  const { data, error, refetch } = useQuery({
    queryKey: ['certificates', editionId],
    queryFn: async () =>
      await everyPage(
        async (query) => (await api.call(certificateRoutes.listCertificates, { path, query })).body,
      ),
  });
  const issue = useAct(
    async (_: undefined, idempotencyKey) =>
      (
        await api.call(certificateRoutes.issueCertificates, {
          path,
          body: { awards: 'all' },
          idempotencyKey,
        })
      ).body,
    async () => await refetch(),
  );
  return (
    <section>
      <h2>{words.certificates}</h2>
      <p>{words.certificatesHelp}</p>
      <Refused error={issue.error} names={facts.names} />
      <button type="button" disabled={issue.isPending} onClick={() => issue.mutate(undefined)}>
        {words.issue}
      </button>
      <div role="status">
        {issue.isPending ? <progress aria-label={words.issue} /> : null}
        {issue.data === undefined ? null : (
          <p>
            {words.issued(format.count(issue.data.issued))}{' '}
            {issue.data.remaining === 0 ? '' : words.remaining(format.count(issue.data.remaining))}
          </p>
        )}
      </div>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.length === 0 ? <p class="soft">{words.none}</p> : null}
      <ul class="rows certificates">
        {data?.map((certificate) => (
          <CertificateRow
            key={certificate.code}
            editionId={editionId}
            certificate={certificate}
            names={facts.names}
            again={refetch}
          />
        ))}
      </ul>
    </section>
  );
}
