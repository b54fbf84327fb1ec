import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { screeningRoutes } from '../../../lib/contract/screening-routes.ts';
import type { screeningsView } from '../../../lib/contract/screening-views.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { deskEntryWords } from '../words/desk-entry-words.ts';
import { Confirm } from './confirm.tsx';
import type { DeskFacts } from './desk.tsx';
import { portionsOf } from './every-page.ts';
import {
  isOpinionWhole,
  noOpinion,
  type Opinion,
  OpinionFields,
  opinionOf,
} from './opinion-fields.tsx';
import { Refused } from './refused.tsx';
import { ScreeningOutcomes } from './screening-outcomes.tsx';
import { useAct } from './use-act.ts';
import { type EntrySummary, namesOf, usePeople } from './use-names.ts';

/** The most that one request takes. */
const mostAtOnce = 48;

type Outcome = z.output<typeof screeningsView>['outcomes'][number];

/** One opinion on many entries: tried first, recorded in portions after. */
export function BulkScreening(props: {
  readonly facts: DeskFacts;
  readonly picked: readonly EntrySummary[];
  /** Leaves only these chosen. */
  readonly keep: (entryIds: readonly string[]) => void;
  readonly recorded: (count: number) => void;
}) {
  const { facts, picked, keep } = props;
  const { editionId } = facts;
  const { format } = useLanguage();
  const words = useWords(deskEntryWords);
  const queries = useQueryClient();
  const people = usePeople(editionId);
  const names = namesOf(people.data, picked);
  const [opinion, setOpinion] = useState<Opinion>(noOpinion);
  const [done, setDone] = useState(0);
  const screen = async (entries: readonly EntrySummary[], isTry: boolean, key: string) => {
    const outcomes: Outcome[] = [];
    for (const [at, portion] of portionsOf(entries, mostAtOnce).entries()) {
      const { body } = await api.call(screeningRoutes.screenEntries, {
        path: { editionId },
        body: {
          dryRun: isTry,
          decisions: portion.map(({ entryId, submission }) => ({
            entryId,
            submission,
            ...opinionOf(opinion),
          })),
        },
        idempotencyKey: `${key}/${at}`,
      });
      outcomes.push(...body.outcomes);
      setDone(outcomes.length);
    }
    return outcomes;
  };
  const tryOut = useAct(
    async (wish: { readonly opinion: Opinion; readonly of: readonly EntrySummary[] }, key) => ({
      wish: JSON.stringify(wish),
      outcomes: await screen(wish.of, true, key),
    }),
    () => undefined,
  );
  const record = useAct(
    async (wish: { readonly opinion: Opinion; readonly of: readonly EntrySummary[] }, key) =>
      await screen(wish.of, false, key),
    async (outcomes) => {
      keep([]);
      props.recorded(outcomes.length);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['entries', editionId] }),
        queries.invalidateQueries({ queryKey: ['entry-counts', editionId] }),
      ]);
    },
  );
  const wish = { opinion, of: picked };
  // What was tried stands only for what is still wished.
  const tried = tryOut.data?.wish === JSON.stringify(wish) ? tryOut.data.outcomes : undefined;
  const free = tried?.filter(({ would }) => would !== undefined) ?? [];
  const count = format.count(picked.length);
  return (
    <section class="panel" aria-labelledby="bulk">
      <h2 id="bulk">{words.bulk}</h2>
      <p>
        <strong>{words.picked(count)}</strong> <span class="soft">{words.bulkHelp}</span>
      </p>
      <OpinionFields plan={facts.edition.plan} opinion={opinion} change={setOpinion} />
      <div class="toolbar">
        <button
          type="button"
          disabled={!isOpinionWhole(opinion) || tryOut.isPending || record.isPending}
          onClick={() => tryOut.mutate(wish)}
        >
          {words.tryOut}
        </button>
        <button type="button" class="quiet" onClick={() => keep([])}>
          {words.unpickAll}
        </button>
      </div>
      {tryOut.isPending || record.isPending ? (
        <p role="status">
          {words.doneOf(format.count(done), count)}
          <progress max={picked.length} value={done} aria-label={words.bulk} />
        </p>
      ) : null}
      <Refused error={tryOut.error ?? record.error} names={names} />
      {tried === undefined ? null : (
        <>
          <ScreeningOutcomes outcomes={tried} names={names} />
          {free.length === tried.length ? (
            <Confirm
              label={words.record(count)}
              question={words.recordAsk(count)}
              isPending={record.isPending}
              act={() => record.mutate(wish)}
            />
          ) : (
            <button
              type="button"
              class="quiet"
              onClick={() => keep(free.map(({ entryId }) => entryId))}
            >
              {words.unpickBlocked}
            </button>
          )}
        </>
      )}
    </section>
  );
}
