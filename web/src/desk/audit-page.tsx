import { keepPreviousData, useInfiniteQuery } from '@tanstack/preact-query';
import { useSearchParams } from 'wouter-preact';
import { auditRoutes } from '../../../lib/contract/audit-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { auditWords } from '../words/audit-words.ts';
import { AuditFilters, type TrailFilters, trailFiltersOf } from './audit-filters.tsx';
import { AuditLine, type AuditRecord, type NamedIn } from './audit-line.tsx';
import { Desk, type DeskFacts } from './desk.tsx';
import { filledPage } from './every-page.ts';
import './audit.css';

/** Who did what in the contest, the last act first: narrowed, printed. */
export function AuditPage({ params }: { readonly params: { readonly editionId: string } }) {
  const words = useWords(auditWords);
  return (
    <Desk editionId={params.editionId} title={words.title}>
      {(facts) =>
        facts.isOrganiser ? (
          <Trail facts={facts} />
        ) : (
          <p class="notice alarm">{words.onlyOrganisers}</p>
        )
      }
    </Desk>
  );
}

function Trail({ facts }: { readonly facts: DeskFacts }) {
  const { format } = useLanguage();
  const words = useWords(auditWords);
  const [params] = useSearchParams();
  const { timeZone } = facts.edition.plan;
  const trail = useTrail(facts.editionId, trailFiltersOf(params, timeZone));
  const pages = trail.data?.pages ?? [];
  const acts = pages.flatMap(({ items }) => items);
  const named: NamedIn = {
    people: new Map(pages.flatMap(({ people }) => people.map((one) => [one.personId, one]))),
    codes: new Map(pages.flatMap((page) => page.entries.map((one) => [one.entryId, one.code]))),
  };
  const days = Map.groupBy(acts, ({ at }) => format.date(at, timeZone));
  return (
    <>
      <p class="soft">{words.help}</p>
      <AuditFilters facts={facts} />
      <div class="toolbar">
        <p role="status">
          {trail.isPending ? words.title : words.shown(format.count(acts.length))}
        </p>
        {acts.length === 0 ? null : (
          <button type="button" class="quiet" onClick={() => window.print()}>
            {words.print}
          </button>
        )}
      </div>
      {trail.error === null ? null : (
        <Failure error={trail.error} retry={() => void trail.refetch()} />
      )}
      {trail.isPending ? <Waiting /> : null}
      {trail.isSuccess && acts.length === 0 ? <p class="notice">{words.none}</p> : null}
      {[...days].map(([day, ofDay]) => (
        <Day key={day} day={day} acts={ofDay} named={named} facts={facts} />
      ))}
      {trail.hasNextPage ? (
        <button
          type="button"
          class="quiet"
          disabled={trail.isFetchingNextPage}
          onClick={() => void trail.fetchNextPage()}
        >
          {words.older}
        </button>
      ) : null}
      {acts.length > 0 && !trail.hasNextPage ? <p class="soft">{words.end}</p> : null}
    </>
  );
}

function Day(props: {
  readonly day: string;
  readonly acts: readonly AuditRecord[];
  readonly named: NamedIn;
  readonly facts: DeskFacts;
}) {
  const { day, acts, named, facts } = props;
  return (
    <section aria-label={day}>
      <h2>{day}</h2>
      <ol class="lines trail">
        {acts.map((act) => (
          <AuditLine
            key={`${act.requestId} ${act.subject.name}`}
            act={act}
            named={named}
            facts={facts}
          />
        ))}
      </ol>
    </section>
  );
}

function useTrail(editionId: string, filters: TrailFilters) {
  return useInfiniteQuery({
    queryKey: ['audit', editionId, filters],
    queryFn: async ({ pageParam, signal }) =>
      await filledPage(
        async (cursor) =>
          (
            await api.call(auditRoutes.listAuditTrail, {
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
