import { useState } from 'preact/hooks';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { LongField } from '../ui/field.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { Confirm } from './confirm.tsx';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf, useRoundChanged } from './round-part.ts';
import { useAct } from './use-act.ts';

/** The end of scoring: refused with all that is missing, and then possible with a reason. */
export function ClosingPart(part: RoundPart) {
  const words = useWords(roundWords);
  const changed = useRoundChanged(part);
  const [reason, setReason] = useState('');
  const close = useAct(
    async (why: string, idempotencyKey) =>
      await api.call(judgingRoutes.closeRound, {
        path: roundPathOf(part),
        body: why === '' ? { acceptMissing: false } : { acceptMissing: true, reason: why },
        idempotencyKey,
      }),
    changed,
  );
  const isBlocked =
    close.error instanceof ProblemError && (close.error.problem.blockers ?? []).length > 0;
  return (
    <section class="panel" aria-labelledby="closing">
      <h2 id="closing">{words.closing}</h2>
      <Refused error={close.error} names={part.names} />
      <div class="toolbar">
        <Confirm
          label={words.closing}
          question={words.closeAsk}
          isPending={close.isPending}
          act={() => close.mutate('')}
        />
        {isBlocked ? (
          <Confirm
            label={words.closeAnyway}
            question={words.closeAnywayAsk}
            isPending={close.isPending}
            isReady={reason.trim() !== ''}
            act={() => close.mutate(reason.trim())}
          >
            <LongField
              label={words.reason}
              pointer="/reason"
              rows={2}
              value={reason}
              change={setReason}
            />
          </Confirm>
        ) : null}
      </div>
    </section>
  );
}
