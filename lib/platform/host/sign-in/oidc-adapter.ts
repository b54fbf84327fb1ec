import type { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

const SWEEP_EVERY = 200;

/** Where `oidc-provider` keeps its records: they survive a restart. What has expired is swept away as new records come. */
export function oidcAdapter(database: DatabaseSync): AdapterFactory {
  const put = database.prepare(`INSERT OR REPLACE INTO records
    (model, id, payload, grant_id, uid, expires_at, consumed_at) VALUES (?, ?, ?, ?, ?, ?, NULL)`);
  const byId = database.prepare('SELECT * FROM records WHERE model = ? AND id = ?');
  const byUid = database.prepare('SELECT * FROM records WHERE model = ? AND uid = ?');
  const consume = database.prepare(
    'UPDATE records SET consumed_at = ? WHERE model = ? AND id = ? AND consumed_at IS NULL',
  );
  const destroy = database.prepare('DELETE FROM records WHERE model = ? AND id = ?');
  const revoke = database.prepare('DELETE FROM records WHERE grant_id = ?');
  const sweep = database.prepare('DELETE FROM records WHERE expires_at < ?');
  let puts = 0;

  return (model): Adapter => ({
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn === undefined ? null : epochSeconds() + expiresIn;
      const { grantId, uid } = payload;
      put.run(model, id, JSON.stringify(payload), grantId ?? null, uid ?? null, expiresAt);
      puts += 1;
      if (puts % SWEEP_EVERY === 0) sweep.run(epochSeconds());
    },
    async find(id) {
      return payloadOf(byId.get(model, id));
    },
    async findByUid(uid) {
      return payloadOf(byUid.get(model, uid));
    },
    /** Only the device flow asks for it, which is off. */
    async findByUserCode() {
      return undefined;
    },
    async consume(id) {
      consume.run(epochSeconds(), model, id);
    },
    async destroy(id) {
      destroy.run(model, id);
    },
    async revokeByGrantId(grantId) {
      revoke.run(grantId);
    },
  });
}

function payloadOf(row: Record<string, unknown> | undefined): AdapterPayload | undefined {
  if (row === undefined || typeof row['payload'] !== 'string') return undefined;
  const { expires_at: expiresAt, consumed_at: consumedAt } = row;
  if (typeof expiresAt === 'number' && expiresAt <= epochSeconds()) return undefined;
  const payload: AdapterPayload = JSON.parse(row['payload']);
  return typeof consumedAt === 'number' ? { ...payload, consumed: consumedAt } : payload;
}

const epochSeconds = (): number => Math.floor(Date.now() / 1000);
