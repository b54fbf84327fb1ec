import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { judgeWords } from '../words/judge-words.ts';

GlobalWorkerOptions.workerSrc = worker;

/** A PDF in the page, one page after the other; nothing of it runs. `again` asks for a new link: one is good for a minute. */
export function PdfView(props: {
  readonly name: string;
  readonly url: string;
  readonly again: () => void;
}) {
  const { name, url, again } = props;
  const judge = useWords(judgeWords);
  const [document, show] = useState<PDFDocumentProxy>();
  const [hasFailed, setFailed] = useState(false);
  const fail = () => setFailed(true);
  useEffect(() => {
    const loading = getDocument({ url, enableXfa: false });
    loading.promise.then(show, fail);
    return () => void loading.destroy();
  }, [url]);
  const failure = (
    <div class="notice alarm" role="alert">
      <p>{judge.notOpened(name)}</p>
      <button type="button" class="quiet" onClick={again}>
        {judge.openAgain}
      </button>
    </div>
  );
  if (document === undefined) return hasFailed ? failure : <Waiting />;
  return (
    <section class="pdf" aria-label={name}>
      {hasFailed ? failure : null}
      {Array.from({ length: document.numPages }, (_, at) => (
        <PdfPage
          key={at}
          document={document}
          number={at + 1}
          label={judge.pageOf(at + 1, document.numPages)}
          fail={fail}
        />
      ))}
    </section>
  );
}

function PdfPage(props: {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly label: string;
  readonly fail: () => void;
}) {
  const { document, number, label, fail } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    let isDrawing = false;
    const show = async () => {
      isDrawing = true;
      await draw(document, number, target).then(setText, fail);
      isDrawing = false;
    };
    // Drawn when it comes near, forgotten when it is far: a hundred pages open as fast as three, and need as little memory.
    const near = new IntersectionObserver(
      ([entry]) => {
        if (isDrawing) return;
        if (entry?.isIntersecting === true) void show();
        else erase(target);
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

/** Leaves its place. */
function erase(canvas: HTMLCanvasElement): void {
  if (canvas.style.aspectRatio === '') return;
  [canvas.width, canvas.height] = [0, 0];
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
  canvas.style.aspectRatio = `${viewport.width} / ${viewport.height}`;
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
