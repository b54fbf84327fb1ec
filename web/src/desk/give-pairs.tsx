import { useState } from 'preact/hooks';
import { judgingRemovalRoutes } from '../../../lib/contract/judging-removal-routes.ts';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { LongField } from '../ui/field.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { Confirm } from './confirm.tsx';
import { portionsOf } from './every-page.ts';
import type { Pair } from './proposal.ts';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf } from './round-part.ts';
import { useAct } from './use-act.ts';

/** The most that one request gives, and takes. */
const mostGiven = 500;
const mostTaken = 30;

interface Wish {
  readonly pairs: readonly Pair[];
  readonly taken: readonly Pair[];
  readonly reason: string;
}

/** What is on the board becomes so, in portions: first what moves away is taken, with its reason, then all is given. */
export function GivePairs(props: {
  readonly part: RoundPart;
  readonly pairs: readonly Pair[];
  readonly taken: readonly Pair[];
  readonly done: (given: number) => Promise<void>;
}) {
  const { part, pairs, taken, done } = props;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  const [reason, setReason] = useState('');
  const [steps, setSteps] = useState(0);
  const path = roundPathOf(part);
  const give = useAct(async (wish: Wish, key) => {
    let through = 0;
    for (const [at, portion] of portionsOf(wish.taken, mostTaken).entries()) {
      await api.call(judgingRemovalRoutes.takeBackEntries, {
        path,
        body: { pairs: portion, reason: wish.reason },
        idempotencyKey: `${key}/taken/${at}`,
      });
      through += portion.length;
      setSteps(through);
    }
    for (const [at, portion] of portionsOf(wish.pairs, mostGiven).entries()) {
      await api.call(judgingRoutes.assignEntries, {
        path,
        body: { pairs: portion },
        idempotencyKey: `${key}/given/${at}`,
      });
      through += portion.length;
      setSteps(through);
    }
    return wish.pairs.length;
  }, done);
  const all = pairs.length + taken.length;
  const count = format.count(pairs.length);
  return (
    <>
      {give.isPending ? (
        <p role="status">
          {words.givenOf(format.count(steps), format.count(all))}
          <progress max={all} value={steps} aria-label={words.give(count)} />
        </p>
      ) : null}
      <Refused error={give.error} names={part.names} timeZone={part.facts.edition.plan.timeZone} />
      {taken.length === 0 ? null : (
        <LongField
          label={words.moveReason}
          pointer="/reason"
          rows={2}
          value={reason}
          change={setReason}
        />
      )}
      <Confirm
        label={words.give(count)}
        question={words.giveAsk(count)}
        isDisabled={all === 0 || (taken.length > 0 && reason.trim() === '')}
        isPending={give.isPending}
        act={() => give.mutate({ pairs, taken, reason: reason.trim() })}
      />
    </>
  );
}
