import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * What sign-in keeps, apart from the contest's own table: accounts by folded e-mail, codes under way, and the records of
 * the OpenID provider (sessions, grants, codes, refresh tokens). Times are epoch seconds.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS accounts (
  id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS codes (
  interaction TEXT NOT NULL, email TEXT NOT NULL, source TEXT NOT NULL,
  hash BLOB NOT NULL, issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  tries INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS codes_interaction ON codes (interaction);
CREATE INDEX IF NOT EXISTS codes_email ON codes (email, issued_at);
CREATE INDEX IF NOT EXISTS codes_source ON codes (source, issued_at);
CREATE TABLE IF NOT EXISTS records (
  model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL,
  grant_id TEXT, uid TEXT, expires_at INTEGER, consumed_at INTEGER,
  PRIMARY KEY (model, id)
) STRICT;
CREATE INDEX IF NOT EXISTS records_grant ON records (grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS records_uid ON records (model, uid) WHERE uid IS NOT NULL;
CREATE INDEX IF NOT EXISTS records_expiry ON records (expires_at) WHERE expires_at IS NOT NULL;
`;

/** Opens or makes the file, readable by its owner only; durable at every answer. */
export function openSignInDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 });
  chmodSync(file, 0o600);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(SCHEMA);
  return database;
}
