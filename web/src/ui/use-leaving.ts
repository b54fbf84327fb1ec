import { type MutableRef, useEffect } from 'preact/hooks';
import type { SaveState } from './save-note.tsx';

/** Sends what waits when the page is left for another one; closing it asks first where nothing would outlive that. */
export function useLeaving(
  latest: MutableRef<{ readonly state: SaveState; readonly saving: { readonly keep?: unknown } }>,
  leave: () => void,
): void {
  useEffect(() => {
    const closing = (event: BeforeUnloadEvent) => {
      const { state, saving } = latest.current;
      if (state !== 'saved' && saving.keep === undefined) event.preventDefault();
    };
    addEventListener('beforeunload', closing);
    return () => {
      removeEventListener('beforeunload', closing);
      if (latest.current.state === 'waiting') leave();
    };
  }, []);
}
