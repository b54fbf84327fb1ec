import { useState } from 'preact/hooks';
import { judgingRemovalRoutes } from '../../../lib/contract/judging-removal-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { LongField } from '../ui/field.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { Confirm } from './confirm.tsx';
import type { Pair } from './proposal.ts';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf, useRoundChanged } from './round-part.ts';
import { useAct } from './use-act.ts';

interface Wish {
  readonly pairs: readonly Pair[];
  readonly reason: string;
  readonly strike: boolean;
}

/** The tasks that were chosen are taken back together, with the reason that is kept. */
export function TakeBackPart(props: {
  readonly part: RoundPart;
  readonly chosen: readonly Pair[];
  readonly done: () => void;
}) {
  const { part, chosen, done } = props;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  const changed = useRoundChanged(part);
  const [reason, setReason] = useState('');
  const [strike, setStrike] = useState(false);
  const takeBack = useAct(
    async ({ pairs, reason: why, strike: isStruck }: Wish, idempotencyKey) =>
      (
        await api.call(judgingRemovalRoutes.takeBackEntries, {
          path: roundPathOf(part),
          body: { pairs: [...pairs], reason: why, ...(isStruck ? { strike: true } : {}) },
          idempotencyKey,
        })
      ).body,
    async () => {
      setReason('');
      setStrike(false);
      done();
      await changed();
    },
  );
  const isWhole = chosen.length > 0 && reason.trim() !== '';
  return (
    <>
      <LongField
        label={words.reason}
        pointer="/reason"
        rows={2}
        value={reason}
        change={setReason}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={strike}
          onChange={({ currentTarget }) => setStrike(currentTarget.checked)}
        />
        {words.strike}
      </label>
      <Refused error={takeBack.error} names={part.names} />
      {takeBack.data === undefined ? null : (
        <p class="notice good" role="status">
          {words.takenBack(
            format.count(takeBack.data.takenBack),
            format.count(takeBack.data.struck),
          )}
        </p>
      )}
      <Confirm
        label={words.takeBack}
        question={words.takeBackAsk(format.count(chosen.length))}
        isDisabled={!isWhole}
        isReady={isWhole}
        isPending={takeBack.isPending}
        act={() => takeBack.mutate({ pairs: chosen, reason: reason.trim(), strike })}
      />
    </>
  );
}
