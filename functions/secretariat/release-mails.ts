import { found, refuse } from '../../lib/contest/found.ts';
import { heldBlockers, releaseMail, whyNotHeld } from '../../lib/contest/outbox.ts';
import { outboxRoutes } from '../../lib/contract/outbox-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedMail, loadMails } from '../../lib/store/outbox.ts';

/** Held mails that somebody has read leave, all of them or none; a dry run only says what stands in the way. */
export const releaseMails = endpoint(
  outboxRoutes.releaseMails,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const { mailIds, dryRun } = body;
    const facts = await loadMails(table, editionId, mailIds, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const blockers = heldBlockers(mailIds, facts.mails);
    if (!dryRun) refuse(whyNotHeld(blockers));
    const act = { by: actor.personId, at: now };
    const held = [...facts.mails.values()].filter(({ state }) => state === 'held');
    return save({
      changes: dryRun ? [] : held.map((mail) => changedMail(releaseMail(mail, act))),
      reply: { dryRun, mailIds: held.map(({ mailId }) => mailId), blockers },
      subject: `mails/${editionId}`,
      detail: { dryRun, mailIds: [...mailIds] },
    });
  },
);
