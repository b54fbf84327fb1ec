import { useState } from 'preact/hooks';
import { publicationRoutes } from '../../../lib/contract/publication-routes.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { useWords } from '../language.tsx';
import { Errors, LongField } from '../ui/field.tsx';
import { publicationWords } from '../words/publication-words.ts';
import { decisionOf, emptyDecision, OfficialDecisionFields } from './official-decision-fields.tsx';
import { OrderRefused } from './order-refused.tsx';
import { errorsOf, useOrder } from './use-order.ts';
import type { PublicationFacts } from './use-publication.ts';

interface Props {
  readonly facts: PublicationFacts;
  readonly resultVersion: number;
}

type Decision = NonNullable<ReturnType<typeof decisionOf>>;

/** One organiser proposes to retract what is published, another one confirms. */
export function RetractPart(props: Props) {
  const words = useWords(publicationWords);
  const { retraction } = props.facts.state;
  if (retraction !== undefined) return <ConfirmPart {...props} />;
  return (
    <details>
      <summary>{words.retract}</summary>
      <ProposePart {...props} />
    </details>
  );
}

function ProposePart({ facts, resultVersion }: Props) {
  const { editionId } = facts.desk;
  const words = useWords(publicationWords);
  const [typed, set] = useState(emptyDecision);
  const [reason, setReason] = useState('');
  const propose = useOrder(
    editionId,
    async (body: { decision: Decision; reason: string }, idempotencyKey) =>
      await api.call(publicationRoutes.retractResult, {
        path: { editionId },
        body: { resultVersion, ...body },
        idempotencyKey,
      }),
  );
  const decision = decisionOf(typed);
  return (
    <Errors.Provider value={errorsOf(propose.error)}>
      <LongField
        label={words.reason}
        pointer="/reason"
        rows={2}
        value={reason}
        change={setReason}
      />
      <OfficialDecisionFields typed={typed} change={set} />
      <OrderRefused error={propose.error} facts={facts} />
      <Confirm
        label={words.retract}
        question={words.retractQuestion}
        isDisabled={decision === undefined || reason.trim() === ''}
        isPending={propose.isPending}
        act={() => decision !== undefined && propose.mutate({ decision, reason: reason.trim() })}
      />
    </Errors.Provider>
  );
}

function ConfirmPart({ facts, resultVersion }: Props) {
  const { editionId, personId } = facts.desk;
  const { retraction } = facts.state;
  const words = useWords(publicationWords);
  const confirm = useOrder(
    editionId,
    async (_: undefined, idempotencyKey) =>
      await api.call(publicationRoutes.confirmRetraction, {
        path: { editionId },
        body: { resultVersion },
        idempotencyKey,
      }),
  );
  if (retraction === undefined) return null;
  const { proposedBy, reason } = retraction;
  return (
    <section class="notice alarm">
      <p>{words.retractionWaits(facts.names.person(proposedBy), reason)}</p>
      <OrderRefused error={confirm.error} facts={facts} />
      {proposedBy === personId ? (
        <p>{words.retractionOwn}</p>
      ) : (
        <Confirm
          label={words.confirmRetraction}
          question={words.confirmQuestion}
          isPending={confirm.isPending}
          act={() => confirm.mutate(undefined)}
        />
      )}
    </section>
  );
}
