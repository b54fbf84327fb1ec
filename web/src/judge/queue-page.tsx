import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { ChairLink } from '../results/chair-link.tsx';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { judgeWords } from '../words/judge-words.ts';
import { stageWords } from '../words/stage-words.ts';
import { ConfidentialityPart } from './confidentiality-part.tsx';
import { Task } from './task.tsx';
import { useQueue } from './use-queue.ts';

interface Path {
  readonly editionId: string;
}

/** What a judge has to read, with what is done and what is left. */
export function QueuePage({ params }: { readonly params: Path }) {
  return (
    <SignedIn>
      <Queue editionId={params.editionId} />
    </SignedIn>
  );
}

function Queue({ editionId }: Path) {
  const { of } = useLanguage();
  const account = useWords(accountWords);
  const judge = useWords(judgeWords);
  const stage = useWords(stageWords);
  useTitle(account.judgeDesk);
  const edition = useEdition(editionId);
  const own = useQuery({
    queryKey: ['own-record', editionId],
    queryFn: async () =>
      (await api.call(editionRoutes.getOwnDetails, { path: { editionId } })).body,
  });
  const tasks = useQueue(editionId);
  const error = edition.error ?? own.error ?? tasks.error;
  if (edition.data === undefined || own.data === undefined || tasks.data === undefined) {
    const again = async () =>
      await Promise.all([edition.refetch(), own.refetch(), tasks.refetch()]);
    return error === null ? (
      <Waiting />
    ) : (
      <Failure heading={account.judgeDesk} error={error} retry={() => void again()} />
    );
  }
  const { plan, planVersion } = edition.data;
  const mustSign = plan.confidentiality !== undefined && own.data.confidentiality === undefined;
  const all = tasks.data.pages.flatMap(({ items }) => items);
  const counted = all.filter(({ declaration }) => declaration !== 'conflict');
  const pitches = plan.rounds.filter(
    ({ id, kind }) => kind === 'pitch' && all.some(({ roundId }) => roundId === id),
  );
  const done = counted.filter(({ sheet }) => sheet === 'submitted').length;
  return (
    <article>
      <p class="eyebrow">{of(plan.name)}</p>
      <h1>{account.judgeDesk}</h1>
      {mustSign ? (
        <ConfidentialityPart editionId={editionId} plan={plan} planVersion={planVersion} />
      ) : null}
      <p class="actions">
        <Link href={`/editions/${editionId}/judge/me`} class="button quiet">
          {judge.ownDetails}
        </Link>
        {pitches.map(({ id, name }) => (
          <Link key={id} href={`/editions/${editionId}/judge/${id}/stage`} class="button">
            {of(name)}: {stage.toStage}
          </Link>
        ))}
      </p>
      {all.length === 0 ? <p>{judge.noTasks}</p> : null}
      {all.length > 0 ? (
        <p>
          {judge.handedInOf(done, counted.length)}
          <progress max={counted.length} value={done} aria-label={account.judgeDesk} />
        </p>
      ) : null}
      {plan.rounds
        .filter(({ id }) => all.some(({ roundId }) => roundId === id))
        .map(({ id, name }) => (
          <ChairLink key={id} path={{ editionId, roundId: id }} name={of(name)} />
        ))}
      <ul class="tasks">
        {all.map((task) => (
          <Task
            key={`${task.roundId} ${task.entryId}`}
            task={task}
            editionId={editionId}
            round={of(
              plan.rounds.find(({ id }) => id === task.roundId)?.name ?? { vi: '', en: '' },
            )}
          />
        ))}
      </ul>
      {tasks.hasNextPage ? (
        <button type="button" class="quiet" onClick={() => void tasks.fetchNextPage()}>
          {judge.more}
        </button>
      ) : null}
    </article>
  );
}
