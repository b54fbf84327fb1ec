import { useState } from 'preact/hooks';
import { isLocalDateTime } from '../../../lib/contest/local-date.ts';
import { toInstant } from '../../../lib/contest/local-time.ts';
import { publicationRoutes } from '../../../lib/contract/publication-routes.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { Refused } from '../desk/refused.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { Countdown } from '../public/countdown.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Errors } from '../ui/field.tsx';
import { publicationWords } from '../words/publication-words.ts';
import { uiWords } from '../words/ui-words.ts';
import { decisionOf, emptyDecision, OfficialDecisionFields } from './official-decision-fields.tsx';
import { PublicPreview } from './public-preview.tsx';
import { errorsOf, useOrder } from './use-order.ts';
import type { PublicationFacts } from './use-publication.ts';

type Decision = NonNullable<ReturnType<typeof decisionOf>>;

/** The decision, what everybody will see of it, and the publication: now or at an instant, by another than the approver. */
export function PublishStep({ facts }: { readonly facts: PublicationFacts }) {
  const { state, desk } = facts;
  const words = useWords(publicationWords);
  if (state.step === 'planned') return <PlannedStep facts={facts} />;
  const before = state.planned?.state;
  return (
    <>
      {before === 'cancelled' || before === 'stopped' ? (
        <p class="notice alarm">{words.plans[before]}</p>
      ) : null}
      <PublicPreview facts={facts} />
      {state.approval?.approvedBy === desk.personId ? (
        <p class="notice">{words.secondPerson}</p>
      ) : (
        <PublishForm facts={facts} digest={state.approval?.digest ?? ''} />
      )}
    </>
  );
}

function PublishForm(props: { readonly facts: PublicationFacts; readonly digest: string }) {
  const { facts, digest } = props;
  const { editionId, edition } = facts.desk;
  const { format } = useLanguage();
  const words = useWords(publicationWords);
  const ui = useWords(uiWords);
  const [typed, set] = useState({ ...emptyDecision, title: words.decisionDefault });
  const [at, setAt] = useState('');
  const publish = useOrder(
    editionId,
    async (order: { readonly decision: Decision; readonly at: string }, idempotencyKey) => {
      const publishAt =
        order.at === '' ? {} : { publishAt: toInstant(order.at, edition.plan.timeZone) };
      await api.call(publicationRoutes.publishResult, {
        path: { editionId },
        body: { digest, decision: order.decision, ...publishAt },
        idempotencyKey,
      });
    },
  );
  const decision = decisionOf(typed);
  const canPublish = decision !== undefined && (at === '' || isLocalDateTime(at));
  return (
    <Errors.Provider value={errorsOf(publish.error)}>
      <OfficialDecisionFields typed={typed} change={set} />
      <DateField
        label={words.when}
        pointer="/publishAt"
        hint={`${ui.momentForm}. ${words.whenHelp} (${edition.plan.timeZone})`}
        hasTime
        value={at}
        change={setAt}
      />
      <Refused error={publish.error} names={facts.names} timeZone={edition.plan.timeZone} />
      <Confirm
        label={at === '' ? words.publishNow : words.publishLater}
        question={at === '' ? words.publishQuestion : words.planQuestion(format.wallTime(at))}
        isDisabled={!canPublish}
        isReady={canPublish}
        isPending={publish.isPending}
        act={() => decision !== undefined && publish.mutate({ decision, at })}
      />
    </Errors.Provider>
  );
}

function PlannedStep({ facts }: { readonly facts: PublicationFacts }) {
  const { editionId, edition } = facts.desk;
  const { planned } = facts.state;
  const { format } = useLanguage();
  const words = useWords(publicationWords);
  const cancel = useOrder(
    editionId,
    async (_: undefined, idempotencyKey) =>
      await api.call(publicationRoutes.cancelPublication, { path: { editionId }, idempotencyKey }),
  );
  if (planned === undefined) return null;
  return (
    <>
      <p>{words.planned(format.moment(planned.publishAt, edition.plan.timeZone))}</p>
      <Countdown to={planned.publishAt} label={words.plannedLeft} />
      <PublicPreview facts={facts} />
      <Refused error={cancel.error} names={facts.names} timeZone={edition.plan.timeZone} />
      <Confirm
        label={words.cancel}
        question={words.cancelQuestion}
        isPending={cancel.isPending}
        act={() => cancel.mutate(undefined)}
      />
    </>
  );
}
