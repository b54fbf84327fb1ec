const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** The tenth digit of an enterprise's number is 10 less the weighted sum modulo 11; a stem that gives 10 has none. */
const hasCheckDigit = (digits: string): boolean => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return 10 - (sum % 11) === Number(digits[9]);
};

/**
 * The tax number as it is kept, or undefined if it is none: 10 digits with their check digit (enterprise), the same
 * with a branch as NNNNNNNNNN-NNN (not 000), or the 12 digits of a personal number, which since July 2025 is
 * the tax number of individuals and household businesses and has no check digit. Spaces, dots and a missing
 * dash do not matter.
 */
export const normaliseTaxCode = (text: string): string | undefined => {
  const compact = text.replace(/[\s.]/gu, '');
  if (/^\d{12}$/.test(compact)) return compact;
  const [, enterprise, branch] = /^(\d{10})(?:-?(\d{3}))?$/.exec(compact) ?? [];
  if (enterprise === undefined || branch === '000' || !hasCheckDigit(enterprise)) return undefined;
  return branch === undefined ? enterprise : `${enterprise}-${branch}`;
};

/** By what an enterprise is known: the number without the branch; a personal number whole. */
export const enterpriseNumber = (taxCode: string): string =>
  taxCode.length === 12 ? taxCode : taxCode.slice(0, 10);

/** Whether a text is a tax number in the form it is kept in. */
export const isTaxCode = (text: string): boolean => normaliseTaxCode(text) === text;
