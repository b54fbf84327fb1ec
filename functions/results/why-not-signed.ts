import { hasSigned } from '../../lib/contest/confidentiality.ts';
import type { Refusal } from '../../lib/contest/refusal.ts';
import type { RoundFacts } from '../../lib/store/judging.ts';
import { termsIn } from '../../lib/store/plans.ts';

/** A chair learns of a closed round what a judge learns of an entry: only once the terms of confidentiality are signed as they are. */
export function whyNotSigned({ standing, member, plan }: RoundFacts): Refusal | undefined {
  if (standing.roles.includes('organiser')) return undefined;
  if (hasSigned(member?.confidentiality, termsIn(plan))) return undefined;
  return { code: 'forbidden', needs: 'confidentiality' };
}
