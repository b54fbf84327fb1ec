import { useMutation } from '@tanstack/preact-query';
import { lazy, Suspense } from 'preact/compat';
import { documentRoutes } from '../../../lib/contract/document-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { startupWords } from '../words/startup-words.ts';
import { uiWords } from '../words/ui-words.ts';
import type { EntryPart } from './entry-part.ts';

const PdfView = lazy(async () => (await import('../judge/pdf-view.tsx')).PdfView);

type Document = EntryPart['entry']['documents'][number];

/** The files of the dossier: a PDF opens in the page, anything else is downloaded. Each opening is audited. */
export function EntryFiles({ facts, entry }: EntryPart) {
  const { words: all, of, format } = useLanguage();
  const startup = useWords(startupWords);
  const words = useWords(dossierWords);
  const ui = useWords(uiWords);
  const { plan } = facts.edition;
  const { editionId, entryId, documents, content } = entry;
  const open = useMutation({
    mutationFn: async ({ documentId, fileName, contentType }: Document) => {
      const path = { editionId, entryId, documentId };
      const { url } = (await api.call(documentRoutes.linkDocument, { path })).body;
      if (contentType !== 'application/pdf') location.assign(url);
      return { url, name: fileName, isPdf: contentType === 'application/pdf' };
    },
  });
  const kindName = (kind: string) =>
    of(plan.documents.find((one) => one.kind === kind)?.name ?? { vi: kind, en: kind });
  const links = content.links ?? [];
  return (
    <section aria-labelledby="files">
      <h3 id="files">{all.files}</h3>
      {documents.length + links.length === 0 ? <p>{words.noFiles}</p> : null}
      <ul class="rows">
        {documents.map((document) => (
          <li key={document.documentId}>
            <span>
              {document.fileName}{' '}
              <span class="soft">
                {kindName(document.kind)} · {format.bytes(document.size)} ·{' '}
                {document.confirmed ? startup.inspections[document.inspection] : startup.notArrived}
              </span>
            </span>
            {document.inspection === 'clean' ? (
              <button
                type="button"
                class="quiet"
                aria-label={`${ui.open}: ${document.fileName}`}
                disabled={open.isPending}
                onClick={() => open.mutate(document)}
              >
                {ui.open}
              </button>
            ) : null}
          </li>
        ))}
        {links.map(({ kind, url }) => (
          <li key={url}>
            <span>
              <a href={url} rel="noreferrer noopener" target="_blank">
                {url}
              </a>{' '}
              <span class="soft">{kindName(kind)}</span>
            </span>
          </li>
        ))}
      </ul>
      {open.error === null ? null : <Failure error={open.error} />}
      {open.data?.isPdf ? (
        <Suspense fallback={<Waiting />}>
          <PdfView
            key={open.data.url}
            name={open.data.name}
            url={open.data.url}
            again={() => open.mutate(open.variables)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
