import type * as z from 'zod';
import { feedbackRoutes } from '../../../lib/contract/feedback-routes.ts';
import type { commentView } from '../../../lib/contract/feedback-views.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { portionsOf } from '../desk/every-page.ts';
import { Refused } from '../desk/refused.tsx';
import type { Names } from '../desk/use-names.ts';
import { useLanguage, useWords } from '../language.tsx';
import { certificateWords } from '../words/certificate-words.ts';
import { useOrder } from './use-order.ts';
import type { RoundPath } from './use-outcome.ts';

export type Comment = z.output<typeof commentView>;

/** The server takes so many at once, all of them or none. */
const mostAtOnce = 32;

interface Read {
  readonly entryId: string;
  readonly judgeId: string;
  readonly revision: number;
}

/** Lets through what was read and nothing was decided about, a portion at a time. */
export function ReleasePart(props: {
  readonly path: RoundPath;
  readonly comments: readonly Comment[];
  readonly names: Names;
}) {
  const { path, comments, names } = props;
  const { format } = useLanguage();
  const words = useWords(certificateWords);
  const release = useOrder(
    path.editionId,
    async (read: Read[], idempotencyKey) =>
      (
        await api.call(feedbackRoutes.releaseComments, {
          path: { ...path },
          body: { comments: read },
          idempotencyKey,
        })
      ).body,
  );
  const undecided = comments
    .filter(({ moderation }) => moderation === undefined)
    .map(({ entryId, judgeId, revision }) => ({ entryId, judgeId, revision }));
  const [next = []] = portionsOf(undecided, mostAtOnce);
  return (
    <div class="toolbar">
      <div role="status">
        {release.data === undefined ? null : (
          <p>{words.released(format.count(release.data.released))}</p>
        )}
      </div>
      <Refused error={release.error} names={names} />
      {next.length === 0 ? null : (
        <Confirm
          label={words.releaseAll(format.count(next.length))}
          question={words.releaseQuestion}
          isPending={release.isPending}
          act={() => release.mutate(next)}
        />
      )}
    </div>
  );
}
