import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { registrationRoutes } from '../../../lib/contract/registration-routes.ts';
import { api } from '../api.ts';
import { onSignedInAgain } from '../signed-in-mark.ts';
import { isSignedOut } from '../signed-out.ts';
import type { SaveState } from '../ui/save-note.tsx';
import { contentOf, draftOf } from './draft.ts';
import type { Draft } from './draft-shape.ts';
import type { KeptEntry } from './use-entry.ts';

const pause = 900;
const retryAfter = 4000;

/**
 * The form and its way to the server: a moment after the last key it is saved, and once more until it is. What is not
 * saved yet outlives a reload in this tab. A change made elsewhere is never overwritten: the page says so.
 */
export function useAutosave(plan: WirePlan, kept: KeptEntry, isOpen: (field: string) => boolean) {
  const { editionId, entryId } = kept.entry;
  const unsaved = `draft-${entryId}`;
  const [draft, set] = useState<Draft>(
    () => recovered(unsaved) ?? draftOf(plan, kept.entry.content),
  );
  const [state, setState] = useState<SaveState>(() =>
    sessionStorage.getItem(unsaved) === null ? 'saved' : 'waiting',
  );
  const [error, setError] = useState<ProblemError>();
  const queries = useQueryClient();
  const latest = useRef({ draft, etag: kept.etag });
  latest.current = { draft, etag: kept.etag };

  useEffect(() => {
    if (state === 'signed-out') return onSignedInAgain(() => setState('waiting'));
    if (state !== 'waiting' && state !== 'offline') return;
    const timer = setTimeout(() => void save(), state === 'waiting' ? pause : retryAfter);
    const online = () => void save();
    addEventListener('online', online);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', online);
    };
  }, [draft, state]);

  async function save(): Promise<void> {
    const { draft: sent, etag } = latest.current;
    setState('saving');
    try {
      const { consents } = kept.entry.content;
      const written = contentOf(plan, sent, kept.entry.content);
      // Through a supplement what stays closed must come back as it was, old versions of texts included.
      const body = isOpen('consents') ? written : { ...written, consents };
      const path = { editionId, entryId };
      const answer = await api.call(registrationRoutes.editEntry, { path, body, ifMatch: etag });
      queries.setQueryData(['entry', entryId], { entry: answer.body, etag: answer.etag ?? '' });
      setError(undefined);
      const isStill = latest.current.draft === sent;
      if (isStill) sessionStorage.removeItem(unsaved);
      setState(isStill ? 'saved' : 'waiting');
    } catch (failure) {
      notSaved(failure);
    }
  }

  function notSaved(failure: unknown): void {
    if (isSignedOut(failure)) setState('signed-out');
    else if (failure instanceof ProblemError) {
      setError(failure);
      setState(failure.code === 'precondition-failed' ? 'elsewhere' : 'refused');
    } else setState('offline');
  }

  return {
    draft,
    state,
    error,
    change(part: Partial<Draft>) {
      const next = { ...latest.current.draft, ...part };
      sessionStorage.setItem(unsaved, JSON.stringify(next));
      set(next);
      setState('waiting');
    },
    /** Drops what is typed here for what is kept there. */
    async takeTheirs() {
      sessionStorage.removeItem(unsaved);
      await queries.refetchQueries({ queryKey: ['entry', entryId] });
      const now = queries.getQueryData<KeptEntry>(['entry', entryId]);
      if (now !== undefined) set(draftOf(plan, now.entry.content));
      setError(undefined);
      setState('saved');
    },
  };
}

function recovered(name: string): Draft | undefined {
  const text = sessionStorage.getItem(name);
  return text === null ? undefined : JSON.parse(text);
}
