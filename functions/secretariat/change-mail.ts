import { found } from '../../lib/contest/found.ts';
import { rewriteMail } from '../../lib/contest/outbox.ts';
import { outboxRoutes } from '../../lib/contract/outbox-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { staleVersion } from '../../lib/store/items.ts';
import { changedMail, loadMails } from '../../lib/store/outbox.ts';

/** Other words for a mail that is held. The record says that it was changed; what it says stays with the mail. */
export const changeMail = endpoint(
  outboxRoutes.changeMail,
  async ({ path, body, actor, ifMatch, table, admit, save }) => {
    const { editionId, mailId } = path;
    const facts = await loadMails(table, editionId, [mailId], actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const mail = rewriteMail(found(facts.mails.get(mailId)), body, ifMatch);
    return save({
      changes: [changedMail(mail, staleVersion)],
      reply: mail,
      subject: `mail/${editionId}/${mailId}`,
      detail: { subject: mail.subject, version: mail.version },
    });
  },
);
