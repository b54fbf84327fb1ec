import type { EntryContent } from './entry-content.ts';
import type { Member, OfficialDetails } from './people.ts';

/** What an official and an entry can have in common of it. */
type SharedDetail = 'phone' | 'taxCode';

/** An official who shares a telephone or a tax number with an entry. */
export interface OfficialMatch {
  readonly personId: string;
  readonly because: SharedDetail;
}

/**
 * The active officials of an edition who stand in this entry, each with every way in which: nobody is both
 * applicant and official, and accounts and addresses alone do not show it.
 */
export function alsoOfficial(content: EntryContent, officials: readonly Member[]): OfficialMatch[] {
  return officials
    .filter(({ active }) => active)
    .flatMap((official) =>
      sharedDetails(content, official).map((because) => ({
        personId: official.personId,
        because,
      })),
    );
}

/** Which details an entry and an official share: telephones also with a guardian, tax numbers also with a branch. */
export function sharedDetails(content: EntryContent, official: OfficialDetails): SharedDetail[] {
  const { phone, taxCode } = official;
  const taxNumber = taxNumberOf(content.applicant?.taxCode);
  return [
    ...(phone !== undefined && phonesIn(content).has(phone) ? (['phone'] as const) : []),
    ...(taxNumber !== undefined && taxNumberOf(taxCode) === taxNumber
      ? (['taxCode'] as const)
      : []),
  ];
}

function phonesIn({ applicant, members }: EntryContent): ReadonlySet<string> {
  const guardians = members.flatMap(({ guardian }) => guardian?.phone ?? []);
  return new Set([...(applicant ? [applicant.phone] : []), ...guardians]);
}

/** A branch is its enterprise. The twelve digits of a person are compared whole: ten of them are many people's. */
const taxNumberOf = (taxCode: string | undefined): string | undefined =>
  taxCode?.replace(/-\d{3}$/, '');
