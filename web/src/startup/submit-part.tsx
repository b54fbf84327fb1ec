import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import type { editionView } from '../../../lib/contract/edition-views.ts';
import type { entryView } from '../../../lib/contract/entry-views.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { submissionRoutes } from '../../../lib/contract/submission-routes.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { startupWords } from '../words/startup-words.ts';
import type { Opened } from './opening.ts';
import { ReceiptCard } from './receipt-card.tsx';

/** Handing in: as often as one likes until the close; the last one stands. */
export function SubmitPart(props: {
  readonly edition: z.output<typeof editionView>;
  readonly entry: z.output<typeof entryView>;
  readonly opened: Opened | undefined;
  readonly isSaved: boolean;
}) {
  const { edition, entry, opened, isSaved } = props;
  const startup = useWords(startupWords);
  const queries = useQueryClient();
  const path = { editionId: entry.editionId, entryId: entry.entryId };
  // Kept until the server has answered: a lost answer is asked for again, the entry is not handed in twice.
  const [key, renewKey] = useState(() => crypto.randomUUID());
  const submit = useMutation({
    mutationFn: async () =>
      (
        await api.call(submissionRoutes.submitEntry, {
          path,
          body: { acceptedPlanVersion: edition.planVersion },
          idempotencyKey: key,
        })
      ).body,
    onSuccess: async () => {
      renewKey(crypto.randomUUID());
      await queries.invalidateQueries({ queryKey: ['entry', entry.entryId] });
      await queries.invalidateQueries({ queryKey: ['receipt-of', entry.entryId] });
    },
    onError: (error) => {
      if (error instanceof ProblemError) renewKey(crypto.randomUUID());
      void queries.invalidateQueries({ queryKey: ['edition', entry.editionId] });
    },
  });
  const isReady = isSaved && opened?.missing.length === 0;
  return (
    <section>
      <h2>{startup.submit}</h2>
      {entry.submission > 0 ? <ReceiptCard {...path} timeZone={edition.plan.timeZone} /> : null}
      {opened === undefined ? null : (
        <>
          <p>{startup.submitHelp}</p>
          <p class="actions">
            <button
              type="button"
              disabled={!isReady || submit.isPending}
              onClick={() => submit.mutate()}
            >
              {entry.submission > 0 ? startup.submitAgain : startup.submit}
            </button>
          </p>
        </>
      )}
      {submit.error === null ? null : <Failure error={submit.error} />}
    </section>
  );
}
