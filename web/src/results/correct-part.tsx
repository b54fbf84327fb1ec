import { useState } from 'preact/hooks';
import { publicationRoutes } from '../../../lib/contract/publication-routes.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { useWords } from '../language.tsx';
import { Errors, LongField } from '../ui/field.tsx';
import { publicationWords } from '../words/publication-words.ts';
import { decisionOf, emptyDecision, OfficialDecisionFields } from './official-decision-fields.tsx';
import { OrderRefused } from './order-refused.tsx';
import { PublicPreview } from './public-preview.tsx';
import { errorsOf, useOrder } from './use-order.ts';
import type { PublicationFacts } from './use-publication.ts';

type Decision = NonNullable<ReturnType<typeof decisionOf>>;

/** The next version of the result: with what is approved now, by a decision, for a reason that everybody reads. */
export function CorrectPart(props: {
  readonly facts: PublicationFacts;
  readonly resultVersion: number;
}) {
  const { facts, resultVersion } = props;
  const { state, desk } = facts;
  const { editionId } = desk;
  const words = useWords(publicationWords);
  const [typed, set] = useState(emptyDecision);
  const [reason, setReason] = useState('');
  const digest = state.approval?.digest;
  const correct = useOrder(
    editionId,
    async (body: { decision: Decision; reason: string; digest: string }, idempotencyKey) =>
      await api.call(publicationRoutes.correctResult, {
        path: { editionId },
        body: { resultVersion, ...body },
        idempotencyKey,
      }),
  );
  const decision = decisionOf(typed);
  if (digest === undefined) return <p class="notice">{words.notApproved}</p>;
  if (state.approval?.approvedBy === desk.personId) {
    return <p class="notice">{words.secondPerson}</p>;
  }
  return (
    <Errors.Provider value={errorsOf(correct.error)}>
      <p class="soft">{words.correctHelp}</p>
      <PublicPreview facts={facts} />
      <LongField
        label={words.reason}
        pointer="/reason"
        rows={2}
        value={reason}
        change={setReason}
      />
      <OfficialDecisionFields typed={typed} change={set} />
      <OrderRefused error={correct.error} facts={facts} />
      <Confirm
        label={words.correct}
        question={words.correctQuestion}
        isDisabled={decision === undefined || reason.trim() === ''}
        isPending={correct.isPending}
        act={() =>
          decision !== undefined && correct.mutate({ decision, reason: reason.trim(), digest })
        }
      />
    </Errors.Provider>
  );
}
