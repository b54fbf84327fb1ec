/** How somebody is reached, and the number they are taxed under: scalars as those of text.ts. */
import { emailPattern, normaliseEmail } from '../contest/email.ts';
import { normalisePhone } from '../contest/phone.ts';
import { normaliseTaxCode } from '../contest/tax-code.ts';
import { normalised } from './text.ts';

/** An ASCII mailbox, its domain in lower case. Code: invalid-email. */
export const email = normalised('invalid-email', normaliseEmail).meta({
  format: 'email',
  pattern: emailPattern.source,
  maxLength: 254,
  description: 'An ASCII mailbox; the domain is kept in lower case.',
});

/** A Vietnamese number, kept in E.164. Code: invalid-phone. */
export const phone = normalised('invalid-phone', normalisePhone).meta({
  pattern: '^[+0-9 .()\\u2010-\\u2015-]{9,30}$',
  description: 'A Vietnamese telephone number, kept in E.164: "0912 345 678" as "+84912345678".',
});

/** An enterprise's, a branch's or a personal tax number. Code: invalid-tax-code. */
export const taxCode = normalised('invalid-tax-code', normaliseTaxCode).meta({
  pattern: '^(?:[0-9]{10}(?:-[0-9]{3})?|[0-9]{12})$',
  description: '10 digits with their check digit, these and a branch (-NNN), or a personal number.',
});
