import { useEffect, useState } from 'preact/hooks';
import { StageTimer } from '../judge/stage-timer.tsx';
import type { Stage } from '../judge/use-stage.ts';
import { useLanguage, useWords } from '../language.tsx';
import { deskStageWords } from '../words/desk-stage-words.ts';
import { stageWords } from '../words/stage-words.ts';
import { Confirm } from './confirm.tsx';
import { Refused } from './refused.tsx';
import { type Move, MovedMeanwhile, type MoveOn, markOf } from './use-move.ts';
import { namesOf } from './use-names.ts';

/** A second tap of a double tap is none on what the button says by then. */
const restMilliseconds = 800;

interface LeadProps {
  readonly stage: Stage;
  readonly move: MoveOn;
  readonly timeZone: string;
}

/** Who is on stage, how long still, and the one button that goes on. */
export function StageLead(props: LeadProps) {
  const { stage, move, timeZone } = props;
  const { format } = useLanguage();
  const words = useWords(deskStageWords);
  const judged = useWords(stageWords);
  const { present, next, order } = stage;
  const pitchOf = (wanted: string | undefined) => order.find(({ entryId }) => entryId === wanted);
  const [speaker, nextOne] = [pitchOf(present?.entryId), pitchOf(next)];
  return (
    <section class="panel lead" aria-labelledby="on-stage">
      <h2 id="on-stage">{words.now}</h2>
      <div aria-live="polite">
        {present === undefined ? (
          <p>{nextOne === undefined ? judged.allDone : judged.nobody}</p>
        ) : (
          <>
            <p>
              <span class="state">{judged.states[present.state]}</span>
            </p>
            <p class="speaker">
              <strong>{speaker?.title}</strong> <span class="soft">{speaker?.code}</span>
            </p>
          </>
        )}
      </div>
      {present === undefined ? null : present.endsAt === undefined ? (
        <p>{words.startedAt(format.moment(present.startedAt, timeZone))}</p>
      ) : (
        <StageTimer endsAt={present.endsAt} />
      )}
      {move.error instanceof MovedMeanwhile ? (
        <p class="notice alarm" role="alert">
          {words.movedMeanwhile}
        </p>
      ) : (
        <Refused error={move.error} names={namesOf([], order)} timeZone={timeZone} />
      )}
      <Moves {...props} />
      {present === undefined || nextOne === undefined ? null : (
        <p>
          {judged.next}: <strong>{nextOne.title}</strong> <span class="soft">{nextOne.code}</span>
        </p>
      )}
    </section>
  );
}

function Moves({ stage, move }: LeadProps) {
  const words = useWords(deskStageWords);
  const { present, next, order } = stage;
  const mark = markOf(stage);
  const go = (entryId: string, state: Move['state']) => () =>
    move.mutate({ entryId, state, seen: mark });
  const onward = onwardFrom(stage);
  const title = order.find(({ entryId }) => entryId === next)?.title ?? '';
  const labels = {
    presenting: words.call(title),
    questions: words.toQuestions,
    done: words.finish,
  };
  return (
    <>
      {onward === undefined ? null : (
        <GoOn
          label={labels[onward.state]}
          mark={mark}
          isPending={move.isPending}
          act={go(onward.entryId, onward.state)}
        />
      )}
      {present === undefined ? null : (
        // What is asked about one part is not asked about the next.
        <div class="toolbar" key={`${present.entryId} ${present.state}`}>
          {present.state === 'presenting' ? (
            <Confirm
              label={words.finishEarly}
              question={`${words.finishEarly}?`}
              isPending={move.isPending}
              act={go(present.entryId, 'done')}
            />
          ) : (
            <Confirm
              label={words.backToPitch}
              question={words.backToPitchAsk}
              isPending={move.isPending}
              act={go(present.entryId, 'presenting')}
            />
          )}
          <Confirm
            label={words.restart}
            question={words.restartAsk}
            isPending={move.isPending}
            act={go(present.entryId, present.state)}
          />
        </div>
      )}
    </>
  );
}

/** What comes next by the order; nothing after the last one has left. */
function onwardFrom({ present, next }: Stage): Omit<Move, 'seen'> | undefined {
  if (present === undefined) {
    return next === undefined ? undefined : { entryId: next, state: 'presenting' };
  }
  const { entryId, state } = present;
  return { entryId, state: state === 'presenting' ? 'questions' : 'done' };
}

/** The big button. It keeps the focus while it waits: whoever leads by keyboard presses it all evening. */
function GoOn(props: {
  readonly label: string;
  readonly mark: string;
  readonly isPending: boolean;
  readonly act: () => void;
}) {
  const { label, mark, isPending, act } = props;
  const [isRested, rest] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => rest(mark), restMilliseconds);
    return () => clearTimeout(timer);
  }, [mark]);
  const isWaiting = isPending || isRested !== mark;
  return (
    <button
      type="button"
      class="go-on"
      aria-disabled={isWaiting}
      onClick={() => {
        if (!isWaiting) act();
      }}
    >
      {label}
    </button>
  );
}
