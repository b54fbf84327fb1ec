const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

/** `local@domain` in ASCII: no quotes, comments, address literals, double dots or spaces; a top-level domain of letters first. */
export const emailPattern = new RegExp(
  `^${atom}(?:\\.${atom})*@(?:${label}\\.)+(?=[A-Za-z])${label}$`,
);

/**
 * A mailbox as it is kept, or undefined if it is none: ASCII only (mail to others does not arrive everywhere), at most
 * 64 characters before the @ and 254 in all; the domain in lower case. Nothing is trimmed: a line end in an
 * address is an attempt to add mail headers.
 */
export const normaliseEmail = (text: string): string | undefined => {
  const at = text.indexOf('@');
  if (text.length > 254 || at > 64 || !emailPattern.test(text)) return undefined;
  return text.slice(0, at) + text.slice(at).toLowerCase();
};

/**
 * What tells one mailbox from another: the address without regard to case. Providers differ in whether they keep
 * capitals, and phones write the first letter as one. ASCII alone is folded, so no other letter becomes one of it.
 */
export const mailboxOf = (address: string): string =>
  address.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
