import type * as z from 'zod';
import type { receiptCheckView } from '../../../lib/contract/receipt-views.ts';
import { useLanguage } from '../language.tsx';

type Valid = Extract<z.output<typeof receiptCheckView>, { valid: true }>;

const timeZone = 'Asia/Ho_Chi_Minh';

/** A receipt that is what it claims to be. */
export function CheckedReceipt({ receipt, latest, withdrawn }: Valid) {
  const { words, format } = useLanguage();
  const { code, submission, receivedAt, documents } = receipt;
  return (
    <>
      <div class="notice good" role="status">
        <h2>{words.receiptValid}</h2>
        <p>{latest ? words.isLatest : words.notLatest}</p>
        {withdrawn ? <p>{words.isWithdrawn}</p> : null}
      </div>
      <dl class="facts">
        <div>
          <dt>{words.entryCode}</dt>
          <dd>{code}</dd>
        </div>
        <div>
          <dt>{words.submissionNumber}</dt>
          <dd>{submission}</dd>
        </div>
        <div>
          <dt>{words.receivedAt}</dt>
          <dd>
            <time dateTime={receivedAt}>{format.moment(receivedAt, timeZone)}</time>
          </dd>
        </div>
      </dl>
      <h2>{words.files}</h2>
      <ul class="files">
        {documents.map(({ fileName, size, sha256 }) => (
          <li key={sha256}>
            {fileName} <span class="soft">{format.bytes(size)}</span>
            <br />
            <code>SHA-256 {sha256}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
