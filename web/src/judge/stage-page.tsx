import { Link } from 'wouter-preact';
import { SignedIn } from '../account/signed-in.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { stageWords } from '../words/stage-words.ts';
import { StageTimer } from './stage-timer.tsx';
import { Task } from './task.tsx';
import { useQueue } from './use-queue.ts';
import { type Stage, type StagePath, useStage } from './use-stage.ts';
import './stage.css';

/** The final as a judge follows it on a phone: who speaks, how long still, and the sheet of exactly that entry. */
export function StagePage({ params }: { readonly params: StagePath }) {
  return (
    <SignedIn>
      <Followed {...params} />
    </SignedIn>
  );
}

function Followed({ editionId, roundId }: StagePath) {
  const { of } = useLanguage();
  const account = useWords(accountWords);
  const words = useWords(stageWords);
  useTitle(words.stage);
  const edition = useEdition(editionId);
  const { data: stage, error, refetch } = useStage({ editionId, roundId });
  const round = edition.data?.plan.rounds.find(({ id }) => id === roundId);
  return (
    <article class="narrow">
      <p>
        <Link href={`/editions/${editionId}/judge`}>← {account.judgeDesk}</Link>
      </p>
      <h1>{round === undefined ? words.stage : of(round.name)}</h1>
      {stage === undefined && error === null ? <Waiting /> : null}
      {stage === undefined && error !== null ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : null}
      {stage === null ? <p role="status">{words.notDrawn}</p> : null}
      {stage ? (
        <>
          {error === null ? null : (
            <p class="notice alarm" role="status">
              {words.stale}
            </p>
          )}
          <OnStage stage={stage} editionId={editionId} />
          <Order stage={stage} />
        </>
      ) : null}
    </article>
  );
}

/** Whoever speaks now, with one tap to their sheet. */
function OnStage({ stage, editionId }: { readonly stage: Stage; readonly editionId: string }) {
  const words = useWords(stageWords);
  const tasks = useQueue(editionId);
  const { present, next, order, roundId } = stage;
  const nextOne = order.find(({ entryId }) => entryId === next);
  const mine = tasks.data?.pages
    .flatMap(({ items }) => items)
    .find((task) => task.roundId === roundId && task.entryId === present?.entryId);
  return (
    <section aria-live="polite">
      {present === undefined ? (
        <p class="notice">{next === undefined ? words.allDone : words.nobody}</p>
      ) : (
        <>
          <p class="state">{words.states[present.state]}</p>
          {present.endsAt === undefined ? null : <StageTimer endsAt={present.endsAt} />}
          {tasks.error === null ? null : <Failure error={tasks.error} />}
          {mine === undefined ? (
            <NotMine pitch={order.find(({ entryId }) => entryId === present.entryId)} />
          ) : (
            <ul class="tasks">
              <Task task={mine} editionId={editionId} round={words.stage} />
            </ul>
          )}
        </>
      )}
      {nextOne === undefined ? null : (
        <p>
          {words.next}: <strong>{nextOne.title}</strong> <span class="soft">{nextOne.code}</span>
        </p>
      )}
    </section>
  );
}

function NotMine({ pitch }: { readonly pitch: Stage['order'][number] | undefined }) {
  const words = useWords(stageWords);
  return (
    <div class="card">
      <h2>{pitch?.title}</h2>
      <p class="soft">{pitch?.code}</p>
      <p>{words.notYours}</p>
    </div>
  );
}

function Order({ stage }: { readonly stage: Stage }) {
  const words = useWords(stageWords);
  return (
    <section>
      <h2>{words.order}</h2>
      <ol class="running-order">
        {stage.order.map(({ entryId, code, title, state }) => (
          <li key={entryId} class={state} aria-current={entryId === stage.present?.entryId}>
            {title}{' '}
            <span class="soft">
              {code} · {words.states[state]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
