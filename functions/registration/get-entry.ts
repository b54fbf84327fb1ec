import { found } from '../../lib/contest/found.ts';
import { entryReply, submittedReply } from '../../lib/contract/entry-reply.ts';
import { registrationRoutes } from '../../lib/contract/registration-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEntry } from '../../lib/store/entries.ts';

/** The owner reads the draft and what it still lacks; the secretariat what was handed in. */
export const getEntry = endpoint(
  registrationRoutes.getEntry,
  async ({ path, actor, table, admit }) => {
    const facts = await loadEntry(table, path.editionId, path.entryId, actor.personId);
    const entry = found(facts.entry);
    admit(facts.standing);
    const { plan } = found(facts.plan);
    const { standing, dossier, submission } = facts;
    return standing.entryRole !== undefined || submission === undefined
      ? entryReply(plan, entry, dossier)
      : submittedReply(plan, entry, dossier, submission);
  },
);
