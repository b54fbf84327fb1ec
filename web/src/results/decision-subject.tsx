import { Ticks } from '../desk/ticks.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { rulingWords } from '../words/ruling-words.ts';
import { type DecisionDraft, decisionFields } from './decision-draft.ts';
import type { ResultFacts } from './use-outcome.ts';

const countPointers: { readonly [kind: string]: string | undefined } = {
  'advance-number': '/perTrack',
  'leave-empty': '/places',
};

/** What a decision is about: which fields there are depends on its kind. */
export function DecisionSubject(props: {
  readonly facts: ResultFacts;
  readonly draft: DecisionDraft;
  readonly change: (part: Partial<DecisionDraft>) => void;
}) {
  const { facts, draft, change } = props;
  const { of } = useLanguage();
  const words = useWords(rulingWords);
  const { kind } = draft;
  if (kind === '') return null;
  const asks = (field: keyof DecisionDraft) => decisionFields[kind].includes(field);
  const { tracks, prizes } = facts.desk.edition.plan;
  const entries = facts.preview.rankings
    .flatMap((ranking) => ranking.entries)
    .filter(({ trackId }) => kind !== 'advance-tied' || trackId === draft.trackId)
    .map(({ entryId }) => ({ id: entryId, text: facts.names.entry(entryId) }));
  const named = (list: typeof tracks | typeof prizes) =>
    list.map(({ id, name }) => ({ id, text: of(name) }));
  return (
    <>
      {asks('trackId') ? (
        <ChoiceField
          label={words.track}
          pointer="/trackId"
          value={draft.trackId}
          options={named(tracks)}
          change={(trackId) => change({ trackId, entryIds: [] })}
        />
      ) : null}
      {asks('prizeId') ? (
        <ChoiceField
          label={words.prize}
          pointer="/prizeId"
          value={draft.prizeId}
          options={named(prizes)}
          change={(prizeId) => change({ prizeId })}
        />
      ) : null}
      {asks('entryId') ? (
        <ChoiceField
          label={words.entry}
          pointer="/entryId"
          value={draft.entryId}
          options={entries}
          change={(entryId) => change({ entryId })}
        />
      ) : null}
      {asks('entryIds') ? (
        <Ticks
          legend={words.chosenEntries}
          options={entries}
          chosen={draft.entryIds}
          change={(entryIds) => change({ entryIds })}
        />
      ) : null}
      {asks('moveUp') ? (
        <label class="tick">
          <input
            type="checkbox"
            checked={draft.moveUp}
            onChange={({ currentTarget }) => change({ moveUp: currentTarget.checked })}
          />
          {words.moveUp}
        </label>
      ) : null}
      {asks('count') ? (
        <TextField
          label={kind === 'withdraw' ? words.whichDecision : words.count}
          pointer={countPointers[kind] ?? '/decision'}
          type="number"
          value={draft.count}
          change={(count) => change({ count })}
        />
      ) : null}
    </>
  );
}
