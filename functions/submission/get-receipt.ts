import { found } from '../../lib/contest/found.ts';
import { submissionRoutes } from '../../lib/contract/submission-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEntry } from '../../lib/store/entries.ts';
import { receiptReply } from './receipt-reply.ts';

/** The receipt of what was last handed in. */
export const getReceipt = endpoint(
  submissionRoutes.getReceipt,
  async ({ path, actor, table, admit }) => {
    const facts = await loadEntry(table, path.editionId, path.entryId, actor.personId);
    found(facts.entry);
    admit(facts.standing);
    return receiptReply(found(facts.submission), facts.dossier);
  },
);
