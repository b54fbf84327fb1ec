import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import { resultRoutes } from '../../../lib/contract/result-routes.ts';
import type { rankingPreview } from '../../../lib/contract/result-views.ts';
import { api } from '../api.ts';
import type { DeskFacts } from '../desk/desk.tsx';
import { type Names, namesOf, useEligible, usePeople } from '../desk/use-names.ts';

export interface RoundPath {
  readonly editionId: string;
  readonly roundId: string;
}

export type Preview = z.output<typeof rankingPreview>;

/** What every part of a result's page needs. */
export interface ResultFacts {
  readonly desk: DeskFacts;
  readonly path: RoundPath;
  readonly preview: Preview;
  readonly names: Names;
}

/** The outcome of a closed round, asked for anew each time somebody looks. */
export function useOutcome({ editionId, roundId }: RoundPath, enabled = true) {
  return useQuery({
    queryKey: ['results', editionId, 'outcome', roundId],
    enabled,
    queryFn: async () =>
      (await api.call(resultRoutes.previewRanking, { path: { editionId, roundId } })).body,
  });
}

/** What the ids of people and entries stand for; the ids themselves until that is known. */
export function useNames(editionId: string): Names {
  const people = usePeople(editionId);
  const entries = useEligible(editionId);
  return namesOf(people.data, entries.data);
}
