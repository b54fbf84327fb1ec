import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import { judgingStageRoutes } from '../../../lib/contract/judging-stage-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { setClock } from '../clock.ts';

/** Often enough to follow a pitch; asked only while the page is looked at. */
const every = 3000;

export interface StagePath {
  readonly editionId: string;
  readonly roundId: string;
}

export type Stage = z.output<typeof judgingStageRoutes.getStage.reply>;

export const stageKey = ({ editionId, roundId }: StagePath) => ['stage', editionId, roundId];

/** The stage by an answer of the server, whose time sets the clock. */
export async function clocked(
  ask: () => Promise<{ readonly body: Stage }>,
): Promise<{ readonly body: Stage }> {
  const asked = Date.now();
  const answer = await ask();
  setClock(answer.body.now, asked, Date.now());
  return answer;
}

/** Who is on stage at this moment. @throws ProblemError not-found before the running order is drawn */
export async function askStage({ editionId, roundId }: StagePath, signal?: AbortSignal) {
  const path = { editionId, roundId };
  const { body } = await clocked(
    async () =>
      await api.call(judgingStageRoutes.getStage, {
        path,
        ...(signal === undefined ? {} : { signal }),
      }),
  );
  return body;
}

/** Who is on stage, asked again and again; null until the running order is drawn. */
export function useStage(path: StagePath) {
  return useQuery({
    queryKey: stageKey(path),
    queryFn: async ({ signal }) => {
      try {
        return await askStage(path, signal);
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'not-found') return null;
        throw error;
      }
    },
    refetchInterval: every,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    retry: false,
  });
}
