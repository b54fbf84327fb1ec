import { judgeRemindersAhead } from '../../lib/contest/judge-reminders.ts';
import type { EventServices } from '../../lib/http/services.ts';
import type { Reaction } from '../../lib/platform/events.ts';
import type { Table } from '../../lib/platform/table.ts';
import { changedItem } from '../../lib/store/changed-item.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { loadRounds } from '../../lib/store/rounds.ts';
import { judgeReminderWishOf } from './judge-reminder-wish.ts';

/**
 * The reminders of judges are asked for whenever the edition or one of its rounds changes, by both as they are now: events come
 * late. A moment that has passed is not asked for, or every change would remind again.
 */
export const askForJudgeReminders =
  ({ table, schedule, now }: EventServices): Reaction =>
  async (event) => {
    const after = event.kind === 'item-changed' ? event.after : undefined;
    const editionId = after && editionOf(changedItem(after));
    if (editionId === undefined) return;
    for (const { name, at } of await wishesOf(table, editionId, now())) await schedule.at(name, at);
  };

function editionOf(changed: ReturnType<typeof changedItem>): string | undefined {
  if (changed?.kind === 'edition') return changed.edition.editionId;
  return changed?.kind === 'round' ? changed.round.editionId : undefined;
}

async function wishesOf(
  table: Table,
  editionId: string,
  now: string,
): Promise<{ readonly name: string; readonly at: string }[]> {
  const { plan } = await loadEdition(table, editionId, '');
  if (!plan?.plan.mail.remindJudgesDaysBefore) return [];
  const ids = plan.plan.rounds.map(({ id }) => id);
  const rounds = await loadRounds(table, editionId, ids);
  return rounds.flatMap((round) =>
    judgeRemindersAhead(round, plan.plan, now).map(({ daysBefore, at }) => {
      const roundAt = ids.indexOf(round.roundId);
      return { name: judgeReminderWishOf({ editionId, roundAt, daysBefore }), at };
    }),
  );
}
