import { exportRoutes } from '../../../lib/contract/export-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { accountWords } from '../words/account-words.ts';
import { deskEntryWords } from '../words/desk-entry-words.ts';
import type { Filters } from './entry-filters.tsx';
import { useAct } from './use-act.ts';

/** The entries as a workbook, all or those in the state that is looked at: written first, then fetched by a link. */
export function ExportButton(props: {
  readonly editionId: string;
  readonly state: Filters['state'];
}) {
  const { editionId, state } = props;
  const { format } = useLanguage();
  const account = useWords(accountWords);
  const words = useWords(deskEntryWords);
  const write = useAct(
    async (wanted: Filters['state'], idempotencyKey) =>
      (
        await api.call(exportRoutes.exportEntries, {
          path: { editionId },
          body: wanted === undefined ? {} : { state: wanted },
          idempotencyKey,
        })
      ).body,
    () => undefined,
  );
  return (
    <>
      <button
        type="button"
        class="quiet"
        disabled={write.isPending}
        onClick={() => write.mutate(state)}
      >
        {state === undefined ? words.exportAll : words.exportState(account.states[state])}
      </button>
      <div role="status">
        {write.isPending ? (
          <>
            {words.exporting}
            <progress aria-label={words.exporting} />
          </>
        ) : null}
        {write.data === undefined || write.isPending ? null : (
          <p>
            <a href={write.data.url} download>
              {words.download}
            </a>{' '}
            <span class="soft">
              {words.exported(format.count(write.data.entries), format.bytes(write.data.size))}.{' '}
              {words.linkUntil}
            </span>
          </p>
        )}
      </div>
      {write.error === null ? null : <Failure error={write.error} />}
    </>
  );
}
