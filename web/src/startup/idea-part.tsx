import { useLanguage } from '../language.tsx';
import { ChoiceField, LongField, TextField } from '../ui/field.tsx';
import type { Part } from './part.ts';

/** What it is about. */
export function IdeaPart({ plan, draft, change }: Part) {
  const { words, of } = useLanguage();
  const choices = (list: Part['plan']['tracks']) =>
    list.map(({ id, name }) => ({ id, text: of(name) }));
  return (
    <section>
      <h2>{words.idea}</h2>
      <TextField
        label={words.entryTitle}
        pointer="/title"
        hint={words.entryTitleHint}
        value={draft.title}
        change={(title) => change({ title })}
      />
      <div class="columns">
        <ChoiceField
          label={words.track}
          pointer="/trackId"
          value={draft.trackId}
          options={choices(plan.tracks)}
          change={(trackId) => change({ trackId })}
        />
        <ChoiceField
          label={words.field}
          pointer="/fieldId"
          value={draft.fieldId}
          options={choices(plan.fields)}
          change={(fieldId) => change({ fieldId })}
        />
      </div>
      <LongField
        label={words.summary}
        pointer="/summary"
        hint={words.summaryHint}
        rows={8}
        value={draft.summary}
        change={(summary) => change({ summary })}
      />
      <LongField
        label={words.publicSummary}
        pointer="/publicSummary"
        hint={words.publicSummaryHint}
        rows={3}
        value={draft.publicSummary}
        change={(publicSummary) => change({ publicSummary })}
      />
    </section>
  );
}
