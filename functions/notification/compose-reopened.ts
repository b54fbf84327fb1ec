import { sheetReopenedMail } from '../../lib/contest/mail-reopened.ts';
import { queueMail } from '../../lib/contest/outbox.ts';
import type { ScoreSheet } from '../../lib/contest/score-sheet.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Item } from '../../lib/platform/table.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { putMails } from '../../lib/store/outbox.ts';
import { loadSheetOwner } from '../../lib/store/sheet-acts.ts';

/** Tells a judge that a sheet of theirs was opened again, and why. */
export async function composeReopened(
  { table, settings, now }: Pick<EventServices, 'table' | 'settings' | 'now'>,
  before: Item | undefined,
  sheet: ScoreSheet,
): Promise<void> {
  const { editionId, reopened } = sheet;
  const was = before && changedItem(before);
  // Every save of a sheet comes by here; the reason stays with all that follow.
  if (reopened === undefined || was?.kind !== 'sheet') return;
  if (was.sheet.reopened?.at === reopened.at) return;
  const owner = await loadSheetOwner(table, sheet);
  if (!owner) return;
  const { plan, closesAt, entry } = owner;
  const head = { edition: plan.name, timeZone: plan.timeZone, origin: settings.origin };
  const key = sha256Hex(sheet.judgeId).slice(0, 12);
  const mail = sheetReopenedMail({ ...entry, key }, reopened, closesAt, head);
  await putMails(table, [queueMail(mail, { editionId, plan }, now())]);
}
