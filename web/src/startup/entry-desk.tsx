import type { ComponentChildren } from 'preact';
import type * as z from 'zod';
import type { editionView } from '../../../lib/contract/edition-views.ts';
import { useAccount } from '../account/use-account.ts';
import { serverNow } from '../clock.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Countdown } from '../public/countdown.tsx';
import { useResult } from '../public/edition-query.ts';
import { Errors } from '../ui/field.tsx';
import { SaveNote } from '../ui/save-note.tsx';
import { accountWords } from '../words/account-words.ts';
import { afterWords } from '../words/after-words.ts';
import { startupWords } from '../words/startup-words.ts';
import './entry.css';
import { ApplicantPart } from './applicant-part.tsx';
import { AwardsPart } from './awards-part.tsx';
import { ConsentsLedger } from './consents-ledger.tsx';
import { ConsentsPart } from './consents-part.tsx';
import { DocumentsPart } from './documents-part.tsx';
import { isApplicantPartial, isGuardianPartial } from './draft.ts';
import { FeedbackPart } from './feedback-part.tsx';
import { IdeaPart } from './idea-part.tsx';
import { MembersPart } from './members-part.tsx';
import { MentorsPart } from './mentors-part.tsx';
import { MissingList } from './missing-list.tsx';
import { openedNow } from './opening.ts';
import { QuestionsPart } from './questions-part.tsx';
import { StandingPart } from './standing-part.tsx';
import { SubmitPart } from './submit-part.tsx';
import { TeamPart } from './team-part.tsx';
import { useAutosave } from './use-autosave.ts';
import type { KeptEntry } from './use-entry.ts';
import { WithdrawPart } from './withdraw-part.tsx';

/** The whole of an entry on one page, saved as it is written. */
export function EntryDesk(props: {
  readonly edition: z.output<typeof editionView>;
  readonly kept: KeptEntry;
}) {
  const { edition, kept } = props;
  const { plan } = edition;
  const { entry } = kept;
  const { editionId, entryId } = entry;
  const { words } = useLanguage();
  const account = useWords(accountWords);
  const startup = useWords(startupWords);
  const after = useWords(afterWords);
  const opened = openedNow(edition, entry, serverNow());
  const form = useAutosave(plan, kept, (field) => opened?.isOpen(field) === true);
  const { draft, change } = form;
  const isOpen = opened !== undefined;
  const isSaved = form.state === 'saved';
  const me = useAccount();
  const isLead = me.data?.entries.some((one) => one.entryId === entryId && one.role === 'lead');
  const result = useResult(editionId, edition.phase === 'judging');
  const part = { plan, draft, change };
  const unsavedPart = isApplicantPartial(draft)
    ? startup.savedButApplicant
    : isGuardianPartial(draft)
      ? after.guardianPartial
      : undefined;
  return (
    <article class="desk">
      <header>
        <p class="eyebrow">
          {entry.code} · <span class="state">{account.states[entry.state]}</span>
        </p>
        <h1>{entry.content.title}</h1>
        {opened === undefined ? (
          <p>{startup.isClosed}</p>
        ) : (
          <Countdown to={opened.closesAt} label={words.closesIn} />
        )}
      </header>
      {result.data === undefined ? null : (
        <>
          <AwardsPart entry={entry} result={result.data} />
          <FeedbackPart editionId={editionId} entryId={entryId} />
        </>
      )}
      <StandingPart edition={edition} entry={entry} />
      {isOpen ? (
        <SaveNote
          state={form.state}
          error={form.error}
          besides={unsavedPart}
          takeTheirs={() => void form.takeTheirs()}
        />
      ) : null}
      <Errors.Provider value={form.error?.problem.errors ?? []}>
        <IdeaPart {...part} opened={opened} />
        <Fields isOpen={opened?.isOpen('applicant') === true}>
          <ApplicantPart {...part} />
        </Fields>
        <Fields isOpen={opened?.isOpen('members') === true}>
          <MembersPart {...part} />
        </Fields>
        <Fields isOpen={opened?.isOpen('mentors') === true}>
          <MentorsPart {...part} />
        </Fields>
        <Fields isOpen={opened?.isOpen('answers') === true}>
          <QuestionsPart {...part} />
        </Fields>
        <DocumentsPart {...part} entry={entry} opened={opened} />
        {isOpen ? (
          <Fields isOpen={opened.isOpen('consents')}>
            <ConsentsPart {...part} />
          </Fields>
        ) : null}
      </Errors.Provider>
      {isOpen ? <MissingList plan={plan} missing={opened.missing} /> : null}
      <SubmitPart edition={edition} entry={entry} opened={opened} isSaved={isSaved} />
      <TeamPart editionId={editionId} entryId={entryId} />
      <ConsentsLedger
        edition={edition}
        entry={entry}
        isLead={isLead === true}
        isSaved={isSaved}
        changed={form.takeTheirs}
      />
      {opened?.isWhole === true && isLead === true ? (
        <WithdrawPart editionId={editionId} entryId={entryId} />
      ) : null}
    </article>
  );
}

/** A part of the form; closed, it can be read. */
function Fields(props: { readonly isOpen: boolean; readonly children: ComponentChildren }) {
  return (
    <fieldset class="bare" disabled={!props.isOpen}>
      {props.children}
    </fieldset>
  );
}
