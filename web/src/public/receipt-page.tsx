import { useQuery } from '@tanstack/preact-query';
import type { submissionRoutes } from '../../../lib/contract/submission-routes.ts';
import { useLanguage } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { CheckedReceipt } from './checked-receipt.tsx';
import { read } from './read.ts';

interface ReceiptPath {
  readonly editionId: string;
  readonly code: string;
  readonly submission: string;
}

const checkPath = ({ editionId, code, submission }: ReceiptPath, signature: string) =>
  `/api/editions/${encodeURIComponent(editionId)}/receipts/${encodeURIComponent(code)}/${encodeURIComponent(submission)}?signature=${encodeURIComponent(signature)}` as const;

/** What anybody who was given the link of a receipt can see of it. */
export function ReceiptPage({ params }: { readonly params: ReceiptPath }) {
  const { words } = useLanguage();
  useTitle(words.receipt);
  const signature = new URLSearchParams(location.search).get('signature') ?? '';
  const asked = useQuery({
    queryKey: ['receipt', params, signature],
    queryFn: async ({ signal }) =>
      await read<typeof submissionRoutes.checkReceipt>(checkPath(params, signature), signal),
  });
  const { data, refetch } = asked;
  const error = whatHinders([asked]);
  return (
    <article class="narrow">
      <h1>{words.receipt}</h1>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.valid === true ? <CheckedReceipt {...data} /> : null}
      {data?.valid === false ? (
        <div class="notice alarm" role="status">
          <h2>{words.receiptInvalid}</h2>
          <p>{words.receiptInvalidHelp}</p>
        </div>
      ) : null}
    </article>
  );
}
