import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { judgeWords } from '../words/judge-words.ts';

GlobalWorkerOptions.workerSrc = worker;

/** A PDF in the page, one page after the other; nothing of it runs. */
export function PdfView({ name, url }: { readonly name: string; readonly url: string }) {
  const judge = useWords(judgeWords);
  const [document, show] = useState<PDFDocumentProxy>();
  const [error, fail] = useState<unknown>();
  useEffect(() => {
    const loading = getDocument({ url, enableXfa: false });
    loading.promise.then(show, fail);
    return () => void loading.destroy();
  }, [url]);
  if (error !== undefined) return <Failure error={error} />;
  if (document === undefined) return <Waiting />;
  return (
    <section class="pdf" aria-label={name}>
      {Array.from({ length: document.numPages }, (_, at) => (
        <PdfPage
          key={at}
          document={document}
          number={at + 1}
          label={judge.pageOf(at + 1, document.numPages)}
        />
      ))}
    </section>
  );
}

function PdfPage(props: {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly label: string;
}) {
  const { document, number, label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    // Drawn when it comes near: a dossier of a hundred pages opens as fast as one of three.
    const near = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        near.disconnect();
        void draw(document, number, target).then(setText);
      },
      { rootMargin: '600px' },
    );
    near.observe(target);
    return () => near.disconnect();
  }, [document, number]);
  return (
    <>
      <canvas ref={canvas} role="img" aria-label={label} />
      <p class="hidden">{text}</p>
    </>
  );
}

async function draw(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
): Promise<string> {
  const page = await document.getPage(number);
  const width = canvas.clientWidth * Math.min(2, devicePixelRatio);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
