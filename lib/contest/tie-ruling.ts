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
 * @throws Refused state-conflict, validation-failed at `/order` (repeated, no-such-tie)
 */
export function decideTie(
  facts: {
    readonly round: Round;
    readonly outcome: Outcome;
    readonly before: TieRuling | undefined;
  },
  said: Pick<TieRuling, 'order' | 'reason' | 'documentNumber' | 'signedBy'>,
  now: string,
): { ruling: TieRuling; round: Round } {
  const { round, outcome, before } = facts;
  requireClosed(round);
  const ids = said.order.flat();
  if (new Set(ids).size !== ids.length) refuseErrors([at('repeated')]);
  const key = setKey(ids);
  const isLeft = tiesLeft(outcome).some(
    ({ leftTo, entryIds }) => leftTo === 'chair' && setKey(entryIds) === key,
  );
  if (!isLeft) refuseErrors([at('no-such-tie')]);
  const { editionId, roundId } = round;
  const version = (before?.version ?? 0) + 1;
  return { ruling: { editionId, roundId, ...said, at: now, version }, round: moved(round) };
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
