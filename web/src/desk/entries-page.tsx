import { keepPreviousData, useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { listRoutes } from '../../../lib/contract/list-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { deskEntryWords } from '../words/desk-entry-words.ts';
import { deskWords } from '../words/desk-words.ts';
import { BulkScreening } from './bulk-screening.tsx';
import { Desk, type DeskFacts } from './desk.tsx';
import { EntryFilters, type Filters, filtersOf } from './entry-filters.tsx';
import { EntryLine } from './entry-line.tsx';
import { filledPage } from './every-page.ts';
import { ExportButton } from './export-button.tsx';
import { LateApplicantPart } from './late-applicant-part.tsx';
import type { EntrySummary } from './use-names.ts';

/** The list of all entries: searched, narrowed, exported, screened many at once. */
export function EntriesPage({ params }: { readonly params: { readonly editionId: string } }) {
  const desk = useWords(deskWords);
  return (
    <Desk editionId={params.editionId} title={desk.entries}>
      {(facts) => <Entries facts={facts} />}
    </Desk>
  );
}

type Picked = ReadonlyMap<string, EntrySummary>;

function Entries({ facts }: { readonly facts: DeskFacts }) {
  const { format } = useLanguage();
  const desk = useWords(deskWords);
  const words = useWords(deskEntryWords);
  const { plan } = facts.edition;
  const [params] = useSearchParams();
  const filters = filtersOf(params, plan);
  const list = useEntries(facts.editionId, filters);
  const [picked, pick] = useState<Picked>(new Map());
  const [recorded, setRecorded] = useState(0);
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const toggle = (entry: EntrySummary) =>
    pick((before) => {
      const after = new Map(before);
      if (!after.delete(entry.entryId)) after.set(entry.entryId, entry);
      return after;
    });
  const handedIn = all.filter(({ state, submission }) => submission > 0 && state === 'submitted');
  return (
    <>
      <EntryFilters plan={plan} />
      <div class="toolbar">
        <p role="status">{list.isPending ? desk.entries : words.shown(format.count(all.length))}</p>
        <ExportButton editionId={facts.editionId} state={filters.state} />
        {handedIn.length === 0 ? null : (
          <button
            type="button"
            class="quiet"
            onClick={() =>
              pick(new Map([...picked, ...handedIn.map((one) => [one.entryId, one] as const)]))
            }
          >
            {words.pickAll}
          </button>
        )}
      </div>
      {picked.size === 0 ? null : (
        <BulkScreening
          facts={facts}
          picked={[...picked.values()]}
          recorded={setRecorded}
          keep={(entryIds) =>
            pick(new Map([...picked].filter(([entryId]) => entryIds.includes(entryId))))
          }
        />
      )}
      <p role="status">{recorded > 0 ? words.recorded(format.count(recorded)) : ''}</p>
      {list.error === null ? null : (
        <Failure error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isPending ? <Waiting /> : null}
      {list.isSuccess && all.length === 0 ? <p class="notice">{words.none}</p> : null}
      {all.length === 0 ? null : (
        <ul class="lines">
          {all.map((entry) => (
            <EntryLine
              key={entry.entryId}
              entry={entry}
              facts={facts}
              isPicked={picked.has(entry.entryId)}
              toggle={() => toggle(entry)}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <button
          type="button"
          class="quiet"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {desk.more}
        </button>
      ) : null}
      <LateApplicantPart facts={facts} />
    </>
  );
}

function useEntries(editionId: string, filters: Filters) {
  return useInfiniteQuery({
    queryKey: ['entries', editionId, filters],
    queryFn: async ({ pageParam, signal }) =>
      await filledPage(
        async (cursor) =>
          (
            await api.call(listRoutes.listEntries, {
              path: { editionId },
              query: { ...filters, limit: '50', ...(cursor === '' ? {} : { cursor }) },
              signal,
            })
          ).body,
        pageParam,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
