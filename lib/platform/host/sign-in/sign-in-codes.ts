import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

export interface CodeLimits {
  /** How long a code is good for. */
  readonly seconds: number;
  /** Wrong codes before it is good for nothing. */
  readonly tries: number;
  /** Codes an hour for one mailbox: with `tries` this bounds how many guesses somebody gets at it. */
  readonly perMailbox: number;
  /** Codes an hour for one network address. */
  readonly perSource: number;
}

export const CODE_LIMITS: CodeLimits = { seconds: 600, tries: 5, perMailbox: 10, perSource: 60 };

export type CodeCheck =
  | { readonly kind: 'right'; readonly email: string }
  | { readonly kind: 'wrong' }
  /** Expired, used, tried too often, or never asked for: a new one is needed. */
  | { readonly kind: 'void' };

export interface SignInCodes {
  /** A fresh six-digit code for this interaction; the earlier ones of the interaction are void. */
  issue(request: { interaction: string; email: string; source: string }): string | 'too-many';
  /** Takes the code when it is right: it is good once. */
  check(interaction: string, code: string): CodeCheck;
  /** The mailbox the interaction's code went to. */
  mailbox(interaction: string): string | undefined;
}

const HOUR = 3600;

/** One-time codes that are kept as keyed hashes only. `pepper` is the key, in a file beside the database. */
export function signInCodes(
  database: DatabaseSync,
  pepper: string,
  limits: CodeLimits,
): SignInCodes {
  const insert = database.prepare(`INSERT INTO codes
    (interaction, email, source, hash, issued_at, expires_at, tries) VALUES (?, ?, ?, ?, ?, ?, 0)`);
  const revoke = database.prepare('UPDATE codes SET used = 1 WHERE interaction = ?');
  const forget = database.prepare('DELETE FROM codes WHERE issued_at < ?');
  const current = database.prepare(
    `SELECT rowid, email, hash, tries FROM codes
     WHERE interaction = ? AND used = 0 AND expires_at > ? AND tries < ?`,
  );
  // The try is counted before the code is compared: two at once cannot both be the last.
  const count = database.prepare('UPDATE codes SET tries = tries + 1 WHERE rowid = ?');
  const use = database.prepare('UPDATE codes SET used = 1 WHERE rowid = ? AND used = 0');
  const ofMailbox = database.prepare(
    'SELECT count(*) AS n FROM codes WHERE email = ? AND issued_at >= ?',
  );
  const ofSource = database.prepare(
    'SELECT count(*) AS n FROM codes WHERE source = ? AND issued_at >= ?',
  );

  const hash = (interaction: string, code: string): Buffer =>
    createHmac('sha256', pepper).update(`${interaction}\n${code}`).digest();

  return {
    issue({ interaction, email, source }) {
      const now = epochSeconds();
      forget.run(now - HOUR);
      const isTooMany =
        Number(ofMailbox.get(email, now - HOUR)?.['n']) >= limits.perMailbox ||
        Number(ofSource.get(source, now - HOUR)?.['n']) >= limits.perSource;
      if (isTooMany) return 'too-many';
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      revoke.run(interaction);
      insert.run(interaction, email, source, hash(interaction, code), now, now + limits.seconds);
      return code;
    },
    check(interaction, code) {
      const row = current.get(interaction, epochSeconds(), limits.tries);
      if (row === undefined) return { kind: 'void' };
      const { rowid, email, hash: right, tries } = row;
      if (typeof rowid !== 'number' || !(right instanceof Uint8Array)) return { kind: 'void' };
      count.run(rowid);
      if (!timingSafeEqual(right, hash(interaction, code))) {
        return { kind: Number(tries) + 1 < limits.tries ? 'wrong' : 'void' };
      }
      const isFirst = use.run(rowid).changes === 1;
      return isFirst ? { kind: 'right', email: String(email) } : { kind: 'void' };
    },
    mailbox(interaction) {
      const email = current.get(interaction, epochSeconds(), limits.tries)?.['email'];
      return typeof email === 'string' ? email : undefined;
    },
  };
}

const epochSeconds = (): number => Math.floor(Date.now() / 1000);
