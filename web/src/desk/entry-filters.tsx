import { useEffect, useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { applicantKinds } from '../../../lib/contest/plan.ts';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { useLanguage, useWords } from '../language.tsx';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { accountWords } from '../words/account-words.ts';
import { deskEntryWords } from '../words/desk-entry-words.ts';
import { deskWords } from '../words/desk-words.ts';

const entryStates = ['draft', 'submitted', 'eligible', 'ineligible', 'withdrawn'] as const;

/** What the list is narrowed to, as its address says; what the plan does not know is left out. */
export function filtersOf(params: URLSearchParams, plan: WirePlan) {
  const among = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((one) => one === params.get(name));
  const state = among('state', entryStates);
  const applicantKind = among('applicantKind', applicantKinds);
  const trackId = among('trackId', idsOf(plan.tracks));
  const fieldId = among('fieldId', idsOf(plan.fields));
  const missingDocument = among(
    'missingDocument',
    plan.documents.map(({ kind }) => kind),
  );
  const text = (params.get('text') ?? '').trim().slice(0, 100);
  return {
    ...(state === undefined ? {} : { state }),
    ...(applicantKind === undefined ? {} : { applicantKind }),
    ...(trackId === undefined ? {} : { trackId }),
    ...(fieldId === undefined ? {} : { fieldId }),
    ...(missingDocument === undefined ? {} : { missingDocument }),
    ...(params.get('incomplete') === 'true' ? { incomplete: 'true' as const } : {}),
    ...(params.get('supplement') === 'open' ? { supplement: 'open' as const } : {}),
    ...(text === '' ? {} : { text }),
  };
}

export type Filters = ReturnType<typeof filtersOf>;

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** Narrowing the list; all of it stands in the address, so that it can be kept and sent. */
export function EntryFilters({ plan }: { readonly plan: WirePlan }) {
  const { words, of } = useLanguage();
  const account = useWords(accountWords);
  const desk = useWords(deskWords);
  const entry = useWords(deskEntryWords);
  const [params, setParams] = useSearchParams();
  const kept = params.get('text') ?? '';
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  const set = (changes: { readonly [name: string]: string }) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') after.delete(name);
        else after.set(name, value);
      }
      return after;
    });
  const choice = (
    name: string,
    label: string,
    options: readonly { readonly id: string; readonly text: string }[],
  ) => (
    <ChoiceField
      label={label}
      pointer={`/query/${name}`}
      none={entry.any}
      value={params.get(name) ?? ''}
      options={options}
      change={(value) => set({ [name]: value })}
    />
  );
  const named = (list: WirePlan['tracks']) => list.map(({ id, name }) => ({ id, text: of(name) }));
  const besides = params.get('incomplete') === 'true' ? 'incomplete' : params.get('supplement');
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        set({ text: text.trim() });
      }}
    >
      <div class="search">
        <TextField
          label={entry.search}
          pointer="/query/text"
          hint={entry.searchHint}
          value={text}
          change={setText}
        />
        <button type="submit">{entry.find}</button>
        {params.size === 0 ? null : (
          <button type="button" class="quiet" onClick={() => setParams(new URLSearchParams())}>
            {entry.clear}
          </button>
        )}
      </div>
      {choice(
        'state',
        entry.state,
        entryStates.map((id) => ({ id, text: account.states[id] })),
      )}
      {choice('trackId', desk.track, named(plan.tracks))}
      {choice('fieldId', desk.field, named(plan.fields))}
      {choice(
        'applicantKind',
        entry.kind,
        plan.applicantKinds.map((id) => ({ id, text: words.kinds[id] })),
      )}
      {choice(
        'missingDocument',
        entry.missingDocument,
        plan.documents.map(({ kind, name }) => ({ id: kind, text: of(name) })),
      )}
      <ChoiceField
        label={entry.besides}
        pointer="/query/besides"
        none={entry.any}
        value={besides ?? ''}
        options={[
          { id: 'incomplete', text: entry.isIncomplete },
          { id: 'open', text: entry.isSupplemented },
        ]}
        change={(value) =>
          set({
            incomplete: value === 'incomplete' ? 'true' : '',
            supplement: value === 'open' ? 'open' : '',
          })
        }
      />
    </form>
  );
}
