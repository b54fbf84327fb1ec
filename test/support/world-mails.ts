import type { OutboxMail } from '../../lib/contest/outbox.ts';
import { putMails } from '../../lib/store/outbox.ts';
import type { World } from './world.ts';

/** Mails that wait to be read, put into the outbox as the system does. */
export async function heldMails(
  world: World,
  mailIds: readonly string[],
  changes: Partial<OutboxMail> = {},
): Promise<void> {
  const mails = mailIds.map(
    (mailId): OutboxMail => ({
      editionId: world.editionId,
      mailId,
      kind: 'screening',
      to: 'startup@example.vn',
      subject: 'Kết quả',
      text: 'Hồ sơ hợp lệ.\n',
      state: 'held',
      createdAt: world.now(),
      version: 1,
      ...changes,
    }),
  );
  await putMails(world.table, mails);
}

/** The outbox of the world's edition as it is stored, by id. */
export function outboxOf(world: World): readonly OutboxMail[] {
  const rows = world.table.database
    .prepare('SELECT body FROM main WHERE pk = ? ORDER BY sk')
    .all(`OUTBOX#${world.editionId}`);
  return rows.map(({ body }) => JSON.parse(String(body)) as OutboxMail);
}
