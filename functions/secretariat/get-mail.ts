import { found } from '../../lib/contest/found.ts';
import { outboxRoutes } from '../../lib/contract/outbox-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadMails } from '../../lib/store/outbox.ts';

/** One mail of the outbox with its text. */
export const getMail = endpoint(outboxRoutes.getMail, async ({ path, actor, table, admit }) => {
  const { editionId, mailId } = path;
  const facts = await loadMails(table, editionId, [mailId], actor.personId);
  found(facts.edition);
  admit(facts.standing);
  return found(facts.mails.get(mailId));
});
