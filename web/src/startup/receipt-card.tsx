import { Link } from 'wouter-preact';
import { receiptPagePath } from '../../../lib/contest/receipt-link.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { startupWords } from '../words/startup-words.ts';
import type { EntryPath } from './use-entry.ts';
import { useReceipt } from './use-receipt.ts';

/** The signed receipt of what was handed in last, to keep or to print. */
export function ReceiptCard(props: EntryPath & { readonly timeZone: string }) {
  const { editionId, entryId, timeZone } = props;
  const { words, format } = useLanguage();
  const startup = useWords(startupWords);
  const { data: receipt, error, refetch } = useReceipt({ editionId, entryId });
  if (receipt === undefined) {
    return error === null ? <Waiting /> : <Failure error={error} retry={() => void refetch()} />;
  }
  const file = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(receipt, undefined, 2))}`;
  return (
    <div class="notice good receipt">
      <h3>{startup.receiptTitle}</h3>
      <dl class="facts">
        <div>
          <dt>{words.entryCode}</dt>
          <dd>{receipt.code}</dd>
        </div>
        <div>
          <dt>{words.submissionNumber}</dt>
          <dd>{receipt.submission}</dd>
        </div>
        <div>
          <dt>{words.receivedAt}</dt>
          <dd>{format.moment(receipt.receivedAt, timeZone)}</dd>
        </div>
      </dl>
      <ul class="files">
        {receipt.documents.map(({ documentId, fileName, sha256 }) => (
          <li key={documentId}>
            {fileName}
            <br />
            <code>SHA-256 {sha256}</code>
          </li>
        ))}
      </ul>
      <p class="actions">
        <Link class="button quiet" href={receiptPagePath(receipt)}>
          {startup.checkReceipt}
        </Link>
        <a class="button quiet" href={file} download={`${receipt.code}-${receipt.submission}.json`}>
          {startup.keepReceipt}
        </a>
        <Link class="button quiet" href={`/editions/${editionId}/entries/${entryId}/receipt`}>
          {startup.printReceipt}
        </Link>
      </p>
    </div>
  );
}
