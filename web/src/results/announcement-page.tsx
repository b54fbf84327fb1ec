import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { announcementWords } from '../words/announcement-words.ts';
import { AnnouncedAward, WholeResult } from './announced-award.tsx';
import { announcedOrder } from './announced-order.ts';
import { useAnnouncement } from './use-announcement.ts';
import { type PublicResult, usePublishedFile } from './use-published-file.ts';
import './announcement.css';

/** The screen for the projector: winners one by one from the published file alone, so before its instant it knows nothing. */
export function AnnouncementPage({ params }: { readonly params: { readonly editionId: string } }) {
  const { editionId } = params;
  const { of } = useLanguage();
  const words = useWords(announcementWords);
  useTitle(words.title);
  const screen = useRef<HTMLElement>(null);
  const edition = useEdition(editionId);
  const file = usePublishedFile(editionId);
  const { data: result } = file;
  const [noEdition, noFile] = [whatHinders([edition]), whatHinders([file])];
  if (noEdition !== null) {
    return <Failure heading={words.title} error={noEdition} retry={() => void edition.refetch()} />;
  }
  if (edition.data === undefined) return <Waiting />;
  return (
    <article class="announcement" ref={screen}>
      <p class="contest">{of(edition.data.plan.name)}</p>
      <h1>{words.title}</h1>
      {noFile === null ? null : <Failure error={noFile} retry={() => void file.refetch()} />}
      {result === undefined && noFile === null ? <Waiting /> : null}
      {result === null ? <p role="status">{words.nothingYet}</p> : null}
      {result?.state === 'retracted' ? <p class="notice alarm">{words.retracted}</p> : null}
      {result?.state === 'published' ? (
        <Reveal
          key={result.resultVersion}
          result={result}
          prizeIds={edition.data.plan.prizes.map(({ id }) => id)}
        />
      ) : null}
      <p class="actions">
        <button
          type="button"
          class="quiet"
          onClick={() => void screen.current?.requestFullscreen()}
        >
          {words.full}
        </button>
      </p>
    </article>
  );
}

/** Presenters send page keys. */
const forward = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'];
const backward = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'];

/** The lowest prize first; the best last. After it the whole result. */
function Reveal(props: { readonly result: PublicResult; readonly prizeIds: readonly string[] }) {
  const { result, prizeIds } = props;
  const words = useWords(announcementWords);
  const [shown, show] = useState(0);
  const awards = announcedOrder(result, prizeIds);
  const last = awards.length + 1;
  const move = (by: number) => show((now) => Math.min(last, Math.max(0, now + by)));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const by = stepOf(event);
      if (by === 0) return;
      event.preventDefault();
      show((now) => Math.min(last, Math.max(0, now + by)));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [last]);
  const { led } = useAnnouncement(result);
  // The phone's last word holds until a key is pressed here; without the phone the keys do all.
  useEffect(() => {
    if (led !== undefined && led.version > 0) show(Math.min(last, led.shown));
  }, [led?.version, led?.shown, last]);
  const award = awards[shown - 1];
  return (
    <>
      <div class="stage" aria-live="polite">
        {shown === 0 ? <p class="ready">{words.ready}</p> : null}
        {award === undefined ? null : <AnnouncedAward key={shown} award={award} result={result} />}
        {shown === last ? <WholeResult awards={awards.toReversed()} result={result} /> : null}
      </div>
      <p class="actions moves">
        <button type="button" class="quiet" disabled={shown === 0} onClick={() => move(-1)}>
          {words.previous}
        </button>
        <button type="button" disabled={shown === last} onClick={() => move(1)}>
          {shown === 0 ? words.first : words.next}
        </button>
        <span class="soft">
          {words.stepOf(String(Math.min(shown, awards.length)), String(awards.length))}
        </span>
      </p>
      <p class="soft help">{words.help}</p>
    </>
  );
}

/** One winner on, one back, or nothing: for other keys, one that is held down, and on a button or link that acts by itself. */
function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  const { key, target, repeat, ctrlKey, altKey, metaKey } = event;
  const acts = target instanceof Element && target.closest('a, button') !== null;
  const isOwn = acts && /^(?: |Enter)$/.test(key);
  if (isOwn || repeat || ctrlKey || altKey || metaKey) return 0;
  if (forward.includes(key)) return 1;
  return backward.includes(key) ? -1 : 0;
}
