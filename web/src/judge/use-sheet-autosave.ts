import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { onSignedInAgain } from '../signed-in-mark.ts';
import { isSignedOut } from '../signed-out.ts';
import type { SaveState } from '../ui/save-note.tsx';
import type { KeptSheet, TaskPath } from './use-sheet.ts';

/** The sheet as it is typed: points as texts by what is marked, with a comma or a point. */
export interface TypedSheet {
  readonly points: { readonly [partId: string]: string };
  readonly comment: string;
  readonly note: string;
}

const pause = 700;
const retryAfter = 3000;

const typedOf = ({ sheet }: KeptSheet): TypedSheet => ({
  points: sheet.points,
  comment: sheet.comment,
  note: sheet.note,
});

/** A decimal as the wire has it; Vietnamese writes 8,5. */
export const wirePoints = (typed: string): string => typed.trim().replace(',', '.');

/**
 * The sheet and its way to the server. `isRight` says which texts can be points: others stay on the page, marked, and
 * are not sent. What another tab wrote in between is never overwritten.
 */
export function useSheetAutosave(
  path: TaskPath,
  kept: KeptSheet,
  isRight: (partId: string, points: string) => boolean,
) {
  const queries = useQueryClient();
  const [typed, set] = useState(() => typedOf(kept));
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<ProblemError>();
  const latest = useRef({ typed, kept });
  latest.current = { typed, kept };
  const now = useRef(state);
  now.current = state;
  const key = ['sheet', path.roundId, path.entryId];

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
  }, [typed, state]);

  // Whoever leaves right after a key loses nothing: what waits is sent, and closing the page asks first.
  useEffect(() => {
    const closing = (event: BeforeUnloadEvent) => {
      if (now.current !== 'saved') event.preventDefault();
    };
    addEventListener('beforeunload', closing);
    return () => {
      removeEventListener('beforeunload', closing);
      if (now.current === 'waiting') void save();
    };
  }, []);

  async function save(): Promise<void> {
    const { typed: sent, kept: base } = latest.current;
    setState('saving');
    const points = Object.entries(sent.points)
      .map(([id, text]) => [id, wirePoints(text)] as const)
      .filter(([id, text]) => text !== '' && isRight(id, text));
    const body = {
      ...sent,
      points: Object.fromEntries(points),
      planVersion: base.sheet.planVersion,
    };
    try {
      const ifMatch = base.etag;
      const answer = await api.call(judgingRoutes.saveScoreSheet, {
        path: { ...path },
        body,
        ifMatch,
      });
      queries.setQueryData(key, { sheet: answer.body, etag: answer.etag ?? '' });
      setError(undefined);
      setState(latest.current.typed === sent ? 'saved' : 'waiting');
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
    typed,
    state,
    error,
    change(part: Partial<TypedSheet>) {
      set({ ...latest.current.typed, ...part });
      setState('waiting');
    },
    /** Drops what is typed here for what is stored. */
    async takeTheirs() {
      await queries.refetchQueries({ queryKey: key });
      const now = queries.getQueryData<KeptSheet>(key);
      if (now !== undefined) set(typedOf(now));
      setError(undefined);
      setState('saved');
    },
  };
}
