import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { registrationRoutes } from '../../../lib/contract/registration-routes.ts';
import { screeningRoutes } from '../../../lib/contract/screening-routes.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { dossierWords } from '../words/desk-dossier-words.ts';
import { deskWords } from '../words/desk-words.ts';
import { Desk, type DeskFacts } from './desk.tsx';
import { EntryContent } from './entry-content.tsx';
import { EntryFiles } from './entry-files.tsx';
import { EntryHistory } from './entry-history.tsx';
import { LatePart } from './late-part.tsx';
import { ScreeningPart } from './screening-part.tsx';
import { SupplementPart } from './supplement-part.tsx';
import { namesOf, usePeople } from './use-names.ts';

interface Path {
  readonly editionId: string;
  readonly entryId: string;
}

/** One entry, as whoever screens it needs it. */
export function EntryDetailPage({ params }: { readonly params: Path }) {
  const desk = useWords(deskWords);
  return (
    <Desk editionId={params.editionId} title={desk.entries}>
      {(facts) => <EntryDetail facts={facts} entryId={params.entryId} />}
    </Desk>
  );
}

function EntryDetail({ facts, entryId }: { readonly facts: DeskFacts; readonly entryId: string }) {
  const account = useWords(accountWords);
  const words = useWords(dossierWords);
  const { editionId } = facts;
  const path = { editionId, entryId };
  const entry = useQuery({
    queryKey: ['desk-entry', entryId],
    queryFn: async () => (await api.call(registrationRoutes.getEntry, { path })).body,
  });
  const record = useQuery({
    queryKey: ['screening', entryId],
    queryFn: async () => (await api.call(screeningRoutes.getScreening, { path })).body,
  });
  const people = usePeople(editionId);
  useTitle(entry.data?.content.title);
  const back = (
    <p>
      <Link href={`/editions/${editionId}/desk/entries`}>← {words.back}</Link>
    </p>
  );
  const error = whatHinders([entry, record, people]);
  const retry = () => void Promise.all([entry.refetch(), record.refetch(), people.refetch()]);
  if (error !== null) {
    return (
      <>
        {back}
        <Failure error={error} retry={retry} />
      </>
    );
  }
  if (!(entry.data && record.data && people.data)) return <Waiting />;
  const names = namesOf(people.data, [
    { entryId, code: entry.data.code, title: entry.data.content.title },
  ]);
  const part = { facts, entry: entry.data, record: record.data, names };
  return (
    <>
      {back}
      <h2>{entry.data.content.title}</h2>
      <p>
        {entry.data.code} · <span class="state">{account.states[entry.data.state]}</span>
      </p>
      <div class="beside">
        <div>
          <EntryContent {...part} />
          <EntryFiles {...part} />
        </div>
        <div>
          <ScreeningPart key={record.data.version} {...part} />
          <SupplementPart {...part} />
          <LatePart {...part} />
          <EntryHistory {...part} />
        </div>
      </div>
    </>
  );
}
