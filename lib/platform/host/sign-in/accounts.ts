import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { mailboxOf } from '../../../contest/email.ts';

/** Somebody who has shown that the mailbox is theirs. */
export interface Account {
  /** The `sub` of their tokens: a random UUID that says nothing. */
  readonly id: string;
  readonly email: string;
}

export interface Accounts {
  /** The account of a mailbox, made when there is none. */
  forEmail(email: string): Account;
  find(id: string): Account | undefined;
}

/** One account per mailbox: letter case makes no other person. */
export function accountsIn(database: DatabaseSync): Accounts {
  const insert = database.prepare(
    'INSERT INTO accounts (id, email, created_at) VALUES (?, ?, ?) ON CONFLICT (email) DO NOTHING',
  );
  const byEmail = database.prepare('SELECT id, email FROM accounts WHERE email = ?');
  const byId = database.prepare('SELECT id, email FROM accounts WHERE id = ?');
  return {
    forEmail(email) {
      const folded = mailboxOf(email);
      insert.run(randomUUID(), folded, Math.floor(Date.now() / 1000));
      const account = accountOf(byEmail.get(folded));
      if (account === undefined) throw new Error('an account is not there after it was made');
      return account;
    },
    find: (id) => accountOf(byId.get(id)),
  };
}

function accountOf(row: Record<string, unknown> | undefined): Account | undefined {
  if (typeof row?.['id'] !== 'string' || typeof row['email'] !== 'string') return undefined;
  return { id: row['id'], email: row['email'] };
}
