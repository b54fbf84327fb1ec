import { useState } from 'preact/hooks';
import { supplementFields } from '../../../lib/contest/supplement.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { screeningRoutes } from '../../../lib/contract/screening-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Errors, LongField } from '../ui/field.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { type EntryPart, useEntryChanged } from './entry-part.ts';
import { MomentField } from './moment-field.tsx';
import { Refused } from './refused.tsx';
import { Ticks } from './ticks.tsx';
import { useAct } from './use-act.ts';

type Field = (typeof supplementFields)[number];

/** Which parts to open again, for what and until when. */
export function SupplementForm(part: EntryPart) {
  const { facts, entry, names } = part;
  const { of } = useLanguage();
  const words = useWords(dossierWords);
  const changed = useEntryChanged(part);
  const { plan } = facts.edition;
  const { editionId, entryId } = entry;
  const [fields, setFields] = useState<readonly Field[]>([]);
  const [documents, setDocuments] = useState<readonly string[]>([]);
  const [message, setMessage] = useState('');
  const [closesAt, setClosesAt] = useState('');
  const ask = useAct(
    async (
      wish: {
        readonly fields: readonly Field[];
        readonly documents: readonly string[];
        readonly message: string;
        readonly closesAt: string;
      },
      idempotencyKey,
    ) =>
      await api.call(screeningRoutes.requestSupplement, {
        path: { editionId, entryId },
        body: { ...wish, fields: [...wish.fields], documents: [...wish.documents] },
        idempotencyKey,
      }),
    changed,
  );
  const kinds = plan.documents.filter(
    ({ tracks }) => tracks === undefined || tracks.includes(entry.content.trackId),
  );
  const refused = ask.error instanceof ProblemError ? ask.error.problem.errors : undefined;
  return (
    <details>
      <summary>{words.supplementAsk}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ fields, documents, message, closesAt });
        }}
      >
        <Errors.Provider value={refused ?? []}>
          <Ticks
            legend={words.supplementParts}
            options={supplementFields.map((id) => ({ id, text: words.fields[id] }))}
            chosen={fields}
            change={setFields}
          />
          <Ticks
            legend={words.supplementDocuments}
            options={kinds.map(({ kind, name }) => ({ id: kind, text: of(name) }))}
            chosen={documents}
            change={setDocuments}
          />
          <LongField
            label={words.supplementMessage}
            pointer="/message"
            rows={3}
            value={message}
            change={setMessage}
          />
          <MomentField
            label={words.until}
            pointer="/closesAt"
            value={closesAt}
            change={setClosesAt}
          />
        </Errors.Provider>
        <Refused error={ask.error} names={names} timeZone={plan.timeZone} />
        <button type="submit" disabled={ask.isPending || fields.length + documents.length === 0}>
          {words.send}
        </button>
      </form>
    </details>
  );
}
