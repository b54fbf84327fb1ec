import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { judgeWords } from '../words/judge-words.ts';
import { OwnDetailsForm } from './own-details-form.tsx';

interface Path {
  readonly editionId: string;
}

/** What a judge states of themselves: how to be reached, what they know, how much they can read. */
export function OwnDetailsPage({ params }: { readonly params: Path }) {
  return (
    <SignedIn>
      <OwnDetails editionId={params.editionId} />
    </SignedIn>
  );
}

function OwnDetails({ editionId }: Path) {
  const { of, format } = useLanguage();
  const account = useWords(accountWords);
  const judge = useWords(judgeWords);
  useTitle(judge.ownDetails);
  // What was changed elsewhere comes into the form only when asked for.
  const [loaded, loadAgain] = useState(0);
  const edition = useEdition(editionId);
  const own = useQuery({
    queryKey: ['own-details', editionId],
    queryFn: async () => {
      const { body, etag = '' } = await api.call(editionRoutes.getOwnDetails, {
        path: { editionId },
      });
      return { record: body, etag };
    },
    refetchOnWindowFocus: false,
  });
  const error = edition.error ?? own.error;
  // What was read once stays: a form that is being written does not go away with the network.
  if (edition.data === undefined || own.data === undefined) {
    if (error === null) return <Waiting />;
    return (
      <Failure
        heading={judge.ownDetails}
        error={error}
        retry={() => void Promise.all([edition.refetch(), own.refetch()])}
      />
    );
  }
  const { plan } = edition.data;
  const { record, etag } = own.data;
  return (
    <article class="narrow">
      <p>
        <Link href={`/editions/${editionId}/judge`}>← {account.judgeDesk}</Link>
      </p>
      <p class="eyebrow">{of(plan.name)}</p>
      <h1>{judge.ownDetails}</h1>
      <p>
        {record.name} <span class="soft">{record.email}</span>
      </p>
      {record.confidentiality === undefined ? null : (
        <p class="soft">
          {judge.signedOn(format.moment(record.confidentiality.at, plan.timeZone))}
        </p>
      )}
      <p>{judge.ownDetailsHelp}</p>
      <OwnDetailsForm
        key={loaded}
        plan={plan}
        record={record}
        etag={etag}
        reload={() => void own.refetch().then(() => loadAgain(loaded + 1))}
        stored={async () => (await own.refetch({ throwOnError: true })).data?.etag}
      />
    </article>
  );
}
