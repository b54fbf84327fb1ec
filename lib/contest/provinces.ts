/**
 * Provinces and communes as one decree left them. The lists are data beside this file
 * (`communes-<version>.list.json`, see docs/commune-lists.md); whoever asks brings the list it asks about.
 */
export interface CommuneList {
  /** The day it came into force: `2025-07-01`. */
  readonly version: string;
  readonly provinces: readonly ListedProvince[];
}

interface ListedProvince extends AdministrativeUnit {
  /** Code and name, parted by one space: `23446 Xã Măng Ri`. */
  readonly communes: readonly string[];
}

/** A province or a commune. The name says of which kind: Tỉnh, Thành phố, Xã, Phường, Đặc khu. */
export interface AdministrativeUnit {
  /** Two digits for a province, five for a commune. A leading zero counts. */
  readonly code: string;
  readonly name: string;
}

/** People look for Hà Nội under H and for Măng Ri under M. */
const ownName = (name: string): string =>
  name.replace(/^(?:Thành phố|Tỉnh|Xã|Phường|Đặc khu) /u, '');

/** The collator is made when somebody asks: at the start of a function nobody has yet. */
const inOrder = (units: readonly AdministrativeUnit[]): readonly AdministrativeUnit[] => {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  return units.toSorted(
    (one, other) =>
      compare(ownName(one.name), ownName(other.name)) || compare(one.name, other.name),
  );
};

const unitOf = (line: string): AdministrativeUnit => {
  const space = line.indexOf(' ');
  return { code: line.slice(0, space), name: line.slice(space + 1) };
};

const provinceIn = ({ provinces }: CommuneList, code: string): ListedProvince | undefined =>
  provinces.find((province) => province.code === code);

/** All provinces of a list, in the Vietnamese alphabet by their own names: without Tỉnh or Thành phố. */
export const provincesOf = ({ provinces }: CommuneList): readonly AdministrativeUnit[] =>
  inOrder(provinces.map(({ code, name }) => ({ code, name })));

/** One province of a list, or undefined where the list has none of this code. */
export const provinceOf = (list: CommuneList, code: string): AdministrativeUnit | undefined => {
  const found = provinceIn(list, code);
  return found && { code, name: found.name };
};

/** The communes of a province, in the Vietnamese alphabet by their own names; none where there is no such province. */
export const communesOf = (
  list: CommuneList,
  provinceCode: string,
): readonly AdministrativeUnit[] =>
  inOrder((provinceIn(list, provinceCode)?.communes ?? []).map(unitOf));

/** A commune of this province, or undefined where the province has none of this code. */
export const communeOf = (
  list: CommuneList,
  provinceCode: string,
  code: string,
): AdministrativeUnit | undefined =>
  provinceIn(list, provinceCode)
    ?.communes.map(unitOf)
    .find((commune) => commune.code === code);
