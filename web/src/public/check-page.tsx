import { Link } from 'wouter-preact';
import { useLanguage, useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { checkWords } from '../words/check-words.ts';
import { CertificateCheck } from './certificate-check.tsx';
import { useEdition, useResult } from './edition-query.ts';
import { ReceiptCheck } from './receipt-check.tsx';

interface Path {
  readonly editionId: string;
}

/** For whoever holds a paper of the contest: is it genuine? */
export function CheckPage({ params }: { readonly params: Path }) {
  const { editionId } = params;
  const { words, of } = useLanguage();
  const check = useWords(checkWords);
  useTitle(words.check);
  const asked = useEdition(editionId);
  const { data: edition, refetch } = asked;
  const error = whatHinders([asked]);
  const result = useResult(editionId, edition?.phase === 'judging');
  if (error !== null)
    return <Failure heading={words.check} error={error} retry={() => void refetch()} />;
  if (edition === undefined) return <Waiting />;
  return (
    <article class="narrow">
      <p>
        <Link href={`/editions/${editionId}`}>← {of(edition.plan.name)}</Link>
      </p>
      <h1>{words.check}</h1>
      <CertificateCheck />
      <ReceiptCheck editionId={editionId} />
      {result.data === undefined ? null : (
        <p>
          <a href={`/results/${editionId}/`}>{check.results}</a>
        </p>
      )}
    </article>
  );
}
