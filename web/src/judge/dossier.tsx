import { lazy, Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { documentRoutes } from '../../../lib/contract/document-routes.ts';
import type { judgedEntry } from '../../../lib/contract/judging-views.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { PartBoundary } from '../ui/part-boundary.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { judgeWords } from '../words/judge-words.ts';
import { startupWords } from '../words/startup-words.ts';
import { uiWords } from '../words/ui-words.ts';
import type { TaskPath } from './use-sheet.ts';

const PdfView = lazy(async () => (await import('./pdf-view.tsx')).PdfView);

/** What the startup handed in. */
export function Dossier(props: {
  readonly path: TaskPath;
  readonly entry: z.output<typeof judgedEntry>;
  readonly plan: WirePlan;
}) {
  const { path, entry, plan } = props;
  const { words, of, format } = useLanguage();
  const judge = useWords(judgeWords);
  const startup = useWords(startupWords);
  const ui = useWords(uiWords);
  const { content, documents } = entry;
  const [opened, open] = useState<{
    documentId: string;
    name: string;
    url: string;
    turn: number;
  }>();
  const [error, fail] = useState<unknown>();
  const show = async (documentId: string, name: string, isPdf: boolean) => {
    try {
      const { body } = await api.call(documentRoutes.linkJudgedDocument, {
        path: { ...path, documentId },
      });
      fail(undefined);
      // Asked for again within a second, the link is the same.
      if (isPdf) open((last) => ({ documentId, name, url: body.url, turn: (last?.turn ?? 0) + 1 }));
      else location.assign(body.url);
    } catch (failure) {
      fail(failure);
    }
  };
  const answerText = (answer: string | string[], questionId: string) => {
    const options = plan.questions.find(({ id }) => id === questionId)?.options ?? [];
    const nameOf = (id: string) =>
      of(options.find((one) => one.id === id)?.name ?? { vi: id, en: id });
    return typeof answer === 'string'
      ? options.length === 0
        ? answer
        : nameOf(answer)
      : answer.map(nameOf).join(', ');
  };
  return (
    <section aria-labelledby="dossier">
      <h2 id="dossier">{judge.dossierOf}</h2>
      {content.summary === undefined ? null : (
        <>
          <h3>{startup.summary}</h3>
          <p class="written">{content.summary}</p>
        </>
      )}
      {Object.entries(content.answers ?? {}).map(([id, answer]) => (
        <div key={id}>
          <h3>{of(plan.questions.find((one) => one.id === id)?.name ?? { vi: id, en: id })}</h3>
          <p class="written">{answerText(answer, id)}</p>
        </div>
      ))}
      <h3>{words.files}</h3>
      <ul class="rows">
        {documents.map(({ documentId, fileName, size, contentType }) => (
          <li key={documentId}>
            <span>
              {fileName} <span class="soft">{format.bytes(size)}</span>
            </span>
            <button
              type="button"
              class="quiet"
              onClick={() => void show(documentId, fileName, contentType === 'application/pdf')}
            >
              {ui.open}
            </button>
          </li>
        ))}
        {content.links?.map(({ url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer noopener" target="_blank">
              {url}
            </a>
          </li>
        ))}
      </ul>
      {error === undefined ? null : <Failure error={error} />}
      {opened === undefined ? null : (
        <PartBoundary isWhole={false}>
          <Suspense fallback={<Waiting />}>
            <PdfView
              key={opened.turn}
              name={opened.name}
              url={opened.url}
              again={() => void show(opened.documentId, opened.name, true)}
            />
          </Suspense>
        </PartBoundary>
      )}
    </section>
  );
}
