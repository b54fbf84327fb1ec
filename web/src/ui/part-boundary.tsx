import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { useLanguage } from '../language.tsx';

const lastReload = 'reloaded-for-a-part';
const again = 60_000;
let hasPartFailed = false;

/**
 * After an update of the site the parts that an open page would still load are gone. It is loaded anew once by itself where
 * that can help; Vite tells of each such part.
 */
export function reloadAfterUpdates(): void {
  addEventListener('vite:preloadError', () => {
    hasPartFailed = true;
  });
}

/** Shows, in place of a page that failed, why and what to do. `isWhole`: nothing that is being written stands beside it. */
export function PartBoundary(props: {
  readonly isWhole: boolean;
  readonly children: ComponentChildren;
}) {
  const { words } = useLanguage();
  const [error] = useErrorBoundary(() => {
    if (props.isWhole) reloadWherePartFailed();
  });
  const isWaiting = error !== undefined && props.isWhole;
  // What failed for want of a network opens by itself when there is one again.
  useEffect(() => {
    if (!isWaiting) return;
    addEventListener('online', reloadWherePartFailed);
    return () => removeEventListener('online', reloadWherePartFailed);
  }, [isWaiting]);
  if (error === undefined) return <>{props.children}</>;
  const text = hasPartFailed ? words.partFailed : words.pageFailed;
  if (!props.isWhole) {
    return (
      <p class="notice alarm" role="alert">
        {text}
      </p>
    );
  }
  return (
    <section class="narrow" role="alert">
      <h1>{words.notShown}</h1>
      <p>{text}</p>
      <button type="button" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </section>
  );
}

function reloadWherePartFailed(): void {
  if (hasPartFailed && mayReload()) location.reload();
}

/** Without a network it would only lose the page, and what failed a moment ago fails again. */
function mayReload(): boolean {
  const last = Number(sessionStorage.getItem(lastReload));
  if (!navigator.onLine || Date.now() - last < again) return false;
  sessionStorage.setItem(lastReload, String(Date.now()));
  return true;
}
