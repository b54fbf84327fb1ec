import { found, refuse } from '../../lib/contest/found.ts';
import { cancelBlockers, cancelMail, whyNotHeld } from '../../lib/contest/outbox.ts';
import { outboxRoutes } from '../../lib/contract/outbox-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedMail, loadMails } from '../../lib/store/outbox.ts';

/** Held mails that shall never leave, all of them or none. */
export const cancelMails = endpoint(
  outboxRoutes.cancelMails,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const { mailIds, reason } = body;
    const facts = await loadMails(table, editionId, mailIds, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    refuse(whyNotHeld(cancelBlockers(mailIds, facts.mails)));
    const act = { by: actor.personId, at: now };
    const mails = [...facts.mails.values()].map((mail) => cancelMail(mail, act, reason));
    return save({
      changes: mails.map((mail) => changedMail(mail)),
      reply: { mailIds: [...mailIds] },
      subject: `mails/${editionId}`,
      detail: { reason, mailIds: [...mailIds] },
    });
  },
);
