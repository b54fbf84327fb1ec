import { sharedDetails } from './also-official.ts';
import type { Pair } from './assign.ts';
import { mailboxOf } from './email.ts';
import type { Entry, Submission } from './entry.ts';
import type { EntryContent } from './entry-content.ts';
import { foldForUniqueness } from './fold.ts';
import { domainOf, isSharedMailHost } from './mail-hosts.ts';
import type { Member } from './people.ts';

/** What shows that a judge is close to an entry, without anybody saying so. */
export type DerivedCause = 'phone' | 'taxCode' | 'mailbox' | 'emailDomain' | 'organisation';

/** An entry as it was handed in, and the verified addresses of its team. */
export interface EntryTeam {
  readonly content: EntryContent;
  readonly mails: readonly string[];
}

/**
 * Every way in which a judge is too close to an entry to score it, from what both have stated: a shared
 * telephone or tax number, one mailbox, addresses at one domain of an organisation's own, or the applicant's
 * being where the judge works. Empty when nothing shows it.
 */
export function derivedConflicts(entry: EntryTeam, judge: Member): DerivedCause[] {
  const { content, mails } = entry;
  const mailboxes = mails.map(mailboxOf);
  const domain = domainOf(judge.email);
  const isOrganisations = domain !== '' && !isSharedMailHost(domain);
  return [
    ...sharedDetails(content, judge),
    ...(mailboxes.includes(mailboxOf(judge.email)) ? (['mailbox'] as const) : []),
    ...(isOrganisations && mailboxes.map(domainOf).includes(domain)
      ? (['emailDomain'] as const)
      : []),
    ...(worksAt(judge, content.applicant?.name ?? '') ? (['organisation'] as const) : []),
  ];
}

function worksAt({ organisation = '' }: Member, applicant: string): boolean {
  const place = foldForUniqueness(organisation);
  return place !== '' && place === foldForUniqueness(applicant);
}

/** The verified address of an entry's owner, where it has one. */
export const ownerMails = (entry: Pick<Entry, 'ownerEmail'> | undefined): readonly string[] =>
  entry?.ownerEmail === undefined ? [] : [entry.ownerEmail];

/** What shows a conflict of these judges with these entries, by `entryId judgeId`; the teams beside the leads are not looked at. */
export function derivedAmong(
  pairs: readonly Pair[],
  facts: {
    readonly entries: ReadonlyMap<string, Entry>;
    readonly submissions: ReadonlyMap<string, Submission>;
    readonly members: readonly Member[];
  },
): ReadonlyMap<string, readonly DerivedCause[]> {
  const judges = new Map(facts.members.map((member) => [member.personId, member]));
  return new Map(
    pairs.flatMap(({ entryId, judgeId }) => {
      const [submission, judge] = [facts.submissions.get(entryId), judges.get(judgeId)];
      if (!submission || !judge) return [];
      const mails = ownerMails(facts.entries.get(entryId));
      const causes = derivedConflicts({ content: submission.content, mails }, judge);
      return causes.length === 0 ? [] : [[`${entryId} ${judgeId}`, causes] as const];
    }),
  );
}
