/**
 * The data model: every key of the two tables is made here.
 *
 * Entities of `main`
 *
 * | entity        | pk                          | sk                      | gsi1pk                | gsi1sk                   |
 * |---------------|-----------------------------|-------------------------|-----------------------|--------------------------|
 * | Administrator | PLATFORM                    | ADMINISTRATOR#mailbox   |                       |                          |
 * | Edition       | EDITION#e                   | EDITION                 | EDITIONS              | e                        |
 * | Plan, current | EDITION#e                   | PLAN                    |                       |                          |
 * | Plan version  | EDITION#e                   | PLAN#0001               |                       |                          |
 * | Member        | EDITION#e                   | MEMBER#person           | PERSON#person         | MEMBER#e                 |
 * | Invitation    | EDITION#e                   | INVITATION#id           | INVITEE#mailbox       | e#id                     |
 * | Ownership     | EDITION#e                   | OWNER#person            | PERSON#person         | OWNER#e                  |
 * | Withdrawals   | EDITION#e                   | WITHDRAWALS (a count)   |                       |                          |
 * | Mailbox taken | MAILBOX#e#mailbox           | MAILBOX                 |                       |                          |
 * | Title taken   | TITLE#e#fold                | TITLE                   |                       |                          |
 * | Tax number    | TAXCODE#e#number            | TAXCODE                 |                       |                          |
 * | Code taken    | CODE#e#code                 | CODE                    |                       |                          |
 * | Entry         | ENTRY#e#entry               | ENTRY                   | ENTRIES#e             | state#entry              |
 * | Dossier       | ENTRY#e#entry               | DOSSIER                 |                       |                          |
 * | Submission    | ENTRY#e#entry               | SUBMISSION (the last)   |                       |                          |
 * |               | ENTRY#e#entry               | SUBMISSION#0001         |                       |                          |
 * | Team          | ENTRY#e#entry               | TEAM                    |                       |                          |
 * | Teammate      | ENTRY#e#entry               | TEAM#person             |                       |                          |
 * | Team invit.   | ENTRY#e#entry               | TEAMINVITATION#id       | INVITEE#mailbox       | ~e#id, while it is open  |
 * | Late applicant| LATE#e#mailbox              | LATE                    |                       |                          |
 * | Card          | LIST#e                      | entry                   |                       |                          |
 * | Relisting     | RELISTING#e                 | RELISTING               |                       |                          |
 * | Declaration   | DECLARED#e#entry            | judge                   | QUEUE#e#judge         | entry#DECLARED           |
 * | Round         | ROUND#e#round               | ROUND                   |                       |                          |
 * | Stage         | ROUND#e#round               | STAGE                   |                       |                          |
 * | Assignment    | SHEETS#e#round#shard        | entry#judge#ASSIGNED    | QUEUE#e#judge         | entry#round#ASSIGNED     |
 * | Score sheet   | SHEETS#e#round#shard        | entry#judge#SHEET       | QUEUE#e#judge         | entry#round#SHEET        |
 * | Progress      | PROGRESS#e#round            | entry                   |                       |                          |
 * | Components    | COMPONENTS#e#round          | entry                   |                       |                          |
 * | Ruling        | RULINGS#e#round             | TIE#set, or FLAG#entry  |                       |                          |
 * | Decision      | RULINGS#e#round             | DECISION#0001           |                       |                          |
 * | Seed of a lot | LOT#e#round                 | SEED                    |                       |                          |
 * | Outcome       | OUTCOME#e#round             | HEAD                    |                       |                          |
 * | Outcome part  | OUTCOME#e#round#digest      | PART#0001               |                       |                          |
 * | Share of it   | OUTCOME#e#round#digest      | SHARE#entry             |                       |                          |
 * | Track averages| OUTCOME#e#round#digest      | AVERAGES                |                       |                          |
 * | Moderation    | COMMENTS#e#entry            | round#judge             |                       |                          |
 * | Mail          | OUTBOX#e                    | mail (kind-…)           | MAILS#e               | state#mail               |
 * | Minutes       | MINUTES#e#round             | MINUTES                 |                       |                          |
 * | Planned publ. | PUBLICATION#e               | PLANNED                 |                       |                          |
 * | Retraction    | PUBLICATION#e               | RETRACTION (proposed)   |                       |                          |
 * | Announcement  | PUBLICATION#e               | ANNOUNCEMENT            |                       |                          |
 * | Result        | RESULT#e                    | RESULT (the newest)     |                       |                          |
 * |               | RESULT#e                    | RESULT#0001             |                       |                          |
 * | Certificate   | CERTIFICATE#code            | CERTIFICATE             |                       |                          |
 * | Certificates  | CERTIFICATES#e              | prize#entry (their codes) |                     |                          |
 * | Idempotency   | IDEMPOTENCY#person#op       | key                     |                       |                          |
 *
 * Entities of `ledger` (added, never changed)
 *
 * | audit record  | AUDIT#e or AUDIT#platform   | instant#request         | SUBJECT#subject       | instant#request          |
 * | consents      | CONSENT#e#entry             | version#0001            |                       |                          |
 *
 * Access patterns, one call each
 *
 * | to decide or read                 | call                                                            |
 * |-----------------------------------|-----------------------------------------------------------------|
 * | an act on an entry                | getMany: edition, plan, member, teammate, entry, dossier, submission |
 * | a receipt, from its code          | get CODE, then getMany: entry, submission version               |
 * | an act on a score sheet           | getMany: edition, plan, member, round, assignment, declaration, sheet |
 * | a round's ranking                 | query SHEETS#e#round#shard, eight in parallel                   |
 * | an act on the publication         | getMany: round, minutes, result, plan of it; outcome and its parts; entries that get a prize |
 * | a published version, as it may be shown | get RESULT, then getMany: its entries |
 * | how far the announcement is       | getMany: result, announcement                                   |
 * | what no judge gave in a round     | query COMPONENTS#e#round                                        |
 * | a certificate, from its code      | get CERTIFICATE#code, then getMany: result, entry, submission; plan version |
 * | the certificates of an edition    | query CERTIFICATES#e, then getMany by their codes               |
 * | how far a round is                | query PROGRESS#e#round, then getMany: its judges                |
 * | what people decided about a round | query RULINGS#e#round                                           |
 * | what an entry is told of rounds   | getMany: shares and averages, under the approved digests        |
 * | the comments on an entry          | query COMMENTS#e#entry (begins with a round), then getMany: their sheets |
 * | the entries of an edition, a page | query LIST#e, in the order of their ids                         |
 * | the same, whole, for a file       | query gsi1 ENTRIES#e (begins with a state)                      |
 * | a judge's queue, or all conflicts | query gsi1 QUEUE#e#judge, by pages                              |
 * | the people of an edition, a page  | query EDITION#e begins with MEMBER#                             |
 * | who was offered a role, a page    | query EDITION#e begins with INVITATION#                         |
 * | a screening                       | as an act on an entry, beside the people of the edition         |
 * | a card of the list                | getMany: plan, entry, dossier, submission, card                 |
 * | the team of an entry              | query ENTRY#e#entry begins with TEAM                            |
 * | the versions of a plan, a page    | query EDITION#e begins with PLAN#, from the last                |
 * | the outbox of an edition, a page  | query OUTBOX#e (begins with a kind), or gsi1 MAILS#e (begins with a state) |
 * | where a person takes part         | query gsi1 PERSON#person                                        |
 * | with whom a person was in a team | the same, then getMany: these entries and their team marks; query the teams |
 * | what happened to a thing          | query ledger gsi1 SUBJECT#subject                               |
 * | the consents of an entry          | query ledger CONSENT#e#entry                                    |
 */
