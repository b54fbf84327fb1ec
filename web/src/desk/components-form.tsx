import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { judgingComponentRoutes } from '../../../lib/contract/judging-component-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { errorsOf } from '../results/use-order.ts';
import { Errors, LongField, TextField } from '../ui/field.tsx';
import { givenWords } from '../words/given-words.ts';
import {
  type Component,
  type Given,
  isRight,
  placeAt,
  placeOf,
  type Row,
  rowOf,
  storedOf,
  type Typed,
} from './given-rows.ts';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf } from './round-part.ts';
import { useAct } from './use-act.ts';

/** The most rows that one act gives. */
const mostAtOnce = 32;

/** An entry with what its rubric asks of the organisers and what it was given. */
export interface GivenEntry {
  readonly entryId: string;
  readonly name: string;
  readonly components: readonly Component[];
  readonly given: Given | undefined;
}

interface Wish {
  readonly rows: readonly Row[];
  readonly reason: string;
}

/** A row for each entry; those that differ from what is stored are saved together, at most 32 at a time: all of them or none. */
export function ComponentsForm(props: {
  readonly part: RoundPart;
  readonly entries: readonly GivenEntry[];
}) {
  const { part, entries } = props;
  const { format } = useLanguage();
  const words = useWords(givenWords);
  const queries = useQueryClient();
  const path = roundPathOf(part);
  const [typed, type] = useState<Typed>(new Map());
  const [sent, setSent] = useState<readonly Row[]>([]);
  const [reason, setReason] = useState('');
  const readAnew = async () =>
    await queries.invalidateQueries({ queryKey: ['components', path.editionId, path.roundId] });
  const save = useAct(
    async ({ rows, reason: why }: Wish, idempotencyKey) => {
      setSent(rows);
      const body = { entries: [...rows], ...(why === '' ? {} : { reason: why }) };
      const answer = await api.call(judgingComponentRoutes.giveManyComponents, {
        path,
        body,
        idempotencyKey,
      });
      return answer.body.items.length;
    },
    (_, { rows }) => {
      const done = new Set(rows.map(({ entryId }) => entryId));
      type((now) => new Map([...now].filter(([place]) => !done.has(place.split(' ')[0] ?? ''))));
    },
  );
  const wrong = entries.flatMap(({ entryId, components }) =>
    components
      .map((one) => ({ one, place: placeOf(entryId, one.id) }))
      .filter(({ one, place }) => !isRight(one, typed.get(place) ?? ''))
      .map(({ place }) => ({ pointer: place, code: 'invalid-score' })),
  );
  const rows = entries
    .flatMap(({ entryId, components, given }) => rowOf(entryId, components, given, typed) ?? [])
    .slice(0, mostAtOnce);
  const voteOf = (entryId: string) =>
    entries
      .find((one) => one.entryId === entryId)
      ?.components.find(({ step }) => step === undefined)?.id ?? '';
  const refused = errorsOf(save.error).map(({ pointer, code }) => ({
    pointer: placeAt(pointer, sent, voteOf),
    code,
  }));
  return (
    <Errors.Provider value={wrong.length > 0 ? wrong : refused}>
      <ul class="board">
        {entries.map((entry) => (
          <li key={entry.entryId}>
            <EntryFields
              entry={entry}
              typed={typed}
              change={(place, text) => type((now) => new Map([...now, [place, text]]))}
            />
          </li>
        ))}
      </ul>
      {rows.some(({ version }) => version > 0) ? (
        <LongField
          label={words.reason}
          hint={words.reasonHelp}
          pointer="/reason"
          rows={2}
          value={reason}
          change={setReason}
        />
      ) : null}
      <Refused error={save.error} names={part.names} timeZone={part.facts.edition.plan.timeZone} />
      <div role="status">
        {save.data === undefined ? null : (
          <p class="notice good">{words.saved(format.count(save.data))}</p>
        )}
      </div>
      <button
        type="button"
        disabled={rows.length === 0 || wrong.length > 0 || save.isPending}
        // Refused or not: what others gave meanwhile is shown beside what was typed.
        onClick={() =>
          save.mutate({ rows, reason: reason.trim() }, { onSettled: () => void readAnew() })
        }
      >
        {words.save(format.count(rows.length))}
      </button>
    </Errors.Provider>
  );
}

/** The fields of one entry, beside each what stands. */
export function EntryFields(props: {
  readonly entry: GivenEntry;
  readonly typed: Typed;
  readonly change: (place: string, text: string) => void;
}) {
  const { entry, typed, change } = props;
  const { of } = useLanguage();
  const words = useWords(givenWords);
  const shown = (points: string) => points.replace('.', words.decimalMark);
  return (
    <fieldset class="bare">
      <legend>{entry.name}</legend>
      <div class="filters">
        {entry.components.map((one) => {
          const place = placeOf(entry.entryId, one.id);
          const stored = storedOf(one, entry.given);
          const hints = [
            one.step === undefined
              ? []
              : words.range(shown(one.minPoints ?? '0'), shown(one.maxPoints), shown(one.step)),
            stored === '' ? [] : words.stored(shown(stored)),
          ].flat();
          return (
            <TextField
              key={one.id}
              label={one.step === undefined ? words.votesOf(of(one.name)) : of(one.name)}
              pointer={place}
              {...(hints.length === 0 ? {} : { hint: hints.join('; ') })}
              autocomplete="off"
              value={shown(typed.get(place) ?? stored)}
              change={(text) => change(place, text.trim().replace(',', '.'))}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
