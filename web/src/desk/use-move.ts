import { useQueryClient } from '@tanstack/preact-query';
import type * as z from 'zod';
import { judgingStageRoutes } from '../../../lib/contract/judging-stage-routes.ts';
import type { stageMove } from '../../../lib/contract/judging-stage-views.ts';
import { api } from '../api.ts';
import { askStage, clocked, type Stage, type StagePath, stageKey } from '../judge/use-stage.ts';
import { useAct } from './use-act.ts';

/** The stage has moved on since it was shown here. */
export class MovedMeanwhile extends Error {
  override readonly name = 'MovedMeanwhile';
}

export interface Move extends z.input<typeof stageMove> {
  /** `markOf` the stage that whoever moves it on looks at. */
  readonly seen: string;
}

/** What a move is based on: who is on stage, in which part, since when. */
export const markOf = ({ present }: Pick<Stage, 'present'>): string =>
  present === undefined ? '' : `${present.entryId} ${present.state} ${present.startedAt}`;

/**
 * Moves the stage on, as it was seen: where it has moved on meanwhile, by another organiser or by an act whose answer was lost,
 * nothing is sent and the new state shown. Two who press within one round trip both move it: the operation asks for no version.
 */
export function useMove(path: StagePath) {
  const queries = useQueryClient();
  const { editionId, roundId } = path;
  const show = async (stage: Stage) => {
    // A poll that was asked before would bring the state of before.
    await queries.cancelQueries({ queryKey: stageKey(path) });
    queries.setQueryData(stageKey(path), stage);
  };
  return useAct(async ({ seen, ...body }: Move, idempotencyKey) => {
    const now = await askStage(path);
    if (markOf(now) !== seen) {
      await show(now);
      throw new MovedMeanwhile();
    }
    const { body: moved } = await clocked(
      async () =>
        await api.call(judgingStageRoutes.moveOn, {
          path: { editionId, roundId },
          body,
          idempotencyKey,
        }),
    );
    return moved;
  }, show);
}

/** What the parts of the page move the stage on by. */
export type MoveOn = ReturnType<typeof useMove>;
