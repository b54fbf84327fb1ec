import { useQueryClient } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { Refused } from '../desk/refused.tsx';
import { useWords } from '../language.tsx';
import { publicationWords } from '../words/publication-words.ts';
import type { PublicationFacts } from './use-publication.ts';

/** Why an order about a published version was refused; when another one was faster, the page shows what holds now. */
export function OrderRefused(props: { readonly error: unknown; readonly facts: PublicationFacts }) {
  const { error, facts } = props;
  const { editionId } = facts.desk;
  const words = useWords(publicationWords);
  const queries = useQueryClient();
  const isElsewhere = error instanceof ProblemError && error.code === 'precondition-failed';
  useEffect(() => {
    if (!isElsewhere) return;
    void queries.invalidateQueries({ queryKey: ['results', editionId] });
    void queries.invalidateQueries({ queryKey: ['result', editionId] });
  }, [isElsewhere, editionId, queries]);
  if (isElsewhere) {
    return (
      <p class="notice alarm" role="alert">
        {words.elsewhere}
      </p>
    );
  }
  return <Refused error={error} names={facts.names} />;
}
