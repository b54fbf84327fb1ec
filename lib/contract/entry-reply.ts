import { currentDocuments, type Dossier } from '../contest/dossier.ts';
import type { Entry, Submission } from '../contest/entry.ts';
import type { EntryContent, TeamMember } from '../contest/entry-content.ts';
import { missingFromEntry } from '../contest/missing-from-entry.ts';
import type { Plan } from '../contest/plan.ts';
import type { Screening } from '../contest/screening.ts';
import { submittedPart } from '../contest/submitted-part.ts';
import { documentReply } from './document-reply.ts';
import { formReply } from './form-reply.ts';

/** An entry with its documents and all that a submission still needs. */
export const entryReply = (plan: Plan, entry: Entry, dossier: Dossier) => {
  const { screening, content, supplement, withdrawnConsents, opinions: _, ...rest } = entry;
  return {
    ...rest,
    content: contentReply(content),
    documents: currentDocuments(dossier).map(documentReply),
    missing: missingFromEntry(plan, content, dossier),
    ...(screening ? { screening: screeningReply(screening) } : {}),
    ...(supplement
      ? {
          supplement: {
            ...supplement,
            fields: [...supplement.fields],
            documents: [...supplement.documents],
          },
        }
      : {}),
    ...(withdrawnConsents ? { withdrawnConsents: [...withdrawnConsents] } : {}),
  };
};

/** An entry as it was handed in, whatever its draft has become since: what those who run the contest work on. */
export const submittedReply = (
  plan: Plan,
  entry: Entry,
  dossier: Dossier,
  submission: Submission,
) =>
  entryReply(plan, { ...entry, content: submission.content }, submittedPart(dossier, submission));

/** A decision or an opinion, in arrays of its own. */
export const screeningReply = ({ reasons, ...screening }: Screening) => ({
  ...screening,
  reasons: [...reasons],
});

/** What the startup wrote, in arrays of its own. */
const contentReply = (content: EntryContent) => {
  const { members, mentors, consents, answers: _, links: __, ...rest } = content;
  return {
    ...rest,
    ...formReply(content),
    members: members.map(memberReply),
    ...(mentors === undefined ? {} : { mentors: [...mentors] }),
    consents: [...consents],
  };
};

const memberReply = ({ guardian, ...member }: TeamMember) => ({
  ...member,
  ...(guardian ? { guardian: { ...guardian, consents: [...guardian.consents] } } : {}),
});
