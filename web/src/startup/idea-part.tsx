import { useLanguage, useWords } from '../language.tsx';
import { ChoiceField, LongField, TextField } from '../ui/field.tsx';
import { startupWords } from '../words/startup-words.ts';
import type { Opened } from './opening.ts';
import type { Part } from './part.ts';

/** What it is about. */
export function IdeaPart(props: Part & { readonly opened: Opened | undefined }) {
  const { plan, draft, change, opened } = props;
  // In another track it would be another entry: a supplement never opens it.
  const isOpen = (field: string) => opened?.isOpen(field) === true;
  const { of } = useLanguage();
  const startup = useWords(startupWords);
  const choices = (list: Part['plan']['tracks']) =>
    list.map(({ id, name }) => ({ id, text: of(name) }));
  return (
    <section>
      <h2>{startup.idea}</h2>
      <fieldset class="bare" disabled={!isOpen('title')}>
        <TextField
          label={startup.entryTitle}
          pointer="/title"
          hint={startup.entryTitleHint}
          value={draft.title}
          change={(title) => change({ title })}
        />
      </fieldset>
      <div class="columns">
        <fieldset class="bare" disabled={opened?.isWhole !== true}>
          <ChoiceField
            label={startup.track}
            pointer="/trackId"
            value={draft.trackId}
            options={choices(plan.tracks)}
            change={(trackId) => change({ trackId })}
          />
        </fieldset>
        <fieldset class="bare" disabled={!isOpen('fieldId')}>
          <ChoiceField
            label={startup.field}
            pointer="/fieldId"
            value={draft.fieldId}
            options={choices(plan.fields)}
            change={(fieldId) => change({ fieldId })}
          />
        </fieldset>
      </div>
      <fieldset class="bare" disabled={!isOpen('summary')}>
        <LongField
          label={startup.summary}
          pointer="/summary"
          hint={startup.summaryHint}
          rows={8}
          value={draft.summary}
          change={(summary) => change({ summary })}
        />
      </fieldset>
      <fieldset class="bare" disabled={!isOpen('publicSummary')}>
        <LongField
          label={startup.publicSummary}
          pointer="/publicSummary"
          hint={startup.publicSummaryHint}
          rows={3}
          value={draft.publicSummary}
          change={(publicSummary) => change({ publicSummary })}
        />
      </fieldset>
    </section>
  );
}
