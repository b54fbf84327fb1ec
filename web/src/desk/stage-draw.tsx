import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { judgingStageRoutes } from '../../../lib/contract/judging-stage-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { clocked, type Stage, type StagePath, stageKey } from '../judge/use-stage.ts';
import { useLanguage, useWords } from '../language.tsx';
import { errorsOf } from '../results/use-order.ts';
import { Errors, LongField, TextField } from '../ui/field.tsx';
import { deskStageWords } from '../words/desk-stage-words.ts';
import { Confirm } from './confirm.tsx';
import { Refused } from './refused.tsx';
import { useAct } from './use-act.ts';
import { namesOf } from './use-names.ts';

interface Wish {
  readonly seed?: string;
  readonly reason?: string;
}

interface DrawProps {
  readonly path: StagePath;
  readonly stage: Stage | null;
  readonly canDraw: boolean;
  readonly timeZone: string;
}

/** The draw of the running order: the first one, or how it was drawn and a way to draw it anew. */
export function StageDraw({ path, stage, canDraw, timeZone }: DrawProps) {
  const words = useWords(deskStageWords);
  const queries = useQueryClient();
  const { editionId, roundId } = path;
  const draw = useAct(
    async (body: Wish, idempotencyKey) =>
      await clocked(
        async () =>
          await api.call(judgingStageRoutes.drawRunningOrder, {
            path: { editionId, roundId },
            body,
            idempotencyKey,
          }),
      ),
    async ({ body }) => {
      await queries.cancelQueries({ queryKey: stageKey(path) });
      queries.setQueryData(stageKey(path), body);
    },
  );
  const wasQuicker = draw.error instanceof ProblemError && draw.error.code === 'already-exists';
  const readAnew = () => void queries.invalidateQueries({ queryKey: stageKey(path) });
  const form = canDraw ? (
    // Each draw begins with empty fields.
    <DrawForm
      key={stage?.draw.at}
      isFirst={stage === null}
      isPending={draw.isPending}
      act={(wish) => draw.mutate(wish, { onError: readAnew })}
    />
  ) : null;
  return (
    <Errors.Provider value={errorsOf(draw.error)}>
      {wasQuicker ? (
        <p class="notice alarm" role="alert">
          {words.drawnMeanwhile}
        </p>
      ) : (
        <Refused error={draw.error} names={namesOf()} timeZone={timeZone} />
      )}
      {stage === null ? (
        <section class="panel" aria-labelledby="draw">
          <h2 id="draw">{words.draw}</h2>
          {form}
        </section>
      ) : (
        <details class="panel">
          <summary>{words.drawnBy}</summary>
          <Drawn draw={stage.draw} timeZone={timeZone} />
          {form}
        </details>
      )}
    </Errors.Provider>
  );
}

function DrawForm(props: {
  readonly isFirst: boolean;
  readonly isPending: boolean;
  readonly act: (wish: Wish) => void;
}) {
  const { isFirst, isPending, act } = props;
  const words = useWords(deskStageWords);
  const [seed, setSeed] = useState('');
  const [reason, setReason] = useState('');
  const wish = {
    ...(seed.trim() === '' ? {} : { seed: seed.trim() }),
    ...(isFirst ? {} : { reason: reason.trim() }),
  };
  return (
    <>
      <p class="soft">{isFirst ? words.drawHelp : words.drawAgainHelp}</p>
      {isFirst ? null : (
        <LongField
          label={words.reason}
          pointer="/reason"
          rows={2}
          value={reason}
          change={setReason}
        />
      )}
      <TextField
        label={words.seed}
        hint={words.seedHelp}
        pointer="/seed"
        autocomplete="off"
        value={seed}
        change={setSeed}
      />
      <Confirm
        label={isFirst ? words.drawNow : words.drawAgain}
        question={isFirst ? words.drawAsk : words.drawAgainAsk}
        isDisabled={!isFirst && reason.trim() === ''}
        isPending={isPending}
        act={() => act(wish)}
      />
    </>
  );
}

function Drawn({ draw, timeZone }: { readonly draw: Stage['draw']; readonly timeZone: string }) {
  const { format } = useLanguage();
  const words = useWords(deskStageWords);
  return (
    <>
      <p>
        {words.drawnAt}: <strong>{format.moment(draw.at, timeZone)}</strong>
      </p>
      {draw.reason === undefined ? null : (
        <p>
          {words.because}: {draw.reason}
        </p>
      )}
      <p>
        {words.drawnSeed}: <code class="digest">{draw.seed}</code>
      </p>
      <p>
        {words.digest}: <code class="digest">{draw.digest}</code>
      </p>
    </>
  );
}
