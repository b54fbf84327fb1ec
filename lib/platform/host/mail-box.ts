import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { requireSendable } from '../mail-rules.ts';
import type { Mail, Mailer } from '../mailer.ts';
import { syncFolder, writeSynced } from './durable-write.ts';

const Received = z.strictObject({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** ISO instant. */
  receivedAt: z.string(),
});

export type ReceivedMail = z.infer<typeof Received>;

/** The mailer of a demonstration: mails stay on this machine, in a folder to look into. */
export interface MailBox extends Mailer {
  /** Newest first, for one address or for all. */
  list(to?: string): Promise<readonly ReceivedMail[]>;
}

const MOST_KEPT = 500;

/**
 * A mail box in a folder, one file per mail. A mail that is sent again under its id replaces itself. There is no SMTP in
 * between: a relay of our own would only hand our own mail to ourselves, and open a port that takes mail from anybody.
 */
export async function openMailBox(folder: string): Promise<MailBox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });

  async function all(): Promise<ReceivedMail[]> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return texts
      .map((text) => Received.parse(JSON.parse(text)))
      .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
  }

  let latest = 0;
  /** Later than every mail before: two may come within one millisecond. */
  const receivedAt = (): string => {
    latest = Math.max(Date.now(), latest + 1);
    return new Date(latest).toISOString();
  };

  async function send(mail: Mail): Promise<void> {
    requireSendable(mail);
    const { id, to, subject, text } = mail;
    const received: ReceivedMail = { id, to, subject, text, receivedAt: receivedAt() };
    const draft = join(folder, `${randomUUID()}.new`);
    await writeSynced(draft, JSON.stringify(received));
    await rename(draft, join(folder, `${id}.json`));
    await syncFolder(folder);
    await forgetOldest();
  }

  async function forgetOldest(): Promise<void> {
    const names = await readdir(folder);
    if (names.length <= MOST_KEPT) return;
    for (const { id } of (await all()).slice(MOST_KEPT)) {
      await rm(join(folder, `${id}.json`), { force: true });
    }
  }

  return {
    send,
    async list(to) {
      const mails = await all();
      return to === undefined ? mails : mails.filter((mail) => mail.to === to);
    },
  };
}
