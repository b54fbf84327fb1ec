import type { Flag } from './divergence.ts';
import type { Blocker } from './refusal.ts';
import { waitedFor } from './rescoring.ts';
import type { Round } from './round.ts';
import { sameData } from './same-data.ts';

/** What may be decided about judges too far apart: it stays so, they look again, or one more judge reads the entry. */
export type FlagDecision = 'confirmed' | 'rescore' | 'extra-judge';

/** The last decision about one entry, with what it was decided on. */
export interface FlagRuling extends Flag {
  readonly editionId: string;
  readonly roundId: string;
  readonly decision: FlagDecision;
  /** Whose sheets were opened again, or who reads it in addition. */
  readonly judgeIds: readonly string[];
  readonly reason: string;
  readonly documentNumber?: string;
  readonly by: string;
  readonly at: string;
  readonly version: number;
}

/** A flag and what became of it. While sheets are waited for, its figures are those it was decided on. */
export interface FlagStand extends Flag {
  readonly state: 'open' | 'rescoring' | 'confirmed';
  readonly waitedFor: readonly string[];
  readonly ruling?: FlagRuling;
}

/**
 * Every entry of a closed round that is flagged or waited for. A confirmation holds for exactly the totals it was given for: once a
 * sheet changes or is struck, it has to be looked at again.
 */
export function flagStands(
  round: Pick<Round, 'rescoring'>,
  flags: readonly Flag[],
  rulings: readonly FlagRuling[],
): FlagStand[] {
  const ruled = new Map(rulings.map((ruling) => [ruling.entryId, ruling]));
  const waiting = new Set((round.rescoring ?? []).map(({ entryId }) => entryId));
  const open = flags.filter(({ entryId }) => !waiting.has(entryId));
  return [
    ...open.map((flag): FlagStand => {
      const ruling = ruled.get(flag.entryId);
      const holds = ruling?.decision === 'confirmed' && sameData(ruling.totals, flag.totals);
      const stand = { ...flag, state: holds ? 'confirmed' : 'open', waitedFor: [] } as const;
      return ruling === undefined ? stand : { ...stand, ruling };
    }),
    ...rulings
      .filter(({ entryId }) => waiting.has(entryId))
      .map((ruling): FlagStand => {
        const { entryId, trackId, totals, mean, spread, divergent } = ruling;
        const figures = { entryId, trackId, totals, mean, spread, divergent };
        return { ...figures, state: 'rescoring', waitedFor: waitedFor(round, entryId), ruling };
      }),
  ];
}

/** What of it keeps the round from being approved. */
export const flagBlockers = (stands: readonly FlagStand[]): Blocker[] =>
  stands
    .filter(({ state }) => state !== 'confirmed')
    .map(({ entryId }) => ({ code: 'divergence-unresolved', entryId }));
