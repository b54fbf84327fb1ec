import { found } from '../../lib/contest/found.ts';
import { repeatMail } from '../../lib/contest/outbox.ts';
import { outboxRoutes } from '../../lib/contract/outbox-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadMails, newMail } from '../../lib/store/outbox.ts';

/** A mail once more, as a new one: what its reader may have lost, or what could not be delivered. */
export const resendMail = endpoint(
  outboxRoutes.resendMail,
  async ({ path, actor, now, newId, table, admit, save }) => {
    const { editionId, mailId } = path;
    const facts = await loadMails(table, editionId, [mailId], actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const act = { by: actor.personId, at: now };
    const mail = repeatMail(found(facts.mails.get(mailId)), newId(), act);
    return save({
      changes: [newMail(mail)],
      reply: mail,
      subject: `mail/${editionId}/${mailId}`,
      detail: { newMailId: mail.mailId },
    });
  },
);
