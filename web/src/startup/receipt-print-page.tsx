import { Link } from 'wouter-preact';
import { receiptPagePath } from '../../../lib/contest/receipt-link.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { afterWords } from '../words/after-words.ts';
import { startupWords } from '../words/startup-words.ts';
import './entry.css';
import { type EntryPath, useEntry } from './use-entry.ts';
import { useReceipt } from './use-receipt.ts';

/** The receipt as one sheet of paper, with all that is needed to check it. */
export function ReceiptPrintPage({ params }: { readonly params: EntryPath }) {
  return (
    <SignedIn>
      <Printed {...params} />
    </SignedIn>
  );
}

function Printed(path: EntryPath) {
  const { words, of, format } = useLanguage();
  const startup = useWords(startupWords);
  const after = useWords(afterWords);
  useTitle(startup.receiptTitle);
  const edition = useEdition(path.editionId);
  const entry = useEntry(path);
  const receipt = useReceipt(path);
  const error = receipt.error ?? edition.error ?? entry.error;
  if (!receipt.data || !edition.data || !entry.data) {
    const again = async () =>
      await Promise.all([receipt.refetch(), edition.refetch(), entry.refetch()]);
    return error === null ? (
      <Waiting />
    ) : (
      <Failure heading={startup.receiptTitle} error={error} retry={() => void again()} />
    );
  }
  const { plan } = edition.data;
  const { code, submission, receivedAt, documents, ...signed } = receipt.data;
  const { content } = entry.data.entry;
  const facts: readonly (readonly [string, string])[] = [
    [startup.entryTitle, content.title],
    [startup.applicant, content.applicant?.name ?? ''],
    [words.entryCode, code],
    [words.submissionNumber, String(submission)],
    [words.receivedAt, `${format.moment(receivedAt, plan.timeZone)} (${receivedAt})`],
    [after.rulesVersion, String(signed.planVersion)],
  ];
  return (
    <article class="narrow paper">
      <p class="actions">
        <Link href={`/editions/${path.editionId}/entries/${path.entryId}`} class="button quiet">
          ← {content.title}
        </Link>
        <button type="button" onClick={() => print()}>
          {startup.printReceipt}
        </button>
      </p>
      <p class="eyebrow">
        {of(plan.organiser)} · {of(plan.name)}
      </p>
      <h1>{startup.receiptTitle}</h1>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.files}</h2>
      <ul class="files">
        {documents.map(({ documentId, fileName, size, sha256 }) => (
          <li key={documentId}>
            {fileName} <span class="soft">{format.bytes(size)}</span>
            <br />
            <code>SHA-256 {sha256}</code>
          </li>
        ))}
      </ul>
      <h2>{after.signature}</h2>
      <p class="soft">{after.signatureHelp}</p>
      <p class="files">
        <code>
          {after.contentHash}: {signed.contentSha256}
        </code>
        <br />
        <code>
          {after.keyId}: {signed.keyId}
        </code>
        <br />
        <code>
          {after.signature}: {signed.signature}
        </code>
      </p>
      <p class="files">
        {startup.checkReceipt}: <code>{location.origin + receiptPagePath(receipt.data)}</code>
      </p>
    </article>
  );
}
