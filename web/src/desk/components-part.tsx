import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { judgingComponentRoutes } from '../../../lib/contract/judging-component-routes.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { givenWords } from '../words/given-words.ts';
import { ComponentEntry } from './component-entry.tsx';
import { ComponentsForm } from './components-form.tsx';
import { everyPage } from './every-page.ts';
import { componentsFor } from './given-rows.ts';
import { type RoundPart, roundPathOf } from './round-part.ts';
import { useAssignments } from './use-assignments.ts';

/** Points that no judge gives and counts of votes, where the rubric has such. */
export function ComponentsPart(part: RoundPart) {
  const words = useWords(givenWords);
  const [isOpen, open] = useState(false);
  const { tracks, rounds } = part.facts.edition.plan;
  const planned = rounds.find(({ id }) => id === part.kept.round.roundId);
  if (tracks.every(({ id }) => componentsFor(planned, id).length === 0)) return null;
  return (
    <details class="panel" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{words.given}</summary>
      <p class="soft">{words.givenHelp}</p>
      {isOpen ? <Components part={part} /> : null}
    </details>
  );
}

function Components({ part }: { readonly part: RoundPart }) {
  const words = useWords(givenWords);
  const path = roundPathOf(part);
  const tasks = useAssignments(path);
  const given = useQuery({
    queryKey: ['components', path.editionId, path.roundId],
    queryFn: async () =>
      await everyPage(
        async (query) =>
          (await api.call(judgingComponentRoutes.listComponents, { path, query })).body,
      ),
  });
  const error = whatHinders([tasks, given]);
  const retry = () => void Promise.all([tasks.refetch(), given.refetch()]);
  if (error !== null) return <Failure error={error} retry={retry} />;
  if (!(tasks.data && given.data)) return <Waiting />;
  if (tasks.data.length === 0) return <p>{words.noTasks}</p>;
  const planned = part.facts.edition.plan.rounds.find(({ id }) => id === path.roundId);
  const tracks = new Map(part.entries.map(({ entryId, trackId }) => [entryId, trackId]));
  const stored = new Map(given.data.map((one) => [one.entryId, one]));
  const entries = tasks.data.map(({ entryId, code, title }) => ({
    entryId,
    name: `${code} · ${title}`,
    components: componentsFor(planned, tracks.get(entryId) ?? ''),
    given: stored.get(entryId),
  }));
  return (
    <>
      {part.kept.round.state === 'scoring' ? (
        <ComponentsForm part={part} entries={entries} />
      ) : null}
      <ComponentEntry part={part} entries={entries} />
    </>
  );
}
