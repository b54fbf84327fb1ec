import { type AddressInput, keptAddressOf } from './address.ts';
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

/** Finds the names to the address, as `keptAddressOf` does. */
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
  const resolved = keptAddressOf(list, address, before?.applicant?.address);
  if ('address' in resolved) {
    return { content: { ...rest, applicant: { ...said, address: resolved.address } }, errors: [] };
  }
  const { pointer, ...error } = resolved.error;
  return { content, errors: [{ pointer: `/applicant/address${pointer}`, ...error }] };
}
