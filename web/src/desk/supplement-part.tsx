import { screeningRoutes } from '../../../lib/contract/screening-routes.ts';
import { api } from '../api.ts';
import { serverNow } from '../clock.ts';
import { useLanguage, useWords } from '../language.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { Confirm } from './confirm.tsx';
import { type EntryPart, useEntryChanged } from './entry-part.ts';
import { Refused } from './refused.tsx';
import { SupplementForm } from './supplement-form.tsx';
import { useAct } from './use-act.ts';

/** What is asked of the startup beside what it handed in: asking, waiting, taking back. */
export function SupplementPart(part: EntryPart) {
  const { facts, entry, names } = part;
  const { format } = useLanguage();
  const words = useWords(dossierWords);
  const changed = useEntryChanged(part);
  const { edition } = facts;
  const { timeZone } = edition.plan;
  const { editionId, entryId, supplement } = entry;
  const stop = useAct(
    async (_: 'stop', idempotencyKey) =>
      await api.call(screeningRoutes.withdrawSupplement, {
        path: { editionId, entryId },
        idempotencyKey,
      }),
    changed,
  );
  const now = serverNow();
  const isOpen =
    supplement !== undefined &&
    supplement.answeredAt === undefined &&
    now < Date.parse(supplement.closesAt);
  const mayAsk =
    entry.state === 'submitted' &&
    edition.phase !== 'judging' &&
    now >= Date.parse(edition.closesAt);
  if (supplement === undefined && !mayAsk) return null;
  return (
    <section class="panel" aria-labelledby="supplement">
      <h3 id="supplement">{words.supplement}</h3>
      {supplement === undefined ? null : (
        <>
          <p>
            <strong>
              {supplement.answeredAt === undefined
                ? words.supplementOpen(format.moment(supplement.closesAt, timeZone))
                : words.supplementAnswered(format.moment(supplement.answeredAt, timeZone))}
            </strong>
          </p>
          <p class="written">{supplement.message}</p>
        </>
      )}
      {isOpen ? (
        <Confirm
          label={words.supplementStop}
          question={words.supplementStopAsk}
          isPending={stop.isPending}
          act={() => stop.mutate('stop')}
        />
      ) : null}
      <Refused error={stop.error} names={names} timeZone={timeZone} />
      {mayAsk && !isOpen ? <SupplementForm {...part} /> : null}
    </section>
  );
}
