import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import { judgingSheetRoutes } from '../../../lib/contract/judging-sheet-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { remedyWords } from '../words/desk-remedy-words.ts';
import { givenWords } from '../words/given-words.ts';
import { everyPage } from './every-page.ts';
import type { Pair } from './proposal.ts';
import { Refused } from './refused.tsx';
import { changesBetween } from './revision-changes.ts';
import { RevisionTable } from './revision-table.tsx';
import { type RoundPart, roundPathOf } from './round-part.ts';

type SheetRevision = z.output<
  typeof judgingSheetRoutes.listJudgeSheetRevisions.reply
>['items'][number];

/** What became of a judge's sheet, once the round is closed: each version with who, when, which points and why. */
export function JudgeSheetHistory(props: { readonly part: RoundPart; readonly sheet: Pair }) {
  const { part, sheet } = props;
  const { of } = useLanguage();
  const words = useWords(remedyWords);
  const { decimalMark } = useWords(givenWords);
  const path = { ...roundPathOf(part), entryId: sheet.entryId, judgeId: sheet.judgeId };
  const { data, error, refetch } = useQuery({
    queryKey: ['judge-sheet', path.editionId, path.roundId, path.entryId, path.judgeId],
    retry: false,
    queryFn: async () =>
      await everyPage(
        async (query) =>
          (await api.call(judgingSheetRoutes.listJudgeSheetRevisions, { path, query })).body,
      ),
  });
  if (error !== null) {
    return <Refused error={error} names={part.names} retry={() => void refetch()} />;
  }
  if (data === undefined) return <Waiting />;
  if (data.length === 0) return <p>{words.neverSaved}</p>;
  const criteria = part.facts.edition.plan.rounds
    .find(({ id }) => id === path.roundId)
    ?.rubrics.flatMap(({ rubric }) => rubric.criteria)
    .flatMap((criterion) => criterion.parts ?? [criterion]);
  const nameOf = (id: string) => {
    const named = criteria?.find((one) => one.id === id);
    return named === undefined ? id : of(named.name);
  };
  return (
    <RevisionTable
      label={`${words.history}: ${part.names.person(sheet.judgeId)}`}
      timeZone={part.facts.edition.plan.timeZone}
      revisions={data.map((one, at) => ({
        revision: one.revision,
        at: one.at,
        who: part.names.person(one.actorId),
        act: words.acts[actOf(one)],
        changes: changesBetween(data[at - 1]?.points ?? {}, one.points, { nameOf, decimalMark }),
        reason: one.reason,
      }))}
    />
  );
}

function actOf({ state, reason, recused, takenBack }: SheetRevision) {
  if (takenBack === true) return 'takenBack';
  if (recused === true) return 'struck';
  // A confirmed flag puts a sheet that was opened again back as it was.
  if (state === 'submitted') return reason === undefined ? 'submitted' : 'putBack';
  return reason === undefined ? 'saved' : 'reopened';
}
