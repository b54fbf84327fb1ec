import type { LocalDate } from './local-date.ts';
import type { FieldError } from './refusal.ts';

/**
 * By what authority somebody signs (Nghị định 30/2020): on behalf of a body (TM.), for its head (KT.), by order (TL.), by
 * special authorisation (TUQ.), or acting (Q.).
 */
export const signingAuthorities = ['TM', 'KT', 'TL', 'TUQ', 'Q'] as const;

export type SigningAuthority = (typeof signingAuthorities)[number];

/** Who signed a paper: `TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Nguyễn Văn A`, without an academic title. */
export interface Signer {
  readonly authority?: { readonly kind: SigningAuthority; readonly of: string };
  readonly position: string;
  readonly name: string;
}

/** The numbered decision that orders a publication, as the office's registry gave it. */
export interface OfficialDecision {
  readonly documentNumber: string;
  readonly issuedOn: LocalDate;
  /** What it is about (trích yếu). */
  readonly title: string;
  readonly signer: Signer;
}

/** The lines above and with the signer's name, as papers print them. */
export const signerLines = ({ authority, position, name }: Signer): string[] => [
  ...(authority ? [`${authority.kind}. ${authority.of}`] : []),
  position,
  name,
];

/** What is wrong with the date of a paper that comes after another one and is known by a day. */
export function paperDateErrors(
  date: LocalDate,
  pointer: string,
  { notBefore, today }: { readonly notBefore?: LocalDate; readonly today: LocalDate },
): FieldError[] {
  if (date > today) return [{ pointer, code: 'in-the-future', limit: today }];
  if (notBefore !== undefined && date < notBefore) {
    return [{ pointer, code: 'too-early', limit: notBefore }];
  }
  return [];
}
