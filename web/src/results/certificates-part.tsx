import { certificateRoutes } from '../../../lib/contract/certificate-routes.ts';
import { api } from '../api.ts';
import { Refused } from '../desk/refused.tsx';
import { useAct } from '../desk/use-act.ts';
import { useLanguage, useWords } from '../language.tsx';
import { certificateWords } from '../words/certificate-words.ts';
import { CertificateRow } from './certificate-row.tsx';
import type { PublicationFacts } from './use-publication.ts';

/** Certificates of the published awards: issued, fetched, revoked. */
export function CertificatesPart({ facts }: { readonly facts: PublicationFacts }) {
  const { editionId } = facts.desk;
  const { format } = useLanguage();
  const words = useWords(certificateWords);
  const issue = useAct(
    async (_: undefined, idempotencyKey) =>
      (
        await api.call(certificateRoutes.issueCertificates, {
          path: { editionId },
          body: { awards: 'all' },
          idempotencyKey,
        })
      ).body,
    () => undefined,
  );
  const { data } = issue;
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
        {data === undefined ? null : (
          <p>
            {words.issued(format.count(data.issued))}{' '}
            {data.remaining === 0 ? '' : words.remaining(format.count(data.remaining))}
          </p>
        )}
      </div>
      <ul class="rows certificates">
        {data?.certificates.map((certificate) => (
          <CertificateRow
            key={certificate.code}
            editionId={editionId}
            certificate={certificate}
            names={facts.names}
            again={() => issue.mutate(undefined)}
          />
        ))}
      </ul>
    </section>
  );
}
