import type { Refusal } from '../contest/refusal.ts';
import { type ProblemCode, problems } from './problems.ts';

type Needs = Extract<Refusal, { readonly code: 'forbidden' }>['needs'];
type Facts = { readonly [name: string]: unknown };

const fromOrganisers = 'Ask the organisers of the edition for the role named in needs.';

/** What to do about it, by what it takes. */
const byNeeds: { readonly [needs in Needs]: string } = {
  organiser: fromOrganisers,
  secretary: fromOrganisers,
  judge: fromOrganisers,
  administrator: 'Ask an administrator of the system to do it.',
  owner: 'Ask the lead of the entry: nobody else of its team can do this.',
  editor: 'Ask the lead of the entry to make you an editor of it.',
  'verified-email': 'Confirm your e-mail address, then sign in again.',
  confidentiality: 'Sign the terms of confidentiality as they are now, then try again.',
};

const textOfNeeds: ReadonlyMap<unknown, string> = new Map(Object.entries(byNeeds));

/** What to do about a problem with these facts: more than its row can say of all cases, where the facts tell which it is. */
export function remedyOf(code: ProblemCode, facts: Facts): string {
  const { remedy } = problems[code];
  if (code === 'forbidden') return textOfNeeds.get(facts['needs']) ?? remedy;
  return code === 'phase-closed' ? whenOpen(facts) : remedy;
}

function whenOpen({ opensAt, closesAt }: Facts): string {
  if (opensAt === undefined && closesAt === undefined) {
    return 'Wait until the organisers open it.';
  }
  const received = 'the time of receipt decides.';
  if (closesAt === undefined) return `It opens at opensAt; ${received}`;
  if (opensAt === undefined) return `It has closed at closesAt; ${received}`;
  return `It is open from opensAt until closesAt; ${received}`;
}
