import { consentStates } from '../../lib/contest/consents.ts';
import { found } from '../../lib/contest/found.ts';
import { consentRoutes } from '../../lib/contract/consent-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadConsents } from '../../lib/store/consents.ts';
import { loadEntry } from '../../lib/store/entries.ts';

/** The evidence of an entry's consents, and how each purpose stands. */
export const listConsents = endpoint(
  consentRoutes.listConsents,
  async ({ path, actor, table, admit }) => {
    const { editionId, entryId } = path;
    const [facts, records] = await Promise.all([
      loadEntry(table, editionId, entryId, actor.personId),
      loadConsents(table, editionId, entryId),
    ]);
    const entry = found(facts.entry);
    admit(facts.standing);
    const { plan } = found(facts.plan);
    return { records: [...records], current: consentStates(plan, entry, records) };
  },
);
