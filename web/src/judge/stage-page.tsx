import { useEffect } from 'preact/hooks';
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
  const { present, next, order } = stage;
  const nextOne = order.find(({ entryId }) => entryId === next);
  return (
    <section aria-live="polite">
      {present === undefined ? (
        <p class="notice">{next === undefined ? words.allDone : words.nobody}</p>
      ) : (
        <>
          <p class="state">{words.states[present.state]}</p>
          {present.endsAt === undefined ? null : <StageTimer endsAt={present.endsAt} />}
          <OwnTask stage={stage} entryId={present.entryId} editionId={editionId} />
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

/** What this judge has to do with the entry on stage. */
function OwnTask(props: {
  readonly stage: Stage;
  readonly entryId: string;
  readonly editionId: string;
}) {
  const { stage, entryId, editionId } = props;
  const words = useWords(stageWords);
  const { data, error, hasNextPage, isFetching, refetch, fetchNextPage } = useQueue(editionId);
  const task = data?.pages
    .flatMap(({ items }) => items)
    .find((one) => one.roundId === stage.roundId && one.entryId === entryId);
  // Who has more tasks than come at once: this one may be among the others.
  const isLooking = task === undefined && hasNextPage && !isFetching && error === null;
  useEffect(() => {
    if (isLooking) void fetchNextPage();
  }, [isLooking]);
  if (task !== undefined) {
    return (
      <ul class="tasks">
        <Task key={entryId} task={task} editionId={editionId} round={words.stage} />
      </ul>
    );
  }
  const pitch = stage.order.find((one) => one.entryId === entryId);
  const again = () => void (data === undefined ? refetch() : fetchNextPage());
  return (
    <div class="card">
      <h2>{pitch?.title}</h2>
      <p class="soft">{pitch?.code}</p>
      {error === null ? null : <Failure error={error} retry={again} />}
      {data === undefined || hasNextPage ? null : <p>{words.notYours}</p>}
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
