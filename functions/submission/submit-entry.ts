import { submitEntry as submit } from '../../lib/contest/entry.ts';
import { found } from '../../lib/contest/found.ts';
import { submissionRoutes } from '../../lib/contract/submission-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEntry, newSubmission, unchangedDossier } from '../../lib/store/entries.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { signSubmission } from '../../lib/store/receipt.ts';
import { receiptReply } from './receipt-reply.ts';

/** The owner hands the entry in; saved only under the edition, draft and dossier it was decided on. */
export const submitEntry = endpoint(
  submissionRoutes.submitEntry,
  async ({ path, body, actor, now, table, signer, admit, save }) => {
    const { editionId, entryId } = path;
    const facts = await loadEntry(table, editionId, entryId, actor.personId);
    const before = found(facts.entry);
    admit(facts.standing);
    const edition = found(facts.edition);
    const { plan } = found(facts.plan);
    const { dossier } = facts;
    const { entry, submission } = submit(
      { edition, plan, entry: before, dossier, last: facts.submission },
      body.acceptedPlanVersion,
      now,
    );
    const signed = await signSubmission(signer, submission);
    return save({
      changes: [
        ...newSubmission(before, entry, signed),
        unchanged(keys.edition(editionId), edition.version),
        unchangedDossier(dossier),
      ],
      reply: receiptReply(signed, dossier),
      subject: `entry/${editionId}/${entryId}`,
      detail: { submission: signed.submission, signature: signed.receipt.signature },
    });
  },
);
