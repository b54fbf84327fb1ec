import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { type SubjectKind, subjectKinds } from '../../../lib/contest/audit-subject.ts';
import { isLocalDate, isLocalDateTime, shiftLocal } from '../../../lib/contest/local-date.ts';
import { toInstant } from '../../../lib/contest/local-time.ts';
import { useLanguage, useWords } from '../language.tsx';
import { DateField } from '../ui/date-field.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { actWords } from '../words/act-words.ts';
import { auditWords } from '../words/audit-words.ts';
import { deskEntryWords } from '../words/desk-entry-words.ts';
import type { DeskFacts } from './desk.tsx';
import { usePeople } from './use-names.ts';

/** What the trail is narrowed to, as its address says: days by the clocks of the contest, both included. */
export function trailFiltersOf(params: URLSearchParams, timeZone: string) {
  const fitting = (name: string, pattern: RegExp): { readonly [name: string]: string } => {
    const value = params.get(name) ?? '';
    return pattern.test(value) ? { [name]: value } : {};
  };
  const dayBegins = (name: string, daysLater: number) => {
    const date = params.get(name) ?? '';
    const begins = isLocalDate(date) ? `${shiftLocal(date, daysLater)}T00:00` : '';
    // After the last day that can be written there is none.
    return isLocalDateTime(begins) ? { [name]: toInstant(begins, timeZone) } : {};
  };
  const kind = subjectKinds.find((one) => one === params.get('kind'));
  return {
    ...dayBegins('from', 0),
    ...dayBegins('to', 1),
    ...fitting('actorId', /^[A-Za-z0-9_:-]{1,128}$/),
    ...fitting('operation', /^[A-Za-z-]{1,60}$/),
    ...fitting('subject', /^[a-z-]{1,20}(?:\/[A-Za-z0-9_.-]{1,200}){0,4}$/),
    ...(kind === undefined ? {} : { kind }),
  };
}

export type TrailFilters = ReturnType<typeof trailFiltersOf>;

/** Narrowing the trail; all of it stands in the address, so that it can be kept and sent. */
export function AuditFilters({ facts }: { readonly facts: DeskFacts }) {
  const { language } = useLanguage();
  const words = useWords(auditWords);
  const acts = useWords(actWords);
  const { any } = useWords(deskEntryWords);
  const people = usePeople(facts.editionId);
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value === '') after.delete(name);
      else after.set(name, value);
      return after;
    });
  const inOrder = (options: readonly { readonly id: string; readonly text: string }[]) =>
    options.toSorted((a, b) => a.text.localeCompare(b.text, language));
  const choice = (
    name: string,
    label: string,
    options: readonly { readonly id: string; readonly text: string }[],
  ) => (
    <ChoiceField
      label={label}
      pointer={`/query/${name}`}
      none={any}
      value={params.get(name) ?? ''}
      options={inOrder(options)}
      change={(value) => set(name, value)}
    />
  );
  const day = (name: string, label: string) => {
    return (
      <DayFilter
        label={label}
        pointer={`/query/${name}`}
        value={params.get(name) ?? ''}
        change={(date) => set(name, date)}
      />
    );
  };
  const kindName = (id: SubjectKind) => ({ id, text: words.kinds[id] });
  return (
    <search class="filters">
      {day('from', words.from)}
      {day('to', words.to)}
      {choice(
        'actorId',
        words.who,
        (people.data ?? []).map(({ personId, name }) => ({ id: personId, text: name })),
      )}
      {choice(
        'operation',
        words.what,
        Object.entries(acts).map(([id, text = id]) => ({ id, text })),
      )}
      {choice('kind', words.thing, subjectKinds.map(kindName))}
      {params.size === 0 ? null : (
        <div class="search">
          {params.has('subject') ? <p>{words.ofOne}</p> : null}
          <button type="button" class="quiet" onClick={() => setParams(new URLSearchParams())}>
            {words.clear}
          </button>
        </div>
      )}
    </search>
  );
}

/** A day to narrow the trail by. What is no day stays in the field, where it is told, and is no filter. */
function DayFilter(props: {
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  readonly change: (date: string) => void;
}) {
  const { value, change, ...rest } = props;
  const [unread, keep] = useState<string>();
  return (
    <DateField
      {...rest}
      value={unread ?? value}
      change={(date) => {
        const isDay = date === '' || isLocalDate(date);
        keep(isDay ? undefined : date);
        if (isDay) change(date);
      }}
    />
  );
}
