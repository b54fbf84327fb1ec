import { useState } from 'preact/hooks';
import { judgingRemovalRoutes } from '../../../lib/contract/judging-removal-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { ChoiceField, LongField } from '../ui/field.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { Confirm } from './confirm.tsx';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf, useRoundChanged } from './round-part.ts';
import { useAct } from './use-act.ts';

interface Wish {
  readonly entryId: string;
  readonly judgeId: string;
  readonly reason: string;
  readonly strike: boolean;
}

const nothing: Wish = { entryId: '', judgeId: '', reason: '', strike: false };

/** One entry taken from one judge, with the reason that is kept. */
export function TakeBackPart(part: RoundPart) {
  const { judges, entries, names } = part;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  const changed = useRoundChanged(part);
  const [wish, setWish] = useState(nothing);
  const change = (some: Partial<Wish>) => setWish((before) => ({ ...before, ...some }));
  const takeBack = useAct(
    async ({ entryId, judgeId, reason, strike }: Wish, idempotencyKey) =>
      (
        await api.call(judgingRemovalRoutes.takeBackEntries, {
          path: roundPathOf(part),
          body: { pairs: [{ entryId, judgeId }], reason, ...(strike ? { strike } : {}) },
          idempotencyKey,
        })
      ).body,
    async () => {
      setWish(nothing);
      await changed();
    },
  );
  const isWhole = wish.entryId !== '' && wish.judgeId !== '' && wish.reason.trim() !== '';
  return (
    <details class="panel">
      <summary>{words.takeBack}</summary>
      <p class="soft">{words.takeBackHelp}</p>
      <ChoiceField
        label={words.entry}
        pointer="/pairs/0/entryId"
        value={wish.entryId}
        options={entries.map(({ entryId }) => ({ id: entryId, text: names.entry(entryId) }))}
        change={(entryId) => change({ entryId })}
      />
      <ChoiceField
        label={words.judge}
        pointer="/pairs/0/judgeId"
        value={wish.judgeId}
        options={judges.map(({ personId, name }) => ({ id: personId, text: name }))}
        change={(judgeId) => change({ judgeId })}
      />
      <LongField
        label={words.reason}
        pointer="/reason"
        rows={2}
        value={wish.reason}
        change={(reason) => change({ reason })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={wish.strike}
          onChange={({ currentTarget }) => change({ strike: currentTarget.checked })}
        />
        {words.strike}
      </label>
      <Refused error={takeBack.error} names={names} />
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
        question={`${words.takeBack}: ${names.entry(wish.entryId)} – ${names.person(wish.judgeId)}?`}
        isDisabled={!isWhole}
        isReady={isWhole}
        isPending={takeBack.isPending}
        act={() => takeBack.mutate({ ...wish, reason: wish.reason.trim() })}
      />
    </details>
  );
}
