import { useState } from 'preact/hooks';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { screeningRoutes } from '../../../lib/contract/screening-routes.ts';
import { api } from '../api.ts';
import { serverNow } from '../clock.ts';
import { useLanguage, useWords } from '../language.tsx';
import { missingTexts } from '../startup/missing-list.tsx';
import { Errors, LongField } from '../ui/field.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { startupWords } from '../words/startup-words.ts';
import { uiWords } from '../words/ui-words.ts';
import { type EntryPart, useEntryChanged } from './entry-part.ts';
import { isOpinionWhole, noOpinion, OpinionFields, opinionOf } from './opinion-fields.tsx';
import { Opinions } from './opinions.tsx';
import { Blockers, Refused } from './refused.tsx';
import { useAct } from './use-act.ts';

/** What is to be known before an opinion, the opinions so far, and giving one. */
export function ScreeningPart(part: EntryPart) {
  const { facts, entry, record, names } = part;
  const { of, format } = useLanguage();
  const startup = useWords(startupWords);
  const words = useWords(dossierWords);
  const ui = useWords(uiWords);
  const { plan } = facts.edition;
  const lacking = missingTexts(record.missing, plan, { of, startup, ui });
  const isOver = serverNow() >= Date.parse(facts.edition.closesAt);
  const isScreenable = entry.submission > 0 && entry.state !== 'withdrawn';
  return (
    <section class="panel" aria-labelledby="screening">
      <h3 id="screening">{words.screening}</h3>
      {record.people > 1 ? <p>{words.peopleNeeded(format.count(record.people))}</p> : null}
      {record.blockers.length === 0 ? null : (
        <div class="notice alarm">
          <strong>{words.blockersTitle}</strong>
          <Blockers blockers={record.blockers} names={names} />
        </div>
      )}
      {record.warnings.length === 0 ? null : (
        <div class="notice">
          <strong>{words.warnings}</strong>
          <p>{words.mixedScripts}</p>
        </div>
      )}
      {lacking.length === 0 ? null : (
        <div class="notice">
          <strong>{words.lacks}</strong>
          <ul>
            {lacking.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <Opinions {...part} />
      {isScreenable && !isOver ? <p class="soft">{words.notYet}</p> : null}
      {isScreenable && isOver ? <GiveOpinion {...part} /> : null}
    </section>
  );
}

function GiveOpinion(part: EntryPart) {
  const { facts, entry, record, names } = part;
  const words = useWords(dossierWords);
  const changed = useEntryChanged(part);
  const [opinion, setOpinion] = useState(noOpinion);
  const [isFinal, setFinal] = useState(false);
  const [note, setNote] = useState('');
  const { editionId, entryId } = entry;
  const give = useAct(
    async (body: ReturnType<typeof wishOf>, idempotencyKey) =>
      await api.call(screeningRoutes.screenEntry, {
        path: { editionId, entryId },
        body,
        idempotencyKey,
      }),
    changed,
  );
  const wishOf = () => ({
    ...opinionOf(opinion),
    submission: record.submission,
    ...(isFinal ? { final: true as const, note: note.trim() } : {}),
  });
  const refused = give.error instanceof ProblemError ? give.error.problem.errors : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate(wishOf());
      }}
    >
      <Errors.Provider value={refused ?? []}>
        <OpinionFields plan={facts.edition.plan} opinion={opinion} change={setOpinion} />
        {facts.isOrganiser && record.people > 1 ? (
          <label class="tick">
            <input
              type="checkbox"
              checked={isFinal}
              onChange={({ currentTarget }) => setFinal(currentTarget.checked)}
            />
            {words.giveFinal}
          </label>
        ) : null}
        {isFinal ? (
          <LongField
            label={words.finalNote}
            pointer="/note"
            rows={2}
            value={note}
            change={setNote}
          />
        ) : null}
      </Errors.Provider>
      <Refused error={give.error} names={names} timeZone={facts.edition.plan.timeZone} />
      <p class="actions">
        <button type="submit" disabled={!isOpinionWhole(opinion) || give.isPending}>
          {words.give}
        </button>
      </p>
    </form>
  );
}
