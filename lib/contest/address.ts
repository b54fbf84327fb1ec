import { type CommuneList, communeOf, provinceOf } from './provinces.ts';
import type { FieldError } from './refusal.ts';

/** An address as somebody writes it: two codes of the list in force, the rest as free text. */
export interface AddressInput {
  readonly provinceCode: string;
  readonly communeCode: string;
  /** House, street, hamlet: what stands before the commune. */
  readonly detail: string;
  /** "Địa chỉ cũ": the same place as papers from before July 2025 name it. */
  readonly oldAddress?: string;
}

/**
 * An address as it is kept. The names are those of the list of that day: a later list changes no address, and to read
 * one needs no list.
 */
export interface Address extends AddressInput {
  readonly listVersion: string;
  readonly provinceName: string;
  readonly communeName: string;
}

/** The address, or where it is wrong: a pointer into what was written, `/provinceCode` or `/communeCode`. */
export type ResolvedAddress = { readonly address: Address } | { readonly error: FieldError };

/**
 * Finds the names to the codes. A code that the list does not have is not allowed, nor is a commune of another province.
 */
export const addressOf = (list: CommuneList, input: AddressInput): ResolvedAddress => {
  const { provinceCode, communeCode, detail, oldAddress } = input;
  const province = provinceOf(list, provinceCode);
  if (province === undefined) {
    return { error: { pointer: '/provinceCode', code: 'not-allowed' } };
  }
  const commune = communeOf(list, provinceCode, communeCode);
  if (commune === undefined) return { error: { pointer: '/communeCode', code: 'not-allowed' } };
  const address = {
    listVersion: list.version,
    provinceCode,
    provinceName: province.name,
    communeCode,
    communeName: commune.name,
    detail,
    ...(oldAddress === undefined ? {} : { oldAddress }),
  };
  return { address };
};

/**
 * The same, but one that is sent again as it was `before` stays as it was kept, whatever list is in force by now: who
 * corrects something else need not learn of a merger of communes.
 */
export const keptAddressOf = (
  list: CommuneList,
  input: AddressInput,
  before: Address | undefined,
): ResolvedAddress =>
  before !== undefined && isSame(before, input) ? { address: before } : addressOf(list, input);

const isSame = (one: AddressInput, other: AddressInput): boolean =>
  one.provinceCode === other.provinceCode &&
  one.communeCode === other.communeCode &&
  one.detail === other.detail &&
  one.oldAddress === other.oldAddress;

/** "Tỉnh" opens a name in a list, but stands inside a line here. */
const insideLine = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** An address in one line, as Vietnamese write it: "Thôn 5, Xã Măng Ri, tỉnh Quảng Ngãi". The old address is not part of it. */
export const formatAddress = ({
  detail,
  communeName,
  provinceName,
}: Pick<Address, 'detail' | 'communeName' | 'provinceName'>): string =>
  [detail.replace(/[\s,;]+$/u, ''), communeName, insideLine(provinceName)]
    .filter((part) => part !== '')
    .join(', ');
