/**
 * The one SQLite file of a host. Keys are TEXT under the BINARY collation: `memcmp` of UTF-8, DynamoDB's
 * order. `bytes` is the item's size by DynamoDB's formula (pages end by it); `body` is the whole item, JSON.
 */
export const SQLITE_SCHEMA = `
CREATE TABLE IF NOT EXISTS main (
  pk TEXT NOT NULL, sk TEXT NOT NULL, gsi1pk TEXT, gsi1sk TEXT,
  bytes INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (pk, sk)
) STRICT;
CREATE INDEX IF NOT EXISTS main_gsi1 ON main (gsi1pk, gsi1sk, pk, sk) WHERE gsi1pk IS NOT NULL;

CREATE TABLE IF NOT EXISTS ledger (
  pk TEXT NOT NULL, sk TEXT NOT NULL, gsi1pk TEXT, gsi1sk TEXT,
  bytes INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (pk, sk)
) STRICT;
CREATE INDEX IF NOT EXISTS ledger_gsi1 ON ledger (gsi1pk, gsi1sk, pk, sk) WHERE gsi1pk IS NOT NULL;
CREATE TRIGGER IF NOT EXISTS ledger_no_update BEFORE UPDATE ON ledger
  BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;
CREATE TRIGGER IF NOT EXISTS ledger_no_delete BEFORE DELETE ON ledger
  BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END;

CREATE TABLE IF NOT EXISTS changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT, before TEXT, after TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS consumers (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS queue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event TEXT NOT NULL, event_id TEXT NOT NULL, lane TEXT NOT NULL,
  reaction TEXT NOT NULL, attempts INTEGER NOT NULL, due_at INTEGER NOT NULL,
  UNIQUE (event_id, reaction)
) STRICT;
CREATE INDEX IF NOT EXISTS queue_due ON queue (due_at);
CREATE INDEX IF NOT EXISTS queue_lane ON queue (lane, reaction, id);
CREATE TABLE IF NOT EXISTS dead_letters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event TEXT NOT NULL, event_id TEXT NOT NULL, lane TEXT NOT NULL,
  reaction TEXT NOT NULL, attempts INTEGER NOT NULL, error TEXT NOT NULL, died_at INTEGER NOT NULL
) STRICT;
`;
