import { useState } from 'preact/hooks';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { screeningRoutes } from '../../../lib/contract/screening-routes.ts';
import { api } from '../api.ts';
import { serverNow } from '../clock.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Errors } from '../ui/field.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { type EntryPart, useEntryChanged } from './entry-part.ts';
import { ExceptionFields, noException } from './exception-fields.tsx';
import { Refused } from './refused.tsx';
import { useAct } from './use-act.ts';

/** A draft that missed the deadline, let in by a decision: organisers alone do that. */
export function LatePart(part: EntryPart) {
  const { facts, entry, record, names } = part;
  const { format } = useLanguage();
  const words = useWords(dossierWords);
  const changed = useEntryChanged(part);
  const { edition } = facts;
  const { timeZone } = edition.plan;
  const { editionId, entryId } = entry;
  const [exception, setException] = useState(noException);
  const admit = useAct(
    async (body: typeof exception, idempotencyKey) =>
      await api.call(screeningRoutes.admitLateEntry, {
        path: { editionId, entryId },
        body,
        idempotencyKey,
      }),
    changed,
  );
  const mayAdmit =
    facts.isOrganiser &&
    entry.state === 'draft' &&
    edition.phase !== 'judging' &&
    serverNow() >= Date.parse(edition.closesAt);
  if (record.late === undefined && !mayAdmit) return null;
  const refused = admit.error instanceof ProblemError ? admit.error.problem.errors : undefined;
  return (
    <section class="panel" aria-labelledby="late">
      <h3 id="late">{words.late}</h3>
      {record.late === undefined ? null : (
        <>
          <p>
            {words.lateUntil(
              format.moment(record.late.closesAt, timeZone),
              record.late.documentNumber,
            )}
          </p>
          <p class="written">{record.late.reason}</p>
        </>
      )}
      {mayAdmit ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            admit.mutate(exception);
          }}
        >
          <p class="soft">{words.lateHelp}</p>
          <Errors.Provider value={refused ?? []}>
            <ExceptionFields exception={exception} change={setException} />
          </Errors.Provider>
          <Refused error={admit.error} names={names} timeZone={timeZone} />
          <button type="submit" disabled={admit.isPending}>
            {words.admit}
          </button>
        </form>
      ) : null}
    </section>
  );
}
