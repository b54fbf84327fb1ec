import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { judgingComponentRoutes } from '../../../lib/contract/judging-component-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { errorsOf } from '../results/use-order.ts';
import { ChoiceField, Errors, LongField } from '../ui/field.tsx';
import { remedyWords } from '../words/desk-remedy-words.ts';
import { givenWords } from '../words/given-words.ts';
import { ComponentHistory } from './component-history.tsx';
import { EntryFields, type GivenEntry } from './components-form.tsx';
import { isRight, placeAt, placeOf, type Row, rowOf, type Typed } from './given-rows.ts';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf } from './round-part.ts';
import { useAct } from './use-act.ts';

interface EntriesProps {
  readonly part: RoundPart;
  readonly entries: readonly GivenEntry[];
}

/** One entry at a time: what it was given by whom, each time, and a correction of it. */
export function ComponentEntry({ part, entries }: EntriesProps) {
  const words = useWords(remedyWords);
  const [entryId, choose] = useState('');
  const entry = entries.find((one) => one.entryId === entryId);
  const isScored = part.kept.round.state === 'scoring';
  return (
    <details>
      <summary>{words.oneEntry}</summary>
      {isScored ? null : <p class="soft">{words.overOnlyRead}</p>}
      <ChoiceField
        label={words.ofEntry}
        pointer=""
        value={entryId}
        options={entries
          .filter(({ components }) => components.length > 0)
          .map((one) => ({ id: one.entryId, text: one.name }))}
        change={choose}
      />
      {entry === undefined ? null : (
        <div key={entryId}>
          {isScored ? <EntryForm part={part} entry={entry} /> : null}
          <ComponentHistory part={part} entry={entry} />
        </div>
      )}
    </details>
  );
}

interface Wish {
  readonly row: Row;
  /** What the row was made of. */
  readonly typed: Typed;
  readonly why: string;
}

function EntryForm({ part, entry }: { readonly part: RoundPart; readonly entry: GivenEntry }) {
  const words = useWords(remedyWords);
  const given = useWords(givenWords);
  const queries = useQueryClient();
  const { editionId, roundId } = roundPathOf(part);
  const { entryId, components } = entry;
  const [typed, type] = useState<Typed>(new Map());
  const [reason, setReason] = useState('');
  const readAnew = async () => {
    await Promise.all(
      ['components', 'component-revisions'].map(
        async (name) => await queries.invalidateQueries({ queryKey: [name, editionId, roundId] }),
      ),
    );
  };
  const save = useAct(
    async ({ row, why }: Wish, idempotencyKey) => {
      const { entryId: of, version, ...values } = row;
      return await api.call(judgingComponentRoutes.giveComponents, {
        path: { editionId, roundId, entryId: of },
        body: { ...values, ...(why === '' ? {} : { reason: why }) },
        ifMatch: `"${version}"`,
        idempotencyKey,
      });
    },
    async (_, { typed: sent, why }) => {
      await readAnew();
      // What was typed meanwhile is not what was sent.
      type((now) => new Map([...now].filter(([place, text]) => sent.get(place) !== text)));
      setReason((now) => (now.trim() === why ? '' : now));
    },
  );
  const row = rowOf(entryId, components, entry.given, typed);
  const wrong = components
    .map((one) => ({ one, pointer: placeOf(entryId, one.id) }))
    .filter(({ one, pointer }) => !isRight(one, typed.get(pointer) ?? ''))
    .map(({ pointer }) => ({ pointer, code: 'invalid-score' }));
  const isCorrection = row !== undefined && row.version > 0;
  const canSave =
    row !== undefined && wrong.length === 0 && (!isCorrection || reason.trim() !== '');
  return (
    <Errors.Provider value={wrong.length > 0 ? wrong : refusedAt(save.error, entry)}>
      <EntryFields
        entry={entry}
        typed={typed}
        change={(place, text) => type((now) => new Map([...now, [place, text]]))}
      />
      {isCorrection ? (
        <LongField
          label={given.reason}
          hint={given.reasonHelp}
          pointer="/reason"
          rows={2}
          value={reason}
          change={setReason}
        />
      ) : null}
      <SaveRefused error={save.error} part={part} />
      <div role="status">
        {save.data === undefined || row !== undefined ? null : (
          <p class="notice good">{words.savedOne}</p>
        )}
      </div>
      <button
        type="button"
        disabled={!canSave || save.isPending}
        onClick={() => {
          // Refused: what others gave meanwhile is shown beside what was typed.
          if (row !== undefined) {
            save.mutate({ row, typed, why: reason.trim() }, { onError: () => void readAnew() });
          }
        }}
      >
        {words.saveOne}
      </button>
    </Errors.Provider>
  );
}

function SaveRefused({ error, part }: { readonly error: unknown; readonly part: RoundPart }) {
  const words = useWords(remedyWords);
  const isStale = error instanceof ProblemError && error.code === 'precondition-failed';
  return isStale ? (
    <p class="notice alarm" role="alert">
      {words.changedMeanwhile}
    </p>
  ) : (
    <Refused error={error} names={part.names} timeZone={part.facts.edition.plan.timeZone} />
  );
}

/** The server names places of this entry alone; the fields are named as in a table of many. */
function refusedAt(error: unknown, { entryId, components }: GivenEntry) {
  const voteId = components.find(({ step }) => step === undefined)?.id ?? '';
  const rows = [{ entryId, version: 0, points: {} }];
  return errorsOf(error).map(({ pointer, code }) => ({
    pointer: pointer === '/reason' ? pointer : placeAt(`/entries/0${pointer}`, rows, () => voteId),
    code,
  }));
}
