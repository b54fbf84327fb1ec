import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { Desk, type DeskFacts } from '../desk/desk.tsx';
import { Refused } from '../desk/refused.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Waiting } from '../ui/waiting.tsx';
import { publicationWords } from '../words/publication-words.ts';
import { CertificatesPart } from './certificates-part.tsx';
import { CommentLinks } from './comment-links.tsx';
import { MinutesStep } from './minutes-step.tsx';
import { PublishStep } from './publish-step.tsx';
import { PublishedStep } from './published-step.tsx';
import { useNames, useOutcome } from './use-outcome.ts';
import { type PublicationFacts, usePublication } from './use-publication.ts';
import './results.css';

/** From the approved outcome to the published result, step by step. */
export function PublicationPage({ params }: { readonly params: { readonly editionId: string } }) {
  const words = useWords(publicationWords);
  return (
    <Desk editionId={params.editionId} title={words.title}>
      {(desk) =>
        desk.isOrganiser ? (
          <Steps desk={desk} />
        ) : (
          <p class="notice alarm">{words.onlyOrganisers}</p>
        )
      }
    </Desk>
  );
}

const order = ['open', 'closed', 'approved', 'minutes-signed', 'planned', 'published', 'retracted'];

function Steps({ desk }: { readonly desk: DeskFacts }) {
  const { editionId } = desk;
  const words = useWords(publicationWords);
  const names = useNames(editionId);
  const publication = usePublication(editionId);
  const { data: state, refetch } = publication;
  const error = whatHinders([publication]);
  const at = order.indexOf(state?.step ?? 'open');
  const roundId = state?.roundId ?? '';
  const isClosed = at >= order.indexOf('closed');
  const preview = useOutcome({ editionId, roundId }, isClosed);
  if (error !== null) return <Refused error={error} names={names} retry={() => void refetch()} />;
  if (state === undefined) return <Waiting />;
  const facts = { desk, state, preview: preview.data, names };
  const isApproved = state.approval !== undefined;
  const hasMinutes = state.minutes !== undefined;
  const isPublished = state.resultVersion !== undefined;
  return (
    <>
      <ol class="steps">
        <Step name={words.steps.approval} isDone={isApproved} isNow={!isApproved}>
          <ApprovalStep facts={facts} />
        </Step>
        <Step name={words.steps.minutes} isDone={hasMinutes} isNow={isApproved && !hasMinutes}>
          <MinutesStep facts={facts} />
        </Step>
        <Step name={words.steps.decision} isDone={isPublished} isNow={hasMinutes && !isPublished}>
          {hasMinutes && !isPublished ? <PublishStep facts={facts} /> : null}
        </Step>
        <Step name={words.steps.published} isDone={isPublished} isNow={false}>
          {isPublished ? <PublishedStep facts={facts} /> : null}
        </Step>
      </ol>
      {isPublished ? <CertificatesPart facts={facts} /> : null}
      <CommentLinks desk={desk} />
    </>
  );
}

function Step(props: {
  readonly name: string;
  readonly isDone: boolean;
  readonly isNow: boolean;
  readonly children: ComponentChildren;
}) {
  const { name, isDone, isNow, children } = props;
  return (
    <li class={isDone ? 'done' : isNow ? 'now' : ''} aria-current={isNow ? 'step' : undefined}>
      <h2>
        {isDone ? '✓ ' : ''}
        {name}
      </h2>
      {children}
    </li>
  );
}

function ApprovalStep({ facts }: { readonly facts: PublicationFacts }) {
  const { desk, state, names } = facts;
  const { format } = useLanguage();
  const words = useWords(publicationWords);
  const { approval, roundId } = state;
  return (
    <>
      {approval === undefined ? (
        <p>{words.notApproved}</p>
      ) : (
        <p>
          {words.approvedBy(
            names.person(approval.approvedBy),
            format.moment(approval.approvedAt, desk.edition.plan.timeZone),
          )}{' '}
          {words.digest}: <code class="digest">{approval.digest}</code>
        </p>
      )}
      <Link href={`/editions/${desk.editionId}/desk/rounds/${roundId}/result`}>
        {words.toResult}
      </Link>
    </>
  );
}
