import { useLanguage, useWords } from '../language.tsx';
import { ChoiceField, LongField, TextField } from '../ui/field.tsx';
import { startupWords } from '../words/startup-words.ts';
import type { Part } from './part.ts';

/** What it is about. */
export function IdeaPart({ plan, draft, change }: Part) {
  const { of } = useLanguage();
  const startup = useWords(startupWords);
  const choices = (list: Part['plan']['tracks']) =>
    list.map(({ id, name }) => ({ id, text: of(name) }));
  return (
    <section>
      <h2>{startup.idea}</h2>
      <TextField
        label={startup.entryTitle}
        pointer="/title"
        hint={startup.entryTitleHint}
        value={draft.title}
        change={(title) => change({ title })}
      />
      <div class="columns">
        <ChoiceField
          label={startup.track}
          pointer="/trackId"
          value={draft.trackId}
          options={choices(plan.tracks)}
          change={(trackId) => change({ trackId })}
        />
        <ChoiceField
          label={startup.field}
          pointer="/fieldId"
          value={draft.fieldId}
          options={choices(plan.fields)}
          change={(fieldId) => change({ fieldId })}
        />
      </div>
      <LongField
        label={startup.summary}
        pointer="/summary"
        hint={startup.summaryHint}
        rows={8}
        value={draft.summary}
        change={(summary) => change({ summary })}
      />
      <LongField
        label={startup.publicSummary}
        pointer="/publicSummary"
        hint={startup.publicSummaryHint}
        rows={3}
        value={draft.publicSummary}
        change={(publicSummary) => change({ publicSummary })}
      />
    </section>
  );
}
