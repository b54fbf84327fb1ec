import { Link } from 'wouter-preact';
import { resultRoutes } from '../../../lib/contract/result-routes.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { Blockers, Refused } from '../desk/refused.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { resultsWords } from '../words/results-words.ts';
import { useOrder } from './use-order.ts';
import type { ResultFacts } from './use-outcome.ts';

/** What stands in the way, the digest, and the approval of exactly what is shown. */
export function ApprovePart({ facts }: { readonly facts: ResultFacts }) {
  const { path, preview, names, desk } = facts;
  const { format } = useLanguage();
  const words = useWords(resultsWords);
  const approve = useOrder(
    path.editionId,
    async (digest: string, idempotencyKey) =>
      (
        await api.call(resultRoutes.approveRanking, {
          path: { ...path },
          body: { digest },
          idempotencyKey,
        })
      ).body,
  );
  const isClosed = preview.state === 'closed';
  const isLast = desk.edition.plan.rounds.at(-1)?.id === preview.roundId;
  return (
    <section class="panel">
      <h2>{words.state[preview.state]}</h2>
      <p>
        {words.digest}: <code class="digest">{preview.digest}</code>
      </p>
      <p class="soft">{words.digestHelp}</p>
      {isClosed && preview.blockers.length > 0 ? (
        <>
          <h3>{words.blockers}</h3>
          <Blockers blockers={preview.blockers} names={names} />
        </>
      ) : null}
      {isClosed && preview.blockers.length === 0 ? <p>{words.noBlockers}</p> : null}
      <div role="status">
        {approve.data === undefined ? null : (
          <p>{words.approved(format.count(approve.data.advanced.length))}</p>
        )}
      </div>
      <Refused error={approve.error} names={names} />
      {isLast ? <p>{words.secondPerson}</p> : null}
      {isClosed ? (
        <Confirm
          label={words.approve}
          question={words.approveQuestion}
          isDisabled={preview.blockers.length > 0}
          isPending={approve.isPending}
          act={() => approve.mutate(preview.digest)}
        />
      ) : isLast ? (
        <Link href={`/editions/${path.editionId}/desk/publication`} class="button">
          {words.toPublication}
        </Link>
      ) : null}
    </section>
  );
}