import { mailboxOf } from '../contest/email.ts';
import type { Key } from '../platform/table.ts';

/** Score sheets of a round lie in so many partitions, by entry, so that 300 judges can save at once. */
export const sheetShards = 8;

const padded = (count: number): string => String(count).padStart(4, '0');

const edition = (e: string): string => `EDITION#${e}`;
const entry = (e: string, id: string): string => `ENTRY#${e}#${id}`;
const ruling = (e: string, r: string, sk: string): Key => ({ pk: rulingPartition(e, r), sk });

/** Spreads entries over the shards evenly and for ever the same way (FNV-1a over the id). */
function shardOf(entryId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < entryId.length; at += 1) {
    hash = Math.imul(hash ^ entryId.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % sheetShards;
}

export const keys = {
  administrator: (email: string): Key => ({
    pk: 'PLATFORM',
    sk: `ADMINISTRATOR#${mailboxOf(email)}`,
  }),
  edition: (e: string): Key => ({ pk: edition(e), sk: 'EDITION' }),
  plan: (e: string): Key => ({ pk: edition(e), sk: 'PLAN' }),
  planVersion: (e: string, n: number): Key => ({ pk: edition(e), sk: `PLAN#${padded(n)}` }),
  member: (e: string, person: string): Key => ({ pk: edition(e), sk: `MEMBER#${person}` }),
  invitation: (e: string, id: string): Key => ({ pk: edition(e), sk: `INVITATION#${id}` }),
  ownership: (e: string, person: string): Key => ({ pk: edition(e), sk: `OWNER#${person}` }),
  withdrawals: (e: string): Key => ({ pk: edition(e), sk: 'WITHDRAWALS' }),
  mailbox: (e: string, mailbox: string): Key => ({ pk: `MAILBOX#${e}#${mailbox}`, sk: 'MAILBOX' }),
  title: (e: string, fold: string): Key => ({ pk: `TITLE#${e}#${fold}`, sk: 'TITLE' }),
  taxCode: (e: string, number: string): Key => ({ pk: `TAXCODE#${e}#${number}`, sk: 'TAXCODE' }),
  code: (e: string, code: string): Key => ({ pk: `CODE#${e}#${code}`, sk: 'CODE' }),
  entry: (e: string, id: string): Key => ({ pk: entry(e, id), sk: 'ENTRY' }),
  dossier: (e: string, id: string): Key => ({ pk: entry(e, id), sk: 'DOSSIER' }),
  submission: (e: string, id: string): Key => ({ pk: entry(e, id), sk: 'SUBMISSION' }),
  submissionVersion: (e: string, id: string, n: number): Key => ({
    pk: entry(e, id),
    sk: `SUBMISSION#${padded(n)}`,
  }),
  team: (e: string, id: string): Key => ({ pk: entry(e, id), sk: 'TEAM' }),
  teammate: (e: string, id: string, person: string): Key => ({
    pk: entry(e, id),
    sk: `TEAM#${person}`,
  }),
  teamInvitation: (e: string, id: string, invitation: string): Key => ({
    pk: entry(e, id),
    sk: `TEAMINVITATION#${invitation}`,
  }),
  lateApplicant: (e: string, email: string): Key => ({
    pk: `LATE#${e}#${mailboxOf(email)}`,
    sk: 'LATE',
  }),
  card: (e: string, id: string): Key => ({ pk: cardPartition(e), sk: id }),
  relisting: (e: string): Key => ({ pk: `RELISTING#${e}`, sk: 'RELISTING' }),
  declaration: (e: string, id: string, judge: string): Key => ({
    pk: `DECLARED#${e}#${id}`,
    sk: judge,
  }),
  round: (e: string, r: string): Key => ({ pk: `ROUND#${e}#${r}`, sk: 'ROUND' }),
  stage: (e: string, r: string): Key => ({ pk: `ROUND#${e}#${r}`, sk: 'STAGE' }),
  assignment: (e: string, r: string, id: string, judge: string): Key => ({
    pk: sheetPartition(e, r, shardOf(id)),
    sk: `${id}#${judge}#ASSIGNED`,
  }),
  sheet: (e: string, r: string, id: string, judge: string): Key => ({
    pk: sheetPartition(e, r, shardOf(id)),
    sk: `${id}#${judge}#SHEET`,
  }),
  progress: (e: string, r: string, id: string): Key => ({ pk: progressPartition(e, r), sk: id }),
  components: (e: string, r: string, id: string): Key => ({ pk: componentPartition(e, r), sk: id }),
  tieRuling: (e: string, r: string, set: string): Key => ruling(e, r, `TIE#${set}`),
  flagRuling: (e: string, r: string, id: string): Key => ruling(e, r, `FLAG#${id}`),
  decision: (e: string, r: string, n: number): Key => ruling(e, r, `DECISION#${padded(n)}`),
  lotSeed: (e: string, r: string): Key => ({ pk: `LOT#${e}#${r}`, sk: 'SEED' }),
  outcome: (e: string, r: string): Key => ({ pk: `OUTCOME#${e}#${r}`, sk: 'HEAD' }),
  outcomePart: (e: string, r: string, digest: string, n: number): Key => ({
    pk: `OUTCOME#${e}#${r}#${digest}`,
    sk: `PART#${padded(n)}`,
  }),
  share: (at: OutcomeName, id: string): Key => ({ pk: outcomePartition(at), sk: `SHARE#${id}` }),
  averages: (at: OutcomeName): Key => ({ pk: outcomePartition(at), sk: 'AVERAGES' }),
  moderation: (e: string, id: string, r: string, judge: string): Key => ({
    pk: commentPartition(e, id),
    sk: `${r}#${judge}`,
  }),
  mail: (e: string, id: string): Key => ({ pk: outboxPartition(e), sk: id }),
  /** One part of a save. */
  consents: (e: string, id: string, entryVersion: number, part: number): Key => ({
    pk: consentPartition(e, id),
    sk: `${String(entryVersion).padStart(10, '0')}#${padded(part)}`,
  }),
  minutes: (e: string, r: string): Key => ({ pk: `MINUTES#${e}#${r}`, sk: 'MINUTES' }),
  plannedPublication: (e: string): Key => ({ pk: `PUBLICATION#${e}`, sk: 'PLANNED' }),
  retraction: (e: string): Key => ({ pk: `PUBLICATION#${e}`, sk: 'RETRACTION' }),
  announcement: (e: string): Key => ({ pk: `PUBLICATION#${e}`, sk: 'ANNOUNCEMENT' }),
  result: (e: string): Key => ({ pk: `RESULT#${e}`, sk: 'RESULT' }),
  resultVersion: (e: string, n: number): Key => ({ pk: `RESULT#${e}`, sk: `RESULT#${padded(n)}` }),
  certificate: (code: string): Key => ({ pk: `CERTIFICATE#${code}`, sk: 'CERTIFICATE' }),
  awardCertificates: ({ editionId, prizeId, entryId }: AwardName): Key => ({
    pk: certificatePartition(editionId),
    sk: `${prizeId}#${entryId}`,
  }),
};

/** The partition that holds which certificates an edition's awards have. */
export const certificatePartition = (e: string): string => `CERTIFICATES#${e}`;

/** The partition that holds the cards of an edition's entries. */
export const cardPartition = (e: string): string => `LIST#${e}`;

interface AwardName {
  readonly editionId: string;
  readonly prizeId: string;
  readonly entryId: string;
}

interface OutcomeName {
  readonly editionId: string;
  readonly roundId: string;
  readonly digest: string;
}

/** The partition that holds an outcome. */
const outcomePartition = ({ editionId, roundId, digest }: OutcomeName): string =>
  `OUTCOME#${editionId}#${roundId}#${digest}`;

/** The partition that holds what was decided about the comments on an entry. */
export const commentPartition = (e: string, id: string): string => `COMMENTS#${e}#${id}`;

/** The partition that holds an edition's mails. */
export const outboxPartition = (e: string): string => `OUTBOX#${e}`;

/** The partition of the ledger that holds what was agreed to for an entry, and taken back. */
export const consentPartition = (e: string, id: string): string => `CONSENT#${e}#${id}`;

/** One of the partitions that hold a round's assignments and sheets. */
export const sheetPartition = (e: string, r: string, shard: number): string =>
  `SHEETS#${e}#${r}#${shard}`;

/** The partition that holds how far the entries of a round are. */
export const progressPartition = (e: string, r: string): string => `PROGRESS#${e}#${r}`;

/** The partition that holds what entries of a round were given by no judge. */
export const componentPartition = (e: string, r: string): string => `COMPONENTS#${e}#${r}`;

/** The partition that holds what people decided about a closed round. */
export const rulingPartition = (e: string, r: string): string => `RULINGS#${e}#${r}`;

/** Partitions of the index, by what they are asked for. */
export const indexes = {
  editions: 'EDITIONS',
  person: (person: string): string => `PERSON#${person}`,
  invitee: (email: string): string => `INVITEE#${mailboxOf(email)}`,
  entries: (e: string): string => `ENTRIES#${e}`,
  mails: (e: string): string => `MAILS#${e}`,
  queue: (e: string, judge: string): string => `QUEUE#${e}#${judge}`,
};
