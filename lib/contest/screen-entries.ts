import { refuseErrors } from './content-errors.ts';
import type { Edition } from './edition.ts';
import type { Entry, Submission } from './entry.ts';
import { refuse } from './found.ts';
import type { Member } from './people.ts';
import type { Plan } from './plan.ts';
import type { Blocker, FieldError, Refusal } from './refusal.ts';
import {
  type Screener,
  type ScreeningFacts,
  type ScreeningWish,
  screenEntry,
  screeningErrors,
  whyNotScreen,
  whyNotScreeningTime,
} from './screen-entry.ts';

/** An opinion on one of many entries; nobody decides alone on many. */
export interface ScreeningOfMany
  extends Pick<ScreeningWish, 'decision' | 'reasons' | 'submission'> {
  readonly entryId: string;
}

/** What opinions on many entries are given on; an entry that is not there is in no map. */
export interface ManyFacts {
  readonly edition: Edition;
  readonly plan: Plan;
  readonly officials: readonly Member[];
  readonly entries: ReadonlyMap<
    string,
    { readonly entry: Entry; readonly submission: Pick<Submission, 'content'> | undefined }
  >;
}

/** What becomes of one of many: the entry after the opinion, or why there can be none. */
export type ScreenedOne =
  | { readonly entryId: string; readonly entry: Entry }
  | { readonly entryId: string; readonly refusal: Refusal };

/**
 * What becomes of each entry by the same rule as of one alone, in the order asked. @throws Refused for what concerns all of them:
 * the time, and what is wrong with the opinions themselves
 */
export function screenEntries(
  facts: ManyFacts,
  wishes: readonly ScreeningOfMany[],
  by: Screener,
  now: string,
): ScreenedOne[] {
  const { edition, plan, officials, entries } = facts;
  refuse(whyNotScreeningTime(edition, now));
  refuseErrors(wishes.flatMap((wish, at) => errorsAt(plan, wishes, wish, at)));
  return wishes.map(({ entryId, ...wish }): ScreenedOne => {
    const found = entries.get(entryId);
    if (found === undefined) return { entryId, refusal: { code: 'not-found' } };
    const one: ScreeningFacts = { edition, plan, officials, ...found };
    const refusal = whyNotScreen(one, wish, by, now);
    return refusal ? { entryId, refusal } : { entryId, entry: screenEntry(one, wish, by, now) };
  });
}

function errorsAt(
  plan: Plan,
  wishes: readonly ScreeningOfMany[],
  wish: ScreeningOfMany,
  at: number,
): FieldError[] {
  const isRepeated = wishes.findIndex(({ entryId }) => entryId === wish.entryId) < at;
  return [
    ...(isRepeated ? [{ pointer: '/entryId', code: 'repeated' }] : []),
    ...screeningErrors(plan, wish),
  ].map((error) => ({ ...error, pointer: `/decisions/${at}${error.pointer}` }));
}

/** All that stands in the way of these, each with its entry; empty when nothing does. */
export const screeningBlockers = (screened: readonly ScreenedOne[]): Blocker[] =>
  screened.flatMap((one) => ('refusal' in one ? blockersOf(one.entryId, one.refusal) : []));

/** A refusal as what stands in the way of an entry: its own blockers, or itself with the state that it is for. */
function blockersOf(entryId: string, refusal: Refusal): Blocker[] {
  if (refusal.code !== 'state-conflict') return [{ code: refusal.code, entryId }];
  const { code, state, blockers } = refusal;
  return blockers?.map((one) => ({ ...one, entryId })) ?? [{ code, entryId, because: state }];
}
