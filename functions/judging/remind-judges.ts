import { found, refuse } from '../../lib/contest/found.ts';
import { judgingReminderMail } from '../../lib/contest/mail-judging.ts';
import { queueMail } from '../../lib/contest/outbox.ts';
import { roundOf } from '../../lib/contest/plan.ts';
import { whyNotScoring } from '../../lib/contest/score-sheet.ts';
import { judgingProgressRoutes } from '../../lib/contract/judging-progress-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { putMails } from '../../lib/store/outbox.ts';
import { loadWaitedFor } from '../../lib/store/reminded-judges.ts';

/**
 * An organiser has judges reminded of the sheets that are waited for. The mails go into the outbox first, each at most once a
 * day: there may be more than one transaction takes, and a repeated request goes on where it stopped.
 */
export const remindJudges = endpoint(
  judgingProgressRoutes.remindJudges,
  async ({ path, body, actor, now, table, settings, admit, save }) => {
    const { editionId, roundId } = path;
    const { judgeIds, dryRun } = body;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    refuse(whyNotScoring(round, now));
    const { plan } = found(facts.plan);
    const waitedFor = await loadWaitedFor(table, round);
    const judges = waitedFor.filter(({ judgeId }) => judgeIds?.includes(judgeId) ?? true);
    if (!dryRun) {
      const head = { edition: plan.name, timeZone: plan.timeZone, origin: settings.origin };
      const { name } = found(roundOf(plan, roundId));
      const about = { roundId, name, closesAt: found(round.closesAt) };
      const mails = judges.map((judge) => judgingReminderMail(judge, about, head, now));
      await putMails(
        table,
        mails.map((mail) => queueMail(mail, { editionId, plan }, now)),
      );
    }
    return save({
      changes: [],
      reply: {
        roundId,
        dryRun,
        judges: judges.map(({ judgeId, missing }) => ({ judgeId, missing })),
      },
      subject: `round/${editionId}/${roundId}`,
      detail: { dryRun, judges: judges.map(({ judgeId }) => judgeId) },
    });
  },
);
