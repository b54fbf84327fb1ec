import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { Confirm } from './confirm.tsx';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf, useRoundChanged } from './round-part.ts';
import { useAct } from './use-act.ts';

/** From here judges score. */
export function OpeningPart(part: RoundPart) {
  const words = useWords(roundWords);
  const changed = useRoundChanged(part);
  const open = useAct(
    async (_: 'open', idempotencyKey) =>
      await api.call(judgingRoutes.openRound, { path: roundPathOf(part), idempotencyKey }),
    changed,
  );
  return (
    <section class="panel" aria-labelledby="opening">
      <h2 id="opening">{words.opening}</h2>
      <Refused error={open.error} names={part.names} timeZone={part.facts.edition.plan.timeZone} />
      <Confirm
        label={words.opening}
        question={words.openAsk}
        isPending={open.isPending}
        act={() => open.mutate('open')}
      />
    </section>
  );
}
