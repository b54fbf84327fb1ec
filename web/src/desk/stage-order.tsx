import type { Stage } from '../judge/use-stage.ts';
import { useWords } from '../language.tsx';
import { deskStageWords } from '../words/desk-stage-words.ts';
import { stageWords } from '../words/stage-words.ts';
import { Confirm } from './confirm.tsx';
import { type MoveOn, markOf } from './use-move.ts';

/** The running order with who is done; while nobody is on stage, anybody is called out of order or once more. */
export function StageOrder(props: {
  readonly stage: Stage;
  readonly move: MoveOn;
  readonly canMove: boolean;
}) {
  const { stage, move, canMove } = props;
  const words = useWords(deskStageWords);
  const judged = useWords(stageWords);
  const isFree = canMove && stage.present === undefined;
  return (
    <section aria-labelledby="order">
      <h2 id="order">{judged.order}</h2>
      {isFree && stage.next !== undefined ? <p class="soft">{words.skipHelp}</p> : null}
      <ol class="running-order">
        {stage.order.map(({ entryId, code, title, state }) => (
          <li key={entryId} class={state} aria-current={entryId === stage.present?.entryId}>
            {title}{' '}
            <span class="soft">
              {code} · {judged.states[state]}
            </span>
            {isFree && entryId !== stage.next ? (
              <div>
                <Confirm
                  label={state === 'done' ? words.callAgain(code) : words.call(code)}
                  question={state === 'done' ? words.callAgainAsk(title) : words.callAsk(title)}
                  isPending={move.isPending}
                  act={() => move.mutate({ entryId, state: 'presenting', seen: markOf(stage) })}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
