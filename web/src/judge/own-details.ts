import type * as z from 'zod';
import { preferences } from '../../../lib/contest/people.ts';
import type { ownDetails, ownRecordView } from '../../../lib/contract/edition-views.ts';

/** The details as they are typed: every field a text. */
export interface TypedDetails {
  readonly phone: string;
  readonly taxCode: string;
  readonly organisation: string;
  readonly provinceCode: string;
  readonly communeCode: string;
  readonly addressDetail: string;
  readonly capacity: string;
  readonly expertise: readonly string[];
  /** By field id; empty where the judge has no wish. */
  readonly preferences: { readonly [fieldId: string]: string };
}

/** The form of what is kept. */
export const typedDetails = (record: z.output<typeof ownRecordView>): TypedDetails => ({
  phone: record.phone ?? '',
  taxCode: record.taxCode ?? '',
  organisation: record.organisation ?? '',
  provinceCode: record.address?.provinceCode ?? '',
  communeCode: record.address?.communeCode ?? '',
  addressDetail: record.address?.detail ?? '',
  capacity: record.capacity === undefined ? '' : String(record.capacity),
  expertise: record.expertise ?? [],
  preferences: record.preferences ?? {},
});

/** What the API takes; what is empty is left out. */
export function ownDetailsOf(typed: TypedDetails): z.input<typeof ownDetails> {
  const phone = typed.phone.trim();
  const taxCode = typed.taxCode.trim();
  const organisation = typed.organisation.trim();
  const capacity = typed.capacity.trim();
  const wishes = Object.entries(typed.preferences).flatMap(([field, wish]) => {
    const known = preferences.find((one) => one === wish);
    return known === undefined ? [] : [[field, known] as const];
  });
  return {
    ...(phone === '' ? {} : { phone }),
    ...(taxCode === '' ? {} : { taxCode }),
    ...(organisation === '' ? {} : { organisation }),
    ...addressOf(typed),
    ...(capacity === '' ? {} : { capacity: Number(capacity) }),
    ...(typed.expertise.length === 0 ? {} : { expertise: [...typed.expertise] }),
    ...(wishes.length === 0 ? {} : { preferences: Object.fromEntries(wishes) }),
  };
}

/** An address is stated once it is whole. */
function addressOf({ provinceCode, communeCode, addressDetail }: TypedDetails) {
  const detail = addressDetail.trim();
  if (provinceCode === '' || communeCode === '' || detail === '') return {};
  return { address: { provinceCode, communeCode, detail } };
}
