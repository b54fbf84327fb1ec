import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { WireRubric } from '../../../lib/contest/rubric-wire.ts';
import { judgingSheetRoutes } from '../../../lib/contract/judging-sheet-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { judgeWords } from '../words/judge-words.ts';
import type { TaskPath } from './use-sheet.ts';

/** Every version of the judge's own sheet, asked for once somebody looks. */
export function SheetRevisions(props: {
  readonly path: TaskPath;
  readonly rubric: WireRubric;
  readonly timeZone: string;
  /** The version of the sheet: a newer one is read anew. */
  readonly version: number;
}) {
  const judge = useWords(judgeWords);
  const [isOpen, open] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{judge.revisions}</summary>
      {isOpen ? <Revisions {...props} /> : null}
    </details>
  );
}

function Revisions(props: Parameters<typeof SheetRevisions>[0]) {
  const { path, rubric, timeZone, version } = props;
  const { of, format } = useLanguage();
  const judge = useWords(judgeWords);
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['sheet-revisions', path.roundId, path.entryId, version],
    queryFn: async ({ pageParam }) =>
      (
        await api.call(judgingSheetRoutes.listSheetRevisions, {
          path: { ...path },
          query: pageParam === '' ? {} : { cursor: pageParam },
        })
      ).body,
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const parts = rubric.criteria.flatMap((criterion) => criterion.parts ?? [criterion]);
  const nameOf = (partId: string) => {
    const part = parts.find(({ id }) => id === partId);
    return part === undefined ? partId : of(part.name);
  };
  return (
    <>
      <ol class="revisions">
        {data.pages
          .flatMap(({ items }) => items)
          .map((one) => (
            <li key={one.revision} value={one.revision}>
              <strong>{format.moment(one.at, timeZone)}</strong> · {judge.sheets[one.state]}
              {one.reason === undefined ? null : <p>{judge.reopened(one.reason)}</p>}
              {one.recused === true ? <p class="wrong-text">{judge.struck}</p> : null}
              {one.takenBack === true ? <p class="wrong-text">{judge.takenBack}</p> : null}
              <p class="soft">
                {Object.entries(one.points)
                  .map(([id, points]) => `${nameOf(id)}: ${points.replace('.', judge.decimalMark)}`)
                  .join(' · ')}
              </p>
            </li>
          ))}
      </ol>
      {hasNextPage ? (
        <button type="button" class="quiet" onClick={() => void fetchNextPage()}>
          {judge.more}
        </button>
      ) : null}
    </>
  );
}
