import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { StoredObject } from '../files.ts';
import { syncFolder, writeSynced } from './durable-write.ts';

/** Told of every stored version, at least once. Throwing asks for it again, with the next one or the next start. */
export type StoredListener = (stored: StoredObject) => Promise<void>;

const Note = z.strictObject({ key: z.string(), versionId: z.string() });

/** Undefined where a crash left it half-written: what it would have told of is published after it was whole. */
function noteIn(text: string): z.infer<typeof Note> | undefined {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Note.parse(whole);
}

export interface Announcements {
  /** Before a version is published: writes down that it will have to be told of. Returns the note's name. */
  intend(key: string, versionId: string): Promise<string>;
  /** The version was not published after all. */
  forget(note: string): Promise<void>;
  /** The version is there: tells the listener of it and of all that still wait. Never throws. */
  announce(note: string, stored: StoredObject): Promise<void>;
  /** Sets the listener and tells it what an earlier process left untold. */
  listen(listener: StoredListener): Promise<void>;
}

/**
 * A note per version that was published and perhaps not told of, kept in `folder` until the listener has taken it: a
 * crash between the two loses no event.
 */
export async function openAnnouncements(
  folder: string,
  find: (key: string, versionId: string) => Promise<StoredObject | undefined>,
): Promise<Announcements> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const underWay = new Set<string>();
  const waiting = new Map<string, StoredObject>();
  let listener: StoredListener | undefined;

  async function forget(note: string): Promise<void> {
    await rm(join(folder, note), { force: true });
    underWay.delete(note);
  }

  async function tell(note: string, stored: StoredObject, to: StoredListener): Promise<void> {
    waiting.delete(note);
    try {
      await to(stored);
      await forget(note);
    } catch (error) {
      waiting.set(note, stored);
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  }

  async function tellAll(): Promise<void> {
    if (listener === undefined) return;
    for (const [note, stored] of [...waiting]) {
      if (waiting.has(note)) await tell(note, stored, listener);
    }
  }

  async function recall(): Promise<void> {
    const left = (await readdir(folder)).filter((name) => !underWay.has(name));
    for (const note of left) {
      const noted = noteIn(await readFile(join(folder, note), 'utf8'));
      const stored = noted && (await find(noted.key, noted.versionId));
      if (stored === undefined) {
        await forget(note);
      } else {
        underWay.add(note);
        waiting.set(note, stored);
      }
    }
  }

  return {
    async intend(key, versionId) {
      const note = `${randomUUID()}.json`;
      underWay.add(note);
      await writeSynced(join(folder, note), JSON.stringify({ key, versionId }));
      await syncFolder(folder);
      return note;
    },
    forget,
    async announce(note, stored) {
      waiting.set(note, stored);
      await tellAll();
    },
    async listen(next) {
      await recall();
      listener = next;
      await tellAll();
    },
  };
}
