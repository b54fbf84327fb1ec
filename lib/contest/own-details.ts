import { type AddressInput, keptAddressOf } from './address.ts';
import { wishProblems } from './judging-wishes.ts';
import type { Member, OwnDetails } from './people.ts';
import type { Plan } from './plan.ts';
import type { CommuneList } from './provinces.ts';
import type { FieldError } from './refusal.ts';

/** The details as they are sent: an address by its two codes. */
export type WrittenDetails = Omit<OwnDetails, 'address'> & { readonly address?: AddressInput };

/** The details as they are kept, and every wrong place of what was written; `list` is needed for an address only. */
export function readDetails(
  { address, ...said }: WrittenDetails,
  facts: {
    readonly plan: Pick<Plan, 'fields'>;
    readonly list: CommuneList | undefined;
    readonly before: Member;
  },
): { readonly details: OwnDetails; readonly errors: readonly FieldError[] } {
  const { plan, list, before } = facts;
  const wrong = wishProblems(said, plan);
  if (address === undefined || list === undefined) return { details: said, errors: wrong };
  const resolved = keptAddressOf(list, address, before.address);
  if ('address' in resolved) return { details: { ...said, ...resolved }, errors: wrong };
  const { pointer, ...error } = resolved.error;
  return { details: said, errors: [{ pointer: `/address${pointer}`, ...error }, ...wrong] };
}

/** The official with other details; what is not stated is no longer known. */
export function stateDetails(member: Member, details: OwnDetails): Member {
  const { phone: _, taxCode: __, organisation: ___, address: ____, ...others } = member;
  const { expertise: _____, capacity: ______, preferences: _______, ...rest } = others;
  return { ...rest, ...details, version: member.version + 1 };
}
