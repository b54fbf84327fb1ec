import { useQuery } from '@tanstack/preact-query';
import { judgingComponentRoutes } from '../../../lib/contract/judging-component-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { remedyWords } from '../words/desk-remedy-words.ts';
import { givenWords } from '../words/given-words.ts';
import type { GivenEntry } from './components-form.tsx';
import { everyPage } from './every-page.ts';
import { changesBetween } from './revision-changes.ts';
import { RevisionTable } from './revision-table.tsx';
import { type RoundPart, roundPathOf } from './round-part.ts';

const votesId = ' votes';

/** The latest may be missing for a second. */
const everyFiveSeconds = 5000;

/** Everything an entry was ever given by no judge: by whom, when, what changed and why. */
export function ComponentHistory(props: { readonly part: RoundPart; readonly entry: GivenEntry }) {
  const { part, entry } = props;
  const { of } = useLanguage();
  const words = useWords(remedyWords);
  const { decimalMark } = useWords(givenWords);
  const path = { ...roundPathOf(part), entryId: entry.entryId };
  const { data, error, refetch } = useQuery({
    queryKey: ['component-revisions', path.editionId, path.roundId, path.entryId],
    refetchInterval: everyFiveSeconds,
    queryFn: async () =>
      await everyPage(
        async (query) =>
          (await api.call(judgingComponentRoutes.listComponentRevisions, { path, query })).body,
      ),
  });
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data.length === 0) return <p>{words.nothingWritten}</p>;
  const nameOf = (id: string) => {
    const named = entry.components.find((one) => one.id === id);
    if (named !== undefined) return of(named.name);
    return id === votesId ? words.votes : id;
  };
  const valuesAt = (at: number) => {
    const { points = {}, votes } = data[at] ?? {};
    return { ...points, ...(votes === undefined ? {} : { [votesId]: String(votes) }) };
  };
  return (
    <RevisionTable
      label={`${words.history}: ${entry.name}`}
      timeZone={part.facts.edition.plan.timeZone}
      revisions={data.map(({ revision, at, actorId, reason }, place) => ({
        revision,
        at,
        who: part.names.person(actorId),
        act: place === 0 ? words.acts.first : words.acts.corrected,
        changes: changesBetween(valuesAt(place - 1), valuesAt(place), { nameOf, decimalMark }),
        reason,
      }))}
    />
  );
}
