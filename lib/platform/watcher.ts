import { setTimeout as sleep } from 'node:timers/promises';

/** Where a watcher says that it cannot go on for now. */
export type WatcherLog = (entry: { level: 'warn'; message: string; cause: string }) => void;

/** Something outside that is looked at again and again, its news put into the host's queue. */
export interface Watcher {
  start(): Promise<void>;
  /** Looks until there is nothing new; whether there was anything since it was asked last. */
  caughtUp(): Promise<boolean>;
  stop(): Promise<void>;
}

const PAUSE_MS = 250;
/** While somebody waits for the news. */
const SHORT_PAUSE_MS = 50;
/** A stream shows a write a moment after it. */
const QUIET_LOOKS = 2;

/** Makes a watcher of one look that says whether it found anything. One look at a time. */
export function createWatcher(parts: {
  readonly look: () => Promise<boolean>;
  readonly log: WatcherLog;
  readonly close: () => void;
}): Watcher {
  const stopping = new AbortController();
  let running = Promise.resolve();
  let isNews = false;
  let quietLooks = 0;
  let waiting = 0;

  /** Whether to look again at once. */
  async function lookOnce(): Promise<boolean> {
    try {
      const isNew = await parts.look();
      isNews ||= isNew;
      quietLooks = isNew ? 0 : quietLooks + 1;
      return isNew;
    } catch (error) {
      const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      parts.log({ level: 'warn', message: 'a watcher has to try again', cause });
      return false;
    }
  }

  async function run(): Promise<void> {
    const { signal } = stopping;
    while (!signal.aborted) {
      if (await lookOnce()) continue;
      const pause = waiting > 0 ? SHORT_PAUSE_MS : PAUSE_MS;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    async start() {
      running = run();
    },
    async caughtUp() {
      quietLooks = 0;
      waiting += 1;
      while (quietLooks <= QUIET_LOOKS && !stopping.signal.aborted) await sleep(SHORT_PAUSE_MS);
      waiting -= 1;
      const wasNews = isNews;
      isNews = false;
      return wasNews;
    },
    async stop() {
      stopping.abort();
      await running;
      parts.close();
    },
  };
}
