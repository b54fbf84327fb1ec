import type { FlagRuling } from '../../lib/contest/flag.ts';
import type { LetterHead } from '../../lib/contest/letter.ts';
import { extraTaskMail, roundExtendedMail } from '../../lib/contest/mail-judging.ts';
import { type NewMail, queueMail } from '../../lib/contest/outbox.ts';
import { type Plan, roundOf, type Text } from '../../lib/contest/plan.ts';
import type { Round } from '../../lib/contest/round.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Item, Table } from '../../lib/platform/table.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { sha256Hex } from '../../lib/store/digest.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { putMails } from '../../lib/store/outbox.ts';
import { loadTasked } from '../../lib/store/reminded-judges.ts';
import { loadSheetOwner } from '../../lib/store/sheet-acts.ts';

type Composing = Pick<EventServices, 'table' | 'settings' | 'now'>;

/** Tells every judge with a task in a round that it closes later, and by which decision. */
export async function composeExtension(
  services: Composing,
  before: Item | undefined,
  round: Round,
): Promise<void> {
  const extension = round.extensions?.at(-1);
  const was = before && changedItem(before);
  if (extension === undefined || was?.kind !== 'round') return;
  if (was.round.extensions?.at(-1)?.at === extension.at) return;
  const { editionId, roundId } = round;
  const { plan: current } = await loadEdition(services.table, editionId, '');
  const name = current && roundOf(current.plan, roundId)?.name;
  if (!current || !name) return;
  const judges = await loadTasked(services.table, round);
  await put(services, { editionId, plan: current.plan }, (head) =>
    judges.map((judge) => roundExtendedMail(judge, { roundId, name }, extension, head)),
  );
}

/** Tells a judge that the chair asks for one more sheet of theirs. */
export async function composeExtraTask(
  services: Composing,
  before: Item | undefined,
  ruling: FlagRuling,
): Promise<void> {
  const was = before && changedItem(before);
  if (ruling.decision !== 'extra-judge') return;
  if (was?.kind === 'flag-ruling' && was.ruling.at === ruling.at) return;
  const { editionId, roundId, judgeIds } = ruling;
  for (const judgeId of judgeIds) {
    const owner = await judgeOf(services.table, { ...ruling, judgeId });
    if (!owner) continue;
    const { plan, to, name } = owner;
    const judge = { key: sha256Hex(judgeId).slice(0, 32), to };
    await put(services, { editionId, plan }, (head) => [
      extraTaskMail(judge, { roundId, name }, ruling, head),
    ]);
  }
}

async function judgeOf(
  table: Table,
  place: Parameters<typeof loadSheetOwner>[1],
): Promise<{ plan: Plan; to: string; name: Text } | undefined> {
  const owner = await loadSheetOwner(table, place);
  const name = owner && roundOf(owner.plan, place.roundId)?.name;
  return owner && name && { plan: owner.plan, to: owner.entry.to, name };
}

async function put(
  { table, settings, now }: Composing,
  of: { readonly editionId: string; readonly plan: Plan },
  write: (head: LetterHead) => readonly NewMail[],
): Promise<void> {
  const { name, timeZone } = of.plan;
  const mails = write({ edition: name, timeZone, origin: settings.origin });
  await putMails(
    table,
    mails.map((mail) => queueMail(mail, of, now())),
  );
}
