import { Refused } from './refusal.ts';

/** The terms of confidentiality as the plan has them now: their version, and the SHA-256 of their text in both languages. */
export interface Terms {
  readonly version: string;
  /** Of the text's canonical JSON (RFC 8785), lower-case hex. */
  readonly textSha256: string;
}

/** What a judge agreed to, and when (ISO instant). */
export interface SignedTerms extends Terms {
  readonly at: string;
}

/** Whether these very terms were signed; true where the plan has none. Another text under the same version is another one. */
export function hasSigned(signed: SignedTerms | undefined, terms: Terms | undefined): boolean {
  if (terms === undefined) return true;
  return signed?.version === terms.version && signed.textSha256 === terms.textSha256;
}

/**
 * The terms as they were signed now, by somebody who read them in that version of the plan.
 * @throws Refused state-conflict where there is nothing to sign, rules-changed
 */
export function signTerms(
  facts: { readonly terms: Terms | undefined; readonly planVersion: number },
  acceptedPlanVersion: number,
  now: string,
): SignedTerms {
  const { terms, planVersion } = facts;
  if (terms === undefined) throw new Refused({ code: 'state-conflict', state: 'nothing-to-sign' });
  if (acceptedPlanVersion !== planVersion) {
    throw new Refused({ code: 'rules-changed', current: planVersion });
  }
  return { ...terms, at: now };
}
