import { type AddressInput, addressOf } from './address.ts';
import type { Applicant, EntryContent } from './entry-content.ts';
import type { CommuneList } from './provinces.ts';
import type { FieldError } from './refusal.ts';

/** The content as it is sent: an address by its two codes. */
export type WrittenContent = Omit<EntryContent, 'applicant'> & {
  readonly applicant?: Omit<Applicant, 'address'> & { readonly address?: AddressInput };
};

/** The content as it is kept, and what of it leads nowhere and was left out. */
export interface ReadContent {
  readonly content: EntryContent;
  readonly errors: readonly FieldError[];
}

/**
 * Finds the names to the address. One that is sent again as it was `before` stays as it was kept, whatever list is in
 * force by now: who corrects a title need not learn of a merger of communes.
 */
export function readContent(
  list: CommuneList,
  written: WrittenContent,
  before?: EntryContent,
): ReadContent {
  const { applicant, ...rest } = written;
  if (applicant === undefined) return { content: rest, errors: [] };
  const { address, ...said } = applicant;
  const content = { ...rest, applicant: said };
  if (address === undefined) return { content, errors: [] };
  const kept = before?.applicant?.address;
  const resolved = kept && isSame(kept, address) ? { address: kept } : addressOf(list, address);
  if ('address' in resolved) {
    return { content: { ...rest, applicant: { ...said, address: resolved.address } }, errors: [] };
  }
  const { pointer, ...error } = resolved.error;
  return { content, errors: [{ pointer: `/applicant/address${pointer}`, ...error }] };
}

const isSame = (one: AddressInput, other: AddressInput): boolean =>
  one.provinceCode === other.provinceCode &&
  one.communeCode === other.communeCode &&
  one.detail === other.detail &&
  one.oldAddress === other.oldAddress;
