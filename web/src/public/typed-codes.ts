import { certificateCodePattern } from '../../../lib/contest/certificate.ts';

/** A certificate's code as it was typed from paper: small letters, blanks, O for 0, I and L for 1. Undefined if it is none. */
export function certificateCodeOf(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const groups = [0, 5, 10, 15].map((at) => plain.slice(at, at + 5));
  const code = [...groups, plain.slice(20)].join('-');
  return certificateCodePattern.test(code) ? code : undefined;
}

/** What stands in a signature's place, without the blanks and line ends of a mail; undefined if it is none. */
export function signatureOf(typed: string): string | undefined {
  const plain = typed.replace(/\s/g, '');
  return /^[A-Za-z0-9_-]{86}$/.test(plain) ? plain : undefined;
}
