import type * as z from 'zod';
import type { editionView } from '../../../lib/contract/edition-views.ts';
import { serverNow } from '../clock.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Countdown } from '../public/countdown.tsx';
import { Errors } from '../ui/field.tsx';
import { SaveNote } from '../ui/save-note.tsx';
import { accountWords } from '../words/account-words.ts';
import { startupWords } from '../words/startup-words.ts';
import { ApplicantPart } from './applicant-part.tsx';
import { ConsentsPart } from './consents-part.tsx';
import { DocumentsPart } from './documents-part.tsx';
import { isApplicantPartial } from './draft.ts';
import { IdeaPart } from './idea-part.tsx';
import { MembersPart } from './members-part.tsx';
import { MissingList } from './missing-list.tsx';
import { QuestionsPart } from './questions-part.tsx';

import { SubmitPart } from './submit-part.tsx';
import { TeamPart } from './team-part.tsx';
import { useAutosave } from './use-autosave.ts';
import type { KeptEntry } from './use-entry.ts';

/** The whole of an entry on one page, saved as it is written. */
export function EntryDesk(props: {
  readonly edition: z.output<typeof editionView>;
  readonly kept: KeptEntry;
}) {
  const { edition, kept } = props;
  const { plan } = edition;
  const { entry } = kept;
  const { words } = useLanguage();
  const account = useWords(accountWords);
  const startup = useWords(startupWords);
  const form = useAutosave(plan, kept);
  const { draft, change } = form;
  const closesAt = entry.late?.closesAt ?? entry.supplement?.closesAt ?? edition.closesAt;
  const isOpen = serverNow() < Date.parse(closesAt) && entry.state !== 'withdrawn';
  const part = { plan, draft, change };
  return (
    <article class="desk">
      <header>
        <p class="eyebrow">
          {entry.code} · <span class="state">{account.states[entry.state]}</span>
        </p>
        <h1>{entry.content.title}</h1>
        {isOpen ? <Countdown to={closesAt} label={words.closesIn} /> : <p>{startup.isClosed}</p>}
      </header>
      {entry.supplement === undefined ? null : (
        <div class="notice" role="status">
          <h2>{startup.supplement}</h2>
          <p>{entry.supplement.message}</p>
        </div>
      )}
      <SaveNote
        state={form.state}
        error={form.error}
        besides={isApplicantPartial(draft) ? startup.savedButApplicant : undefined}
        takeTheirs={() => void form.takeTheirs()}
      />
      <Errors.Provider value={form.error?.problem.errors ?? []}>
        <fieldset class="bare" disabled={!isOpen}>
          <IdeaPart {...part} />
          <ApplicantPart {...part} />
          <MembersPart {...part} />
          <QuestionsPart {...part} />
          <DocumentsPart plan={plan} entry={entry} draft={draft} change={change} />
          <ConsentsPart {...part} />
        </fieldset>
      </Errors.Provider>
      <MissingList plan={plan} missing={entry.missing} />
      <SubmitPart
        edition={edition}
        entry={entry}
        isOpen={isOpen}
        isSaved={form.state === 'saved'}
      />
      <TeamPart editionId={entry.editionId} entryId={entry.entryId} />
    </article>
  );
}
