import { compareBytewise } from './bytewise.ts';
import { refuseErrors } from './content-errors.ts';
import { setKey } from './judge-placings.ts';
import { type Outcome, outcomeBlockers } from './outcome.ts';
import { Refused } from './refusal.ts';
import type { Round } from './round.ts';
import type { ChairDecision } from './round-facts.ts';

/** The order that was decided for one tied set, with who decided it and the paper it stands on. */
export interface TieRuling extends ChairDecision {
  readonly editionId: string;
  readonly roundId: string;
  readonly at: string;
  readonly version: number;
}

/** A tie that the ladder of the rules leaves to people or to the lot. */
export interface LeftTie {
  readonly leftTo: 'chair' | 'lot';
  /** The track in whose ranking it stands; absent in the ranking of all. */
  readonly trackId?: string;
  readonly rank: number;
  /** By id, which means nothing. */
  readonly entryIds: readonly string[];
  readonly isDecided: boolean;
  /** The round cannot be approved before it is decided. */
  readonly isNeeded: boolean;
}

/** The ties of an outcome that reach the chair or the lot, the ranking of all first; a set that stands in several once. */
export function tiesLeft(outcome: Outcome): LeftTie[] {
  const blocking = new Set(outcomeBlockers(outcome).map(({ entryId }) => entryId));
  const rankings = outcome.rankings.flatMap(({ overall, tracks }) => [
    { ranking: overall, of: {} },
    ...tracks.map(({ trackId, ranking }) => ({ ranking, of: { trackId } })),
  ]);
  const left = new Map<string, LeftTie>();
  for (const { ranking, of } of rankings) {
    for (const { step, rank, tied, note } of ranking.ties.flatMap(({ trace }) => trace)) {
      if ((step !== 'chair' && step !== 'lot') || note === 'beyond-rank') continue;
      const key = `${step} ${setKey(tied)}`;
      if (left.has(key)) continue;
      const isNeeded = tied.some((entryId) => blocking.has(entryId));
      const entryIds = tied.toSorted(compareBytewise);
      left.set(key, {
        leftTo: step,
        ...of,
        rank,
        entryIds,
        isDecided: note === undefined,
        isNeeded,
      });
    }
  }
  return [...left.values()];
}

/**
 * The decision on one tie that the rules leave to the chair, over an earlier one if there is one, and the round moved on by it,
 * so that whoever was about to approve looks again. `order` has the best first; entries in one group share their place.
 * A set that is tied in a track may be part of one that is tied among all: the two may not put entries the other way round.
 * @throws Refused state-conflict, validation-failed at `/order` (repeated, no-such-tie, contradicts)
 */
export function decideTie(
  facts: {
    readonly round: Round;
    readonly outcome: Outcome;
    /** Of the round, on other sets as well. */
    readonly rulings: readonly TieRuling[];
  },
  said: Pick<TieRuling, 'order' | 'reason' | 'documentNumber' | 'signedBy'>,
  now: string,
): { ruling: TieRuling; round: Round } {
  const { round, outcome, rulings } = facts;
  requireClosed(round);
  const ids = said.order.flat();
  if (new Set(ids).size !== ids.length) refuseErrors([at('repeated')]);
  const key = setKey(ids);
  const left = tiesLeft(outcome).filter(({ leftTo }) => leftTo === 'chair');
  const open = new Set(left.map(({ entryIds }) => setKey(entryIds)));
  if (!open.has(key)) refuseErrors([at('no-such-tie')]);
  const keyOf = ({ order }: TieRuling): string => setKey(order.flat());
  // Once scores change and another set is tied, an earlier decision says nothing any more.
  const others = rulings.filter((one) => open.has(keyOf(one)) && keyOf(one) !== key);
  if (others.some(({ order }) => contradicts(order, said.order))) refuseErrors([at('contradicts')]);
  const { editionId, roundId } = round;
  const version = (rulings.find((one) => keyOf(one) === key)?.version ?? 0) + 1;
  return { ruling: { editionId, roundId, ...said, at: now, version }, round: moved(round) };
}

/** Whether two entries that both orders place apart stand the other way round. */
function contradicts(one: ChairDecision['order'], other: ChairDecision['order']): boolean {
  const places = new Map(other.flatMap((group, place) => group.map((id) => [id, place] as const)));
  let best = -1;
  for (const group of one) {
    const here = group.flatMap((id) => places.get(id) ?? []);
    if (here.some((place) => place < best)) return true;
    best = Math.max(best, ...here);
  }
  return false;
}

/**
 * The round with its seed told, which draws every tie that is left to the lot.
 * @throws Refused already-exists, state-conflict with the blocker nothing-to-draw
 */
export function drawLot(
  { round, outcome }: { readonly round: Round; readonly outcome: Outcome },
  draw: { readonly seed: string; readonly by: string },
  now: string,
): Round {
  requireClosed(round);
  const { lot } = round;
  if (lot?.drawn) throw new Refused({ code: 'already-exists', what: 'draw' });
  if (!lot || !tiesLeft(outcome).some(({ leftTo }) => leftTo === 'lot')) {
    const blockers = [{ code: 'nothing-to-draw' }];
    throw new Refused({ code: 'state-conflict', state: round.state, blockers });
  }
  return moved({ ...round, lot: { ...lot, drawn: { ...draw, at: now } } });
}

function requireClosed({ state }: Round): void {
  if (state !== 'closed') throw new Refused({ code: 'state-conflict', state });
}

const moved = (round: Round): Round => ({ ...round, version: round.version + 1 });

const at = (code: string) => ({ pointer: '/order', code });
