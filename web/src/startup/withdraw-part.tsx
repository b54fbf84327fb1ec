import { useQueryClient } from '@tanstack/preact-query';
import { registrationRoutes } from '../../../lib/contract/registration-routes.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { useAct } from '../desk/use-act.ts';
import { useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { afterWords } from '../words/after-words.ts';
import type { EntryPath } from './use-entry.ts';

/** Taking the whole entry out of the contest, asked twice. */
export function WithdrawPart({ editionId, entryId }: EntryPath) {
  const after = useWords(afterWords);
  const queries = useQueryClient();
  const withdraw = useAct(
    async (_: 'withdraw', idempotencyKey) =>
      await api.call(registrationRoutes.withdrawEntry, {
        path: { editionId, entryId },
        idempotencyKey,
      }),
    async () => await queries.invalidateQueries({ queryKey: ['entry', entryId] }),
  );
  return (
    <section>
      <h2>{after.withdraw}</h2>
      <p>{after.withdrawHelp}</p>
      {withdraw.error === null ? null : <Failure error={withdraw.error} />}
      <Confirm
        label={after.withdraw}
        question={after.withdrawAsk}
        isPending={withdraw.isPending}
        act={() => withdraw.mutate('withdraw')}
      />
    </section>
  );
}
