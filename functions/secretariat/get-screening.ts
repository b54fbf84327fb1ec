import type { Entry, Submission } from '../../lib/contest/entry.ts';
import { found } from '../../lib/contest/found.ts';
import { homoglyphWarning } from '../../lib/contest/homoglyphs.ts';
import { eligibilityBlockers } from '../../lib/contest/screen-entry.ts';
import { entryReply, screeningReply, submittedReply } from '../../lib/contract/entry-reply.ts';
import { screeningRoutes } from '../../lib/contract/screening-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadForScreening } from '../../lib/store/screening.ts';

/** The secretariat reads who thinks what of an entry, and all that is to be known before giving an opinion. */
export const getScreening = endpoint(
  screeningRoutes.getScreening,
  async ({ path, actor, table, admit }) => {
    const { editionId, entryId } = path;
    const facts = await loadForScreening(table, editionId, entryId, actor.personId);
    found(facts.edition);
    admit({ roles: facts.standing.roles });
    const entry = found(facts.entry);
    const { plan } = found(facts.plan);
    const { submission, officials, dossier } = facts;
    const { screening: _, ...reply } = submission
      ? submittedReply(plan, entry, dossier, submission)
      : entryReply(plan, entry, dossier);
    return {
      ...reply,
      people: plan.screening.people,
      opinions: (entry.opinions ?? []).map(screeningReply),
      ...(entry.screening ? { screening: screeningReply(entry.screening) } : {}),
      blockers: eligibilityBlockers({ plan, entry, submission, officials }),
      warnings: warningsOf(submission ?? entry),
    };
  },
);

function warningsOf({ content }: Pick<Entry | Submission, 'content'>) {
  const names = [
    ['/title', content.title],
    ['/applicant/name', content.applicant?.name ?? ''],
    ...content.members.map(({ name }, at) => [`/members/${at}/name`, name] as const),
  ] as const;
  return names
    .filter(([, name]) => homoglyphWarning(name))
    .map(([pointer]) => ({ code: 'mixed-scripts', pointer }));
}
