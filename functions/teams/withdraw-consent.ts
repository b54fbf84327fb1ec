import { withdrawConsent as withdraw } from '../../lib/contest/consents.ts';
import { found } from '../../lib/contest/found.ts';
import { consentRoutes } from '../../lib/contract/consent-routes.ts';
import { entryReply } from '../../lib/contract/entry-reply.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { appendConsents, countedWithdrawal, loadWithdrawals } from '../../lib/store/consents.ts';
import { changedEntry, withdrawnEntry } from '../../lib/store/entries.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { loadOwnEntry } from '../../lib/store/own-entries.ts';

/**
 * The lead takes a consent back. What is published stays as it is; the record of this act in the entry's history tells
 * the organisers, who may correct it.
 */
export const withdrawConsent = endpoint(
  consentRoutes.withdrawConsent,
  async ({ path, actor, now, table, admit, save }) => {
    const { editionId, entryId, purpose } = path;
    const by = actor.personId;
    const [facts, withdrawals] = await Promise.all([
      loadOwnEntry(table, editionId, entryId, by),
      loadWithdrawals(table, editionId),
    ]);
    const before = found(facts.entry);
    admit(facts.standing);
    const edition = found(facts.edition);
    const { plan } = found(facts.plan);
    const { submission, ownership, dossier } = facts;
    const { entry, acts } = withdraw({ edition, plan, entry: before, submission }, purpose, {
      by,
      now,
    });
    const ends = entry.state !== before.state;
    const changes = [
      ...(ends ? withdrawnEntry(before, entry, ownership) : changedEntry(before, entry, 'reload')),
      ...appendConsents(plan, entry, acts, { by, at: now }),
      countedWithdrawal(editionId, withdrawals),
      unchanged(keys.edition(editionId), edition.version),
    ];
    return save({
      changes: entry === before ? [] : changes,
      reply: entryReply(plan, entry, dossier),
      subject: `entry/${editionId}/${entryId}`,
      detail: { purpose, state: entry.state },
    });
  },
);
