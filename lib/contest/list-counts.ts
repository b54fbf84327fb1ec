import type { EntryState } from './entry-state.ts';
import type { ListCard } from './list-card.ts';
import { isIncomplete, isSupplementOpen } from './list-filter.ts';

/** How many entries are in each state. */
export type StateCounts = { readonly [state in EntryState]: number };

/** What an office asks first: how many of what. */
export interface ListCounts {
  readonly total: number;
  readonly byState: StateCounts;
  /** In the order of the ids; a track without entries is not there. */
  readonly byTrack: readonly { readonly trackId: string; readonly byState: StateCounts }[];
  /** The last without a field: of those that chose none yet. */
  readonly byField: readonly { readonly fieldId?: string; readonly byState: StateCounts }[];
  readonly incomplete: number;
  readonly supplementsOpen: number;
}

/** The counts of these cards at this moment. */
export function countCards(cards: readonly ListCard[], now: string): ListCounts {
  const tracks = Map.groupBy(cards, ({ trackId }) => trackId);
  const fields = Map.groupBy(cards, ({ fieldId }) => fieldId ?? '');
  return {
    total: cards.length,
    byState: statesOf(cards),
    byTrack: byId(tracks).map(([trackId, own]) => ({ trackId, byState: statesOf(own) })),
    byField: byId(fields)
      // No id is empty: what comes first has no field, and goes to the end.
      .sort(([a], [b]) => Number(a === '') - Number(b === ''))
      .map(([fieldId, own]) => ({
        ...(fieldId === '' ? {} : { fieldId }),
        byState: statesOf(own),
      })),
    incomplete: cards.filter(isIncomplete).length,
    supplementsOpen: cards.filter((card) => isSupplementOpen(card, now)).length,
  };
}

const byId = (groups: ReadonlyMap<string, readonly ListCard[]>) =>
  [...groups].sort(([a], [b]) => (a < b ? -1 : 1));

function statesOf(cards: readonly ListCard[]): StateCounts {
  const count = (state: EntryState) => cards.filter((card) => card.state === state).length;
  return {
    draft: count('draft'),
    submitted: count('submitted'),
    eligible: count('eligible'),
    ineligible: count('ineligible'),
    withdrawn: count('withdrawn'),
  };
}
