import { useQueryClient } from '@tanstack/preact-query';
import { announcementRoutes } from '../../../lib/contract/announcement-routes.ts';
import { api } from '../api.ts';
import { Refused } from '../desk/refused.tsx';
import { useAct } from '../desk/use-act.ts';
import { namesOf } from '../desk/use-names.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { announcementWords } from '../words/announcement-words.ts';
import { announcedOrder } from './announced-order.ts';
import { announcementKey, useAnnouncement } from './use-announcement.ts';
import type { PublicResult } from './use-published-file.ts';

/** What is on the screen, what comes next, and three buttons that a thumb finds without looking. */
export function Lead(props: {
  readonly result: PublicResult;
  readonly prizeIds: readonly string[];
}) {
  const { result, prizeIds } = props;
  const { editionId } = result;
  const words = useWords(announcementWords);
  const queries = useQueryClient();
  const { led, error } = useAnnouncement(result);
  const act = useAct(
    async (shown: number, idempotencyKey) =>
      (
        await api.call(announcementRoutes.showAnnouncement, {
          path: { editionId },
          body: { shown },
          idempotencyKey,
        })
      ).body,
    async (now) => {
      // An answer that was on its way would show the step before.
      await queries.cancelQueries({ queryKey: announcementKey(editionId) });
      queries.setQueryData(announcementKey(editionId), now);
    },
  );
  if (led === undefined) {
    return error === null ? <Waiting /> : <p class="notice alarm">{words.stale}</p>;
  }
  const awards = announcedOrder(result, prizeIds);
  const last = awards.length + 1;
  const { shown } = led;
  // A second tap while the first is on its way reveals nobody.
  const to = (step: number) => (act.isPending ? undefined : act.mutate(step));
  return (
    <div class="lead">
      {error === null ? null : <p class="notice alarm">{words.stale}</p>}
      <section aria-live="polite">
        <h2>{words.onScreen}</h2>
        <Step at={shown} awards={awards} />
        <p class="soft">
          {words.stepOf(String(Math.min(shown, awards.length)), String(awards.length))}
        </p>
      </section>
      <Refused error={act.error} names={namesOf()} />
      <button
        type="button"
        class="next"
        disabled={shown === last}
        aria-busy={act.isPending}
        onClick={() => to(shown + 1)}
      >
        {shown === 0 ? words.first : words.next}
      </button>
      {shown === last ? null : (
        <section class="card">
          <h2>{words.comesNext}</h2>
          <Step at={shown + 1} awards={awards} />
        </section>
      )}
      <div class="pair">
        <button type="button" class="quiet" disabled={shown === 0} onClick={() => to(shown - 1)}>
          {words.previous}
        </button>
        <button type="button" class="quiet" disabled={shown === 0} onClick={() => to(0)}>
          {words.hideAll}
        </button>
      </div>
    </div>
  );
}

/** What the screen has at a step. */
function Step(props: { readonly at: number; readonly awards: PublicResult['awards'] }) {
  const { at, awards } = props;
  const { of } = useLanguage();
  const words = useWords(announcementWords);
  if (at === 0) return <p class="what">{words.nobodyShown}</p>;
  const award = awards[at - 1];
  if (award === undefined) return <p class="what">{words.all}</p>;
  return (
    <>
      <p class="prize">
        {of(award.prize)}
        {award.joint ? ` (${words.joint})` : ''}
      </p>
      <p class="what">{award.title}</p>
      <p>
        {award.applicantName ?? words.unnamed} <span class="soft">{award.code}</span>
      </p>
    </>
  );
}
