import type { ConflictCause, Refusal } from '../contest/refusal.ts';
import { type ProblemCode, problems } from './problems.ts';
import { byBlocker, byState } from './state-remedies.ts';

type Needs = Extract<Refusal, { readonly code: 'forbidden' }>['needs'];
type Facts = { readonly [name: string]: unknown };

const fromOrganisers = 'Ask the organisers of the edition for the role named in needs.';

/** What to do about it, by what it takes. */
const byNeeds: { readonly [needs in Needs]: string } = {
  organiser: fromOrganisers,
  secretary: fromOrganisers,
  judge: fromOrganisers,
  administrator: 'Ask an administrator of the system to do it.',
  chair: 'The chair of the round alone decides this.',
  owner: 'Ask the lead of the entry: nobody else of its team can do this.',
  editor: 'Ask the lead of the entry to make you an editor of it.',
  'verified-email': 'Confirm your e-mail address, then sign in again.',
  confidentiality: 'Sign the terms of confidentiality as they are now, then try again.',
};

const textOfNeeds: ReadonlyMap<unknown, string> = new Map(Object.entries(byNeeds));

/** What to do about a conflict of interest, by what it stands on. */
const byCause: { readonly [because in ConflictCause]: string } = {
  'not-declared': 'Declare whether you have a conflict of interest with the entry first.',
  declared: 'You stated a conflict of interest: somebody else reads and scores the entry.',
  recorded: 'The organisers recorded a conflict of interest: somebody else scores the entry.',
  derived: 'Both sides stated details that show a conflict: somebody else scores the entry.',
  'also-applicant': problems['conflict-of-interest'].remedy,
  'also-official': problems['conflict-of-interest'].remedy,
};

const textOfCause: ReadonlyMap<unknown, string> = new Map(Object.entries(byCause));

/** What to do about a problem with these facts: more than its row can say of all cases, where the facts tell which it is. */
export function remedyOf(code: ProblemCode, facts: Facts): string {
  const { remedy } = problems[code];
  switch (code) {
    case 'forbidden':
      return textOfNeeds.get(facts['needs']) ?? remedy;
    case 'conflict-of-interest':
      return textOfCause.get(facts['because']) ?? remedy;
    case 'state-conflict':
      return ofState(facts) ?? remedy;
    case 'phase-closed':
      return whenOpen(facts);
    default:
      return remedy;
  }
}

/** What to do about each kind of blocker, in the order of the list; about the state where there is none. */
function ofState({ state, blockers }: Facts): string | undefined {
  const texts = codesOf(blockers).flatMap((code) => byBlocker.get(code) ?? []);
  if (texts.length > 0) return [...new Set(texts)].join(' ');
  return typeof state === 'string' ? byState.get(state) : undefined;
}

const codesOf = (blockers: unknown): string[] =>
  Array.isArray(blockers)
    ? blockers.flatMap((one: unknown) =>
        typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string'
          ? [one.code]
          : [],
      )
    : [];

function whenOpen({ opensAt, closesAt }: Facts): string {
  if (opensAt === undefined && closesAt === undefined) {
    return 'Wait until the organisers open it.';
  }
  const received = 'the time of receipt decides.';
  if (closesAt === undefined) return `It opens at opensAt; ${received}`;
  if (opensAt === undefined) return `It has closed at closesAt; ${received}`;
  return `It is open from opensAt until closesAt; ${received}`;
}
