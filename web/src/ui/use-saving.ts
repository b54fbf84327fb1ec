import { useEffect, useRef, useState } from 'preact/hooks';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { onSignedInAgain } from '../signed-in-mark.ts';
import { isSignedOut } from '../signed-out.ts';
import type { SaveState } from './save-note.tsx';

/** What the server has: in the form's own terms, and the ETag that a change of it has to name. */
export interface Stored<Typed> {
  readonly typed: Typed;
  readonly etag: string;
}

/** What is typed and not saved yet. */
export interface Unsaved<Typed> {
  readonly typed: Typed;
  /** What it was begun from. */
  readonly base: Base;
  /** What was sent and not answered: it may have arrived. */
  readonly sent: { readonly typed: Typed; readonly act: Act } | undefined;
}

/** What differs between the forms that save themselves. */
export interface Saving<Typed> {
  readonly stored: Stored<Typed>;
  /** What outlived a reload; read once. */
  readonly recovered: () => Unsaved<Typed> | undefined;
  /** Keeps what is not saved, or forgets it. */
  readonly keep: (unsaved: Unsaved<Typed> | undefined) => void;
  /** Sends what is typed and keeps the answer. @throws ProblemError, SignedOut, TypeError without a connection */
  readonly send: (typed: Typed, act: Act) => Promise<Stored<Typed>>;
  /** Loads what the server has now. */
  readonly theirs: () => Promise<Stored<Typed> | undefined>;
  /** Milliseconds from the last key to the saving, and from a lost connection to the next attempt. */
  readonly pause: number;
  readonly retryAfter: number;
}

interface Act {
  readonly etag: string;
  readonly idempotencyKey: string;
}

interface Base {
  readonly etag: string;
  /** The form of what was stored then, as JSON. */
  readonly was: string;
}

/**
 * A form and its way to the server: a moment after the last key it is saved, one saving at a time, and once more until it is,
 * at once when the network or the session comes back. A lost answer is asked for again with the same key before anything
 * else is sent. What was changed elsewhere is never overwritten: the page says so.
 */
export function useSaving<Typed extends object>(saving: Saving<Typed>) {
  const { stored, pause, retryAfter } = saving;
  const [recovered] = useState(() => saving.recovered());
  const [typed, set] = useState(recovered?.typed ?? stored.typed);
  const [state, setState] = useState<SaveState>(recovered === undefined ? 'saved' : 'waiting');
  const [error, setError] = useState<ProblemError>();
  const [turn, setTurn] = useState(0);
  const latest = useRef({ typed, state, saving });
  latest.current = { typed, state, saving };
  const base = useRef(recovered?.base ?? baseOf(stored));
  const untouched = useRef<Typed>(typed);
  const unanswered = useRef(recovered?.sent);
  const sendAs = useRef(saving.send);
  const isSending = useRef(false);
  const isGone = useRef(false);

  useEffect(() => {
    const now = baseOf(stored);
    // Only what is not typed here has changed: a file came, the entry was handed in.
    if (now.was === base.current.was) base.current = now;
    else if (latest.current.typed === untouched.current && latest.current.state === 'saved') {
      adopt(stored);
    }
  }, [stored.etag]);

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
  }, [typed, state, turn]);

  // Whoever leaves right after a key loses nothing: what waits is sent.
  useEffect(
    () => () => {
      if (latest.current.state !== 'waiting') return;
      isGone.current = true;
      void save();
    },
    [],
  );

  function adopt(theirs: Stored<Typed>): void {
    base.current = baseOf(theirs);
    untouched.current = theirs.typed;
    set(theirs.typed);
  }

  function keep(unsaved: Typed): void {
    const sent = unanswered.current;
    latest.current.saving.keep({ typed: unsaved, base: base.current, sent });
  }

  async function save(): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    setState('saving');
    if (unanswered.current === undefined) {
      const act = { etag: base.current.etag, idempotencyKey: crypto.randomUUID() };
      unanswered.current = { typed: latest.current.typed, act };
      sendAs.current = latest.current.saving.send;
    }
    const sent = unanswered.current;
    keep(latest.current.typed);
    try {
      base.current = baseOf(await sendAs.current(sent.typed, sent.act));
      unanswered.current = undefined;
      saved(sent.typed);
    } catch (failure) {
      await notSaved(failure, sent.act);
    } finally {
      isSending.current = false;
      setTurn((before) => before + 1);
    }
    if (isGone.current && latest.current.typed !== sent.typed) void save();
  }

  function saved(sent: Typed): void {
    const isStill = latest.current.typed === sent;
    if (isStill) latest.current.saving.keep(undefined);
    else keep(latest.current.typed);
    setError(undefined);
    setState(isStill ? 'saved' : 'waiting');
  }

  async function notSaved(failure: unknown, { etag }: Act): Promise<void> {
    if (isSignedOut(failure)) setState('signed-out');
    else if (failure instanceof ProblemError) await refused(failure, etag);
    else setState('offline');
  }

  async function refused(why: ProblemError, etag: string): Promise<void> {
    if (why.code === 'in-progress') return setState('waiting');
    if (why.status < 500) unanswered.current = undefined;
    const isStale = why.code === 'precondition-failed';
    if (isStale && (await isOnlyBeside(etag))) return setState('waiting');
    setError(why);
    setState(isStale ? 'elsewhere' : 'refused');
  }

  /** Whether what is typed here was not what changed since `etag`: then it goes on from what is there now. */
  async function isOnlyBeside(etag: string): Promise<boolean> {
    const theirs = await latest.current.saving.theirs().catch(() => undefined);
    if (theirs === undefined || theirs.etag === etag) return false;
    if (JSON.stringify(theirs.typed) !== base.current.was) return false;
    base.current = baseOf(theirs);
    return true;
  }

  return {
    typed,
    state,
    error,
    change(part: Partial<Typed>) {
      const next = { ...latest.current.typed, ...part };
      keep(next);
      set(next);
      setState('waiting');
    },
    /** Drops what is typed here for what is kept there. */
    async takeTheirs() {
      saving.keep(undefined);
      unanswered.current = undefined;
      const theirs = await saving.theirs();
      if (theirs !== undefined) adopt(theirs);
      setError(undefined);
      setState('saved');
    },
  };
}

const baseOf = <Typed>({ typed, etag }: Stored<Typed>): Base => ({
  etag,
  was: JSON.stringify(typed),
});
