import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { registrationRoutes } from '../../../lib/contract/registration-routes.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { Failure } from '../ui/failure.tsx';
import { ChoiceField, Errors, TextField } from '../ui/field.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { startupWords } from '../words/startup-words.ts';

interface Path {
  readonly editionId: string;
}

/** The two things an entry begins with. */
export function NewEntryPage({ params }: { readonly params: Path }) {
  return (
    <SignedIn>
      <NewEntry editionId={params.editionId} />
    </SignedIn>
  );
}

function NewEntry({ editionId }: Path) {
  const { words, of } = useLanguage();
  const startup = useWords(startupWords);
  useTitle(words.enter);
  const [, go] = useLocation();
  const { data: edition, error, refetch } = useEdition(editionId);
  const [title, setTitle] = useState('');
  const [trackId, setTrack] = useState('');
  // One key for as long as the same entry is tried: pressed twice, it is begun once.
  const [key, renewKey] = useState(() => crypto.randomUUID());
  const begin = useMutation({
    mutationFn: async () =>
      (
        await api.call(registrationRoutes.createEntry, {
          path: { editionId },
          body: { title, trackId, members: [], consents: [] },
          idempotencyKey: key,
        })
      ).body,
    onSuccess: ({ entryId }) => go(`/editions/${editionId}/entries/${entryId}`, { replace: true }),
    onError: (failure) => {
      if (failure instanceof ProblemError) renewKey(crypto.randomUUID());
    },
  });
  if (edition === undefined) {
    return error === null ? (
      <Waiting />
    ) : (
      <Failure heading={words.enter} error={error} retry={() => void refetch()} />
    );
  }
  const refused = begin.error instanceof ProblemError ? begin.error : undefined;
  return (
    <form
      class="narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <h1>{words.enter}</h1>
      <p class="soft">{of(edition.plan.name)}</p>
      <Errors.Provider value={refused?.problem.errors ?? []}>
        <TextField
          label={startup.entryTitle}
          pointer="/title"
          hint={startup.entryTitleHint}
          value={title}
          change={setTitle}
        />
        <ChoiceField
          label={startup.track}
          pointer="/trackId"
          value={trackId}
          options={edition.plan.tracks.map(({ id, name }) => ({ id, text: of(name) }))}
          change={setTrack}
        />
      </Errors.Provider>
      {begin.error === null ? null : <Failure error={begin.error} />}
      <p class="actions">
        <button type="submit" disabled={begin.isPending}>
          {startup.begin}
        </button>
      </p>
    </form>
  );
}
