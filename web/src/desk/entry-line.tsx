import { Link } from 'wouter-preact';
import { useLanguage, useWords } from '../language.tsx';
import { accountWords } from '../words/account-words.ts';
import { deskEntryWords } from '../words/desk-entry-words.ts';
import type { DeskFacts } from './desk.tsx';
import type { EntrySummary } from './use-names.ts';

/** One entry in the list. */
export function EntryLine(props: {
  readonly entry: EntrySummary;
  readonly facts: DeskFacts;
  readonly isPicked: boolean;
  readonly toggle: () => void;
}) {
  const { entry, facts, isPicked, toggle } = props;
  const { of, words: all } = useLanguage();
  const account = useWords(accountWords);
  const words = useWords(deskEntryWords);
  const { plan } = facts.edition;
  const nameIn = (list: typeof plan.tracks, wanted: string | undefined) =>
    of(list.find(({ id }) => id === wanted)?.name ?? { vi: '', en: '' });
  const kind = entry.applicantKind === undefined ? '' : ` (${all.kinds[entry.applicantKind]})`;
  return (
    <li>
      <div class="picked">
        {entry.submission === 0 || entry.state === 'withdrawn' ? null : (
          <input
            type="checkbox"
            checked={isPicked}
            aria-label={words.pick(entry.title)}
            onChange={toggle}
          />
        )}
        <div>
          <Link href={`/editions/${facts.editionId}/desk/entries/${entry.entryId}`}>
            {entry.title}
          </Link>
          <p class="soft">
            {entry.code}
            {entry.applicantName === undefined ? '' : ` · ${entry.applicantName}${kind}`}
          </p>
        </div>
      </div>
      <p class="soft">
        {nameIn(plan.tracks, entry.trackId)}
        {entry.fieldId === undefined ? '' : ` · ${nameIn(plan.fields, entry.fieldId)}`}
      </p>
      <div>
        <span class="state">{account.states[entry.state]}</span>
        <EntryNotes entry={entry} timeZone={plan.timeZone} />
      </div>
    </li>
  );
}

function EntryNotes(props: { readonly entry: EntrySummary; readonly timeZone: string }) {
  const { entry, timeZone } = props;
  const { format } = useLanguage();
  const words = useWords(deskEntryWords);
  const { submittedAt, supplement, late } = entry;
  const notes = [
    submittedAt === undefined
      ? words.draftSince(format.moment(entry.createdAt, timeZone))
      : words.handedIn(format.count(entry.submission), format.moment(submittedAt, timeZone)),
    entry.missing > 0 ? words.lacks(format.count(entry.missing)) : [],
    entry.opinions > 0 ? words.opinions(format.count(entry.opinions)) : [],
    supplement === undefined
      ? []
      : supplement.answered
        ? words.supplementAnswered
        : words.supplementUntil(format.moment(supplement.closesAt, timeZone)),
    late === undefined ? [] : words.lateUntil(format.moment(late.closesAt, timeZone)),
  ].flat();
  return <p class="soft">{notes.join(' · ')}</p>;
}
