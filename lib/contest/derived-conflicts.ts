import type { Address } from './address.ts';
import { sharedDetails } from './also-official.ts';
import type { Pair } from './assign.ts';
import { mailboxOf } from './email.ts';
import type { Entry, Submission } from './entry.ts';
import type { EntryContent } from './entry-content.ts';
import { foldForSearch, foldForUniqueness } from './fold.ts';
import { domainOf, isSharedMailHost } from './mail-hosts.ts';
import type { Member } from './people.ts';

/** What shows that a judge is close to an entry, without anybody saying so. */
export type DerivedCause =
  | 'phone'
  | 'taxCode'
  | 'mailbox'
  | 'emailDomain'
  | 'organisation'
  | 'address'
  | 'mentor'
  | 'past-edition';

/** An entry as it was handed in, and the verified addresses of its team. */
export interface EntryTeam {
  readonly content: EntryContent;
  readonly mails: readonly string[];
  /** The accounts of the team, where earlier editions are looked at. */
  readonly accounts?: readonly string[];
}

/**
 * Every way in which a judge is too close to an entry to score it, from what both have stated: a shared
 * telephone or tax number, one mailbox, addresses at one domain of an organisation's own, the applicant's
 * being where the judge works, one address, the judge's being named as a mentor,
 * or one of the team's being among the `companions`: whom the judge shares an entry of another edition with. Empty when nothing shows it.
 */
export const derivedConflicts = (
  entry: EntryTeam,
  judge: Member,
  companions: ReadonlySet<string> = new Set(),
): DerivedCause[] => causesBetween(entryTraces(entry), judgeTraces(judge, companions));

/** What of each side is compared; made once for each, since thousands of entries meet hundreds of judges. */
function entryTraces({ content, mails, accounts = [] }: EntryTeam) {
  const mailboxes = mails.map(mailboxOf);
  const applicant = foldForUniqueness(content.applicant?.name ?? '');
  const place = placeOf(content.applicant?.address);
  return {
    content,
    accounts,
    mailboxes,
    domains: mailboxes.map(domainOf),
    applicant,
    place,
    ...mentorsIn(content),
  };
}

/** A mentor's bare name is many people's: only a mailbox or a telephone tells who it is. */
const mentorsIn = ({ mentors = [] }: EntryContent) => ({
  mentorMailboxes: mentors.flatMap(({ email }) => (email === undefined ? [] : [mailboxOf(email)])),
  mentorPhones: mentors.flatMap(({ phone }) => phone ?? []),
});

function judgeTraces(judge: Member, companions: ReadonlySet<string> = new Set()) {
  const domain = domainOf(judge.email);
  const isOrganisations = domain !== '' && !isSharedMailHost(domain);
  return {
    judge,
    companions,
    mailbox: mailboxOf(judge.email),
    domain: isOrganisations ? domain : undefined,
    organisation: foldForUniqueness(judge.organisation ?? ''),
    place: placeOf(judge.address),
  };
}

/** One house, however it is spelt. Words stay apart: 12/3 of a street is not its 123. */
function placeOf(address: Address | undefined): string | undefined {
  const detail = foldForSearch(address?.detail ?? '');
  return address === undefined || detail === '' ? undefined : `${address.communeCode} ${detail}`;
}

function causesBetween(
  entry: ReturnType<typeof entryTraces>,
  { judge, companions, mailbox, domain, organisation, place }: ReturnType<typeof judgeTraces>,
): DerivedCause[] {
  const isAtDomain = domain !== undefined && entry.domains.includes(domain);
  const isAtWork = organisation !== '' && organisation === entry.applicant;
  const isMentor =
    entry.mentorMailboxes.includes(mailbox) ||
    (judge.phone !== undefined && entry.mentorPhones.includes(judge.phone));
  return [
    ...sharedDetails(entry.content, judge),
    ...(entry.mailboxes.includes(mailbox) ? (['mailbox'] as const) : []),
    ...(isAtDomain ? (['emailDomain'] as const) : []),
    ...(isAtWork ? (['organisation'] as const) : []),
    ...(place !== undefined && place === entry.place ? (['address'] as const) : []),
    ...(isMentor ? (['mentor'] as const) : []),
    ...(entry.accounts.some((one) => companions.has(one)) ? (['past-edition'] as const) : []),
  ];
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
    /** By judge id, where earlier editions are looked at. */
    readonly companions?: ReadonlyMap<string, ReadonlySet<string>>;
  },
): ReadonlyMap<string, readonly DerivedCause[]> {
  const judges = new Map(
    facts.members.map((member) => [
      member.personId,
      judgeTraces(member, facts.companions?.get(member.personId)),
    ]),
  );
  const entries = new Map(
    [...facts.submissions.values()].map(({ entryId, content }) => {
      const entry = facts.entries.get(entryId);
      const accounts = entry === undefined ? [] : [entry.ownerId];
      return [entryId, entryTraces({ content, mails: ownerMails(entry), accounts })];
    }),
  );
  return new Map(
    pairs.flatMap(({ entryId, judgeId }) => {
      const [entry, judge] = [entries.get(entryId), judges.get(judgeId)];
      if (!entry || !judge) return [];
      const causes = causesBetween(entry, judge);
      return causes.length === 0 ? [] : [[`${entryId} ${judgeId}`, causes] as const];
    }),
  );
}
