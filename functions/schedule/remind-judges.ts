import { isJudgeReminderDue } from '../../lib/contest/judge-reminders.ts';
import { judgingReminderMail } from '../../lib/contest/mail-judging.ts';
import { queueMail } from '../../lib/contest/outbox.ts';
import type { EventServices } from '../../lib/http/services.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { putMails } from '../../lib/store/outbox.ts';
import { loadWaitedFor } from '../../lib/store/reminded-judges.ts';
import { loadRounds } from '../../lib/store/rounds.ts';
import type { JudgeReminderWish } from './judge-reminder-wish.ts';

/**
 * Puts a reminder into the outbox for every judge whose sheets are waited for. A wish that an extension has overtaken does
 * nothing; one that is told again writes what is missing.
 */
export async function remindJudges(
  { table, settings, now }: Pick<EventServices, 'table' | 'settings' | 'now'>,
  { editionId, roundAt, daysBefore }: JudgeReminderWish,
): Promise<void> {
  const at = now();
  const { plan: current } = await loadEdition(table, editionId, '');
  const roundPlan = current?.plan.rounds[roundAt];
  const [round] = await loadRounds(table, editionId, roundPlan ? [roundPlan.id] : []);
  if (!current || !roundPlan || round?.closesAt === undefined) return;
  const { plan } = current;
  if (!isJudgeReminderDue(round, plan, daysBefore, at)) return;
  const head = { edition: plan.name, timeZone: plan.timeZone, origin: settings.origin };
  const about = { roundId: round.roundId, name: roundPlan.name, closesAt: round.closesAt };
  const judges = await loadWaitedFor(table, round);
  const mails = judges.map((judge) => judgingReminderMail(judge, about, head, at));
  await putMails(
    table,
    mails.map((mail) => queueMail(mail, { editionId, plan }, at)),
  );
}
