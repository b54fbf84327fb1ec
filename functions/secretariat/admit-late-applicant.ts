import { found } from '../../lib/contest/found.ts';
import { admitLateApplicant as admitLate } from '../../lib/contest/late-admission.ts';
import { screeningRoutes } from '../../lib/contract/screening-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { unchanged } from '../../lib/store/items.ts';
import { keys } from '../../lib/store/keys.ts';
import { changedLateApplicant, loadForLateApplicant } from '../../lib/store/screening.ts';

/** An organiser lets somebody begin an entry after the deadline. The ledger, which forgets nothing, has no address. */
export const admitLateApplicant = endpoint(
  screeningRoutes.admitLateApplicant,
  async ({ path, body, actor, now, newId, table, admit, save }) => {
    const { editionId } = path;
    const facts = await loadForLateApplicant(table, editionId, body.email, actor.personId);
    const edition = found(facts.edition);
    admit(facts.standing);
    const applicant = admitLate(
      { edition, plan: found(facts.plan).plan, before: facts.before },
      body,
      { by: actor.personId, now, admissionId: newId() },
    );
    const { admissionId, closesAt, reason, documentNumber } = applicant;
    return save({
      changes: [
        changedLateApplicant(applicant),
        unchanged(keys.edition(editionId), edition.version),
      ],
      reply: applicant,
      subject: `late-admission/${editionId}/${admissionId}`,
      detail: { closesAt, reason, documentNumber },
    });
  },
);
