import type { EntryContent, Guardian, TeamMember } from './entry-content.ts';

/** A purpose agreed to, or taken back, by the text of a version. */
export interface ConsentAct {
  readonly purpose: string;
  readonly version: string;
  readonly act: 'given' | 'withdrawn';
  /** The place, from 0, of the member whose guardian's consent it is; the startup's own has none. */
  readonly guardianOfMember?: number;
}

/** An act as the ledger keeps it: who did it and when, and what the text said. */
export interface ConsentRecord extends ConsentAct {
  /** SHA-256 over the canonical JSON of the text in both languages; absent where the plan has it no more. */
  readonly textSha256?: string;
  readonly by: string;
  readonly at: string;
}

/** What of a content agrees to something. */
export type Consenting = Pick<EntryContent, 'consents' | 'members'>;

type Consents = EntryContent['consents'];

/** A content that agrees to nothing yet. */
export const noConsents: Consenting = { consents: [], members: [] };

/** Whether this purpose is agreed to, by whatever version of its text. */
export const agreesTo = ({ consents }: { readonly consents: Consents }, purpose: string): boolean =>
  consents.some((one) => one.purpose === purpose);

/**
 * What a save gives and takes back, in the order of the content; nothing where nothing changed. A guardian is known by the
 * names of the child and their own: to move a member takes nothing back, and who leaves the entry took nothing back either.
 */
export function consentActs(before: Consenting, after: Consenting): readonly ConsentAct[] {
  const guardians = guardiansOf(before);
  return [
    ...actsBetween(before.consents, after.consents),
    ...after.members.flatMap((member, index) => {
      if (member.guardian === undefined) return [];
      const earlier = guardians.get(nameOf(member, member.guardian))?.consents ?? [];
      return actsBetween(earlier, member.guardian.consents).map((act) => ({
        ...act,
        guardianOfMember: index,
      }));
    }),
  ];
}

function actsBetween(before: Consents, after: Consents): ConsentAct[] {
  const [had, has] = [versionsOf(before), versionsOf(after)];
  return [
    ...[...has]
      .filter(([purpose, version]) => had.get(purpose) !== version)
      .map(([purpose, version]) => ({ purpose, version, act: 'given' as const })),
    ...[...had]
      .filter(([purpose]) => !has.has(purpose))
      .map(([purpose, version]) => ({ purpose, version, act: 'withdrawn' as const })),
  ];
}

const versionsOf = (consents: Consents): ReadonlyMap<string, string> =>
  new Map(consents.map(({ purpose, version }) => [purpose, version]));

const nameOf = (member: TeamMember, guardian: Guardian): string =>
  JSON.stringify([member.name, guardian.name]);

const guardiansOf = ({ members }: Consenting): ReadonlyMap<string, Guardian> =>
  new Map(
    members.flatMap((member) =>
      member.guardian ? [[nameOf(member, member.guardian), member.guardian] as const] : [],
    ),
  );

/** Whether the startup agreed to it, and for every minor the guardian as well. */
export const allAgreeTo = (content: Consenting, purpose: string): boolean =>
  agreesTo(content, purpose) &&
  content.members.every(({ guardian }) => guardian === undefined || agreesTo(guardian, purpose));

/** Whether the draft lacks what the startup or a guardian agreed to in the submitted version: taken back by un-ticking. */
export const isUnticked = (submitted: Consenting, draft: Consenting, purpose: string): boolean =>
  consentActs(submitted, draft).some((one) => one.purpose === purpose && one.act === 'withdrawn');
