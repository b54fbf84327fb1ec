import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { NotFoundPage } from '../public/not-found-page.tsx';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { EntryDesk } from './entry-desk.tsx';
import { type EntryPath, useEntry } from './use-entry.ts';

/** An entry: written, completed with files, handed in, looked after. */
export function EntryPage({ params }: { readonly params: EntryPath }) {
  return (
    <SignedIn>
      <Loaded {...params} />
    </SignedIn>
  );
}

function Loaded({ editionId, entryId }: EntryPath) {
  const account = useWords(accountWords);
  const edition = useEdition(editionId);
  const entry = useEntry({ editionId, entryId });
  useTitle(entry.data?.entry.content.title ?? account.myEntries);
  const error = entry.error ?? edition.error;
  if (entry.data !== undefined && edition.data !== undefined) {
    return <EntryDesk edition={edition.data} kept={entry.data} />;
  }
  if (error instanceof ProblemError && error.code === 'not-found') return <NotFoundPage />;
  if (error === null) return <Waiting />;
  return (
    <Failure
      heading={account.myEntries}
      error={error}
      retry={() => void Promise.all([entry.refetch(), edition.refetch()])}
    />
  );
}
