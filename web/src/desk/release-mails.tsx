import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { outboxRoutes } from '../../../lib/contract/outbox-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { LongField } from '../ui/field.tsx';
import { mailWords } from '../words/desk-mail-words.ts';
import { Confirm } from './confirm.tsx';
import { portionsOf } from './every-page.ts';
import { Refused } from './refused.tsx';
import { useAct } from './use-act.ts';
import { namesOf } from './use-names.ts';

/** The most that one request takes. */
const mostAtOnce = 50;

/** Held mails let go, or kept from ever leaving, in portions. */
export function ReleaseMails(props: {
  readonly editionId: string;
  readonly mailIds: readonly string[];
  readonly done: () => void;
}) {
  const { editionId, mailIds, done } = props;
  const { format } = useLanguage();
  const words = useWords(mailWords);
  const queries = useQueryClient();
  const [through, setThrough] = useState(0);
  const [reason, setReason] = useState('');
  const path = { editionId };
  /** Without a reason they leave, with one they never do. */
  const act = useAct(
    async (wish: { readonly mailIds: readonly string[]; readonly reason?: string }, key) => {
      for (const [at, portion] of portionsOf(wish.mailIds, mostAtOnce).entries()) {
        const idempotencyKey = `${key}/${at}`;
        await (wish.reason === undefined
          ? api.call(outboxRoutes.releaseMails, {
              path,
              body: { mailIds: portion, dryRun: false },
              idempotencyKey,
            })
          : api.call(outboxRoutes.cancelMails, {
              path,
              body: { mailIds: portion, reason: wish.reason },
              idempotencyKey,
            }));
        setThrough(at * mostAtOnce + portion.length);
      }
    },
    async () => {
      done();
      await queries.invalidateQueries({ queryKey: ['mails', editionId] });
    },
  );
  const count = format.count(mailIds.length);
  return (
    <section class="panel">
      <p>
        <strong>{words.picked(count)}</strong>
      </p>
      {act.isPending ? (
        <p role="status">
          {words.releasedOf(format.count(through), count)}
          <progress max={mailIds.length} value={through} aria-label={words.release(count)} />
        </p>
      ) : null}
      <Refused error={act.error} names={namesOf()} />
      <div class="toolbar">
        <Confirm
          label={words.release(count)}
          question={words.releaseAsk(count)}
          isPending={act.isPending}
          act={() => act.mutate({ mailIds })}
        />
        <Confirm
          label={words.cancel(count)}
          question={words.cancelAsk(count)}
          isPending={act.isPending}
          isReady={reason.trim() !== ''}
          act={() => act.mutate({ mailIds, reason: reason.trim() })}
        >
          <LongField
            label={words.reason}
            pointer="/reason"
            rows={2}
            value={reason}
            change={setReason}
          />
        </Confirm>
        <button type="button" class="quiet" onClick={done}>
          {words.unpickAll}
        </button>
      </div>
    </section>
  );
}
