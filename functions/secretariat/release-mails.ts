import { found, refuse } from '../../lib/contest/found.ts';
import { releaseBlockers, releaseMail, whyNotHeld } from '../../lib/contest/outbox.ts';
import { outboxRoutes } from '../../lib/contract/outbox-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedMail, loadMails } from '../../lib/store/outbox.ts';

/** Mails that somebody has read leave, and stuck ones are tried again, all or none; a dry run only says what stands in the way. */
export const releaseMails = endpoint(
  outboxRoutes.releaseMails,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const { mailIds, dryRun } = body;
    const facts = await loadMails(table, editionId, mailIds, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const blockers = releaseBlockers(mailIds, facts.mails, now);
    if (!dryRun) refuse(whyNotHeld(blockers));
    const act = { by: actor.personId, at: now };
    const blocked = new Set(blockers.map(({ mailId }) => mailId));
    const free = [...facts.mails.values()].filter(({ mailId }) => !blocked.has(mailId));
    return save({
      changes: dryRun ? [] : free.map((mail) => changedMail(releaseMail(mail, act))),
      reply: { dryRun, mailIds: free.map(({ mailId }) => mailId), blockers },
      subject: `mails/${editionId}`,
      detail: { dryRun, mailIds: [...mailIds] },
    });
  },
);
