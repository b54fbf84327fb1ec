import { useState } from 'preact/hooks';
import { judgingPanelRoutes } from '../../../lib/contract/judging-panel-routes.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { ChoiceField, LongField } from '../ui/field.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { Confirm } from './confirm.tsx';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf, useRoundChanged } from './round-part.ts';
import { useAct } from './use-act.ts';

interface Wish {
  readonly leaves: string;
  readonly joins: string;
  readonly reason: string;
}

/** One judge in another's place, as judge and as chair; what the one who leaves has handed in stays. */
export function ReplaceJudge(part: RoundPart) {
  const { kept, judges, names } = part;
  const words = useWords(roundWords);
  const changed = useRoundChanged(part);
  const [wish, setWish] = useState<Wish>({ leaves: '', joins: '', reason: '' });
  const change = (some: Partial<Wish>) => setWish((before) => ({ ...before, ...some }));
  const replace = useAct(
    async ({ etag, ...body }: Wish & { readonly etag: string }, idempotencyKey) =>
      await api.call(judgingPanelRoutes.replaceInPanel, {
        path: roundPathOf(part),
        body,
        ifMatch: etag,
        idempotencyKey,
      }),
    changed,
  );
  const { panel } = kept.round;
  if (panel === undefined) return null;
  const members = [...new Set([panel.chair, ...panel.judges])];
  const others = judges.filter(({ personId }) => !panel.judges.includes(personId));
  const isWhole = wish.leaves !== '' && wish.joins !== '' && wish.reason.trim() !== '';
  return (
    <details>
      <summary>{words.replace}</summary>
      <p class="soft">{words.replaceHelp}</p>
      <ChoiceField
        label={words.leaves}
        pointer="/leaves"
        value={wish.leaves}
        options={members.map((personId) => ({ id: personId, text: names.person(personId) }))}
        change={(leaves) => change({ leaves })}
      />
      <ChoiceField
        label={words.joins}
        pointer="/joins"
        value={wish.joins}
        options={others.map(({ personId, name }) => ({ id: personId, text: name }))}
        change={(joins) => change({ joins })}
      />
      <LongField
        label={words.reason}
        pointer="/reason"
        rows={2}
        value={wish.reason}
        change={(reason) => change({ reason })}
      />
      <Refused error={replace.error} names={names} retry={() => void changed()} />
      <Confirm
        label={words.replace}
        question={words.replaceAsk(names.person(wish.leaves), names.person(wish.joins))}
        isDisabled={!isWhole}
        isReady={isWhole}
        isPending={replace.isPending}
        act={() => replace.mutate({ ...wish, reason: wish.reason.trim(), etag: kept.etag })}
      />
    </details>
  );
}
