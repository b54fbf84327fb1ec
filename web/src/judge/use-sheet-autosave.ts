import { useQueryClient } from '@tanstack/preact-query';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';
import { useSaving } from '../ui/use-saving.ts';
import { keepSheet, type TypedSheet, unsavedSheet } from './unsaved-sheets.ts';
import type { KeptSheet, TaskPath } from './use-sheet.ts';

const storedOf = ({ sheet, etag }: KeptSheet) => ({
  typed: { points: sheet.points, comment: sheet.comment, note: sheet.note },
  etag,
});

/** A decimal as the wire has it; Vietnamese writes 8,5. */
export const wirePoints = (typed: string): string => typed.trim().replace(',', '.');

/**
 * The sheet, saved as points are given. `isRight` says which texts can be points: others stay on the page, marked, and are
 * not sent.
 */
export function useSheetAutosave(
  path: TaskPath,
  kept: KeptSheet,
  isRight: (partId: string, points: string) => boolean,
) {
  const queries = useQueryClient();
  const key = ['sheet', path.roundId, path.entryId];
  const name = key.join(' ');
  return useSaving<TypedSheet>({
    pause: 700,
    retryAfter: 3000,
    stored: storedOf(kept),
    recovered: () => unsavedSheet(name),
    keep: (unsaved) => keepSheet(name, unsaved),
    async send(sent, { etag, idempotencyKey }) {
      const points = Object.entries(sent.points)
        .map(([id, text]) => [id, wirePoints(text)] as const)
        .filter(([id, text]) => text !== '' && isRight(id, text));
      const { planVersion } = kept.sheet;
      const answer = await api.call(judgingRoutes.saveScoreSheet, {
        path: { ...path },
        body: { ...sent, points: Object.fromEntries(points), planVersion },
        ifMatch: etag,
        idempotencyKey,
      });
      const now = { sheet: answer.body, etag: answer.etag ?? '' };
      queries.setQueryData(key, now);
      return storedOf(now);
    },
    async theirs() {
      await queries.refetchQueries({ queryKey: key });
      const now = queries.getQueryData<KeptSheet>(key);
      return now === undefined ? undefined : storedOf(now);
    },
  });
}
