import { judgingProgressRoutes } from '../../../lib/contract/judging-progress-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { Confirm } from './confirm.tsx';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf } from './round-part.ts';
import { useAct } from './use-act.ts';

/** A mail to judges who have sheets to hand in; who gets one is shown first. */
export function RemindersPart(part: RoundPart) {
  const { names, facts } = part;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  const remind = useAct(
    async (dryRun: boolean, idempotencyKey) =>
      (
        await api.call(judgingProgressRoutes.remindJudges, {
          path: roundPathOf(part),
          body: { dryRun },
          idempotencyKey,
        })
      ).body,
    () => undefined,
  );
  const { data } = remind;
  return (
    <section class="panel" aria-labelledby="remind">
      <h2 id="remind">{words.remind}</h2>
      <Refused error={remind.error} names={names} timeZone={facts.edition.plan.timeZone} />
      <div role="status">
        {data === undefined ? null : data.dryRun ? (
          data.judges.length === 0 ? (
            <p>{words.remindNobody}</p>
          ) : (
            <ul>
              {data.judges.map(({ judgeId, missing }) => (
                <li key={judgeId}>
                  {words.remindOne(names.person(judgeId), format.count(missing))}
                </li>
              ))}
            </ul>
          )
        ) : (
          <p class="notice good">{words.reminded(format.count(data.judges.length))}</p>
        )}
      </div>
      {data?.dryRun === true && data.judges.length > 0 ? (
        <Confirm
          label={words.remind}
          question={words.remindAsk(format.count(data.judges.length))}
          isPending={remind.isPending}
          act={() => remind.mutate(false)}
        />
      ) : (
        <button
          type="button"
          class="quiet"
          disabled={remind.isPending}
          onClick={() => remind.mutate(true)}
        >
          {words.remindTry}
        </button>
      )}
    </section>
  );
}
