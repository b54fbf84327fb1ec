import type { EntryContent } from './entry-content.ts';
import type { Member } from './people.ts';

/** An official who shares a telephone or a tax number with an entry. */
export interface OfficialMatch {
  readonly personId: string;
  readonly because: 'phone' | 'taxCode';
}

/**
 * The active officials of an edition who stand in this entry, each with every way in which: nobody is both
 * applicant and official, and accounts and addresses alone do not show it.
 */
export function alsoOfficial(content: EntryContent, officials: readonly Member[]): OfficialMatch[] {
  const phones = phonesIn(content);
  const taxNumber = taxNumberOf(content.applicant?.taxCode);
  return officials
    .filter(({ active }) => active)
    .flatMap(({ personId, phone, taxCode }): OfficialMatch[] => [
      ...(phone !== undefined && phones.has(phone)
        ? [{ personId, because: 'phone' as const }]
        : []),
      ...(taxNumber !== undefined && taxNumberOf(taxCode) === taxNumber
        ? [{ personId, because: 'taxCode' as const }]
        : []),
    ]);
}

function phonesIn({ applicant, members }: EntryContent): ReadonlySet<string> {
  const guardians = members.flatMap(({ guardian }) => guardian?.phone ?? []);
  return new Set([...(applicant ? [applicant.phone] : []), ...guardians]);
}

/** A branch is its enterprise. The twelve digits of a person are compared whole: ten of them are many people's. */
const taxNumberOf = (taxCode: string | undefined): string | undefined =>
  taxCode?.replace(/-\d{3}$/, '');
