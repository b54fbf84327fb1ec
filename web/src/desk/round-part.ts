import { useQuery, useQueryClient } from '@tanstack/preact-query';
import type * as z from 'zod';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import type { roundView } from '../../../lib/contract/judging-views.ts';
import { api } from '../api.ts';
import type { DeskFacts } from './desk.tsx';
import type { EntrySummary, Member, Names } from './use-names.ts';

/** A round with the ETag that a change of it has to name. */
export interface KeptRound {
  readonly round: z.output<typeof roundView>;
  readonly etag: string;
}

/** What each part of the page of a round is given. */
export interface RoundPart {
  readonly facts: DeskFacts;
  readonly kept: KeptRound;
  /** Who judges in the contest. */
  readonly judges: readonly Member[];
  /** The eligible entries. */
  readonly entries: readonly EntrySummary[];
  readonly names: Names;
}

export const roundPathOf = ({ kept }: Pick<RoundPart, 'kept'>) => ({
  editionId: kept.round.editionId,
  roundId: kept.round.roundId,
});

/** Where a round stands, as changes of it are based on. */
export function useKeptRound(path: { readonly editionId: string; readonly roundId: string }) {
  const { editionId, roundId } = path;
  return useQuery({
    queryKey: ['round', editionId, roundId],
    queryFn: async (): Promise<KeptRound> => {
      const { body, etag = '' } = await api.call(judgingRoutes.getRound, {
        path: { editionId, roundId },
      });
      return { round: body, etag };
    },
  });
}

/** The judges who can be given entries: those of the panel where one is set. */
export function readersOf({ kept, judges }: Pick<RoundPart, 'kept' | 'judges'>) {
  const { panel } = kept.round;
  return panel === undefined
    ? judges
    : judges.filter(({ personId }) => panel.judges.includes(personId));
}

/** Everything that may be other once a round was acted on is read anew. */
export function useRoundChanged(part: Pick<RoundPart, 'kept'>): () => Promise<void> {
  const queries = useQueryClient();
  const { editionId, roundId } = roundPathOf(part);
  return async () => {
    await Promise.all(
      ['round', 'progress', 'entry-progress', 'assignments'].map(
        async (name) => await queries.invalidateQueries({ queryKey: [name, editionId, roundId] }),
      ),
    );
  };
}
