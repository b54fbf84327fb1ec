import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { outboxRoutes } from '../../../lib/contract/outbox-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { mailWords } from '../words/desk-mail-words.ts';
import { deskWords } from '../words/desk-words.ts';
import { Desk, type DeskFacts } from './desk.tsx';
import { type KeptMail, MailEditor } from './mail-editor.tsx';
import { Refused } from './refused.tsx';
import { ReleaseMails } from './release-mails.tsx';
import { useAct } from './use-act.ts';
import { namesOf } from './use-names.ts';

interface Path {
  readonly editionId: string;
  readonly mailId: string;
}

/** One mail: read, changed while it is held, let go, sent again. */
export function MailPage({ params }: { readonly params: Path }) {
  const desk = useWords(deskWords);
  return (
    <Desk editionId={params.editionId} title={desk.mails}>
      {(facts) => <Mail facts={facts} mailId={params.mailId} />}
    </Desk>
  );
}

function Mail({ facts, mailId }: { readonly facts: DeskFacts; readonly mailId: string }) {
  const words = useWords(mailWords);
  const { editionId } = facts;
  const mail = useQuery({
    queryKey: ['mails', editionId, 'one', mailId],
    queryFn: async (): Promise<KeptMail> => {
      const { body, etag = '' } = await api.call(outboxRoutes.getMail, {
        path: { editionId, mailId },
      });
      return { mail: body, etag };
    },
    refetchOnWindowFocus: false,
  });
  const back = (
    <p>
      <Link href={`/editions/${editionId}/desk/mails`}>← {words.back}</Link>
    </p>
  );
  const error = whatHinders([mail]);
  if (error !== null) {
    return (
      <>
        {back}
        <Failure error={error} retry={() => void mail.refetch()} />
      </>
    );
  }
  if (mail.data === undefined) return <Waiting />;
  const isHeld = mail.data.mail.state === 'held';
  return (
    <div class="narrow">
      {back}
      <MailHead facts={facts} kept={mail.data} />
      {isHeld ? (
        <MailEditor
          editionId={editionId}
          kept={mail.data}
          reload={async () => (await mail.refetch()).data}
        >
          <ReleaseMails editionId={editionId} mailIds={[mailId]} done={() => undefined} />
        </MailEditor>
      ) : (
        <>
          <h2>{mail.data.mail.subject}</h2>
          <p class="written">{mail.data.mail.text}</p>
          <Resend editionId={editionId} kept={mail.data} />
        </>
      )}
    </div>
  );
}

function MailHead({ facts, kept }: { readonly facts: DeskFacts; readonly kept: KeptMail }) {
  const { format } = useLanguage();
  const words = useWords(mailWords);
  const { kind, to, state, createdAt, sentAt, failure, cancelled, repeats, entryId } = kept.mail;
  const moment = (at: string) => format.moment(at, facts.edition.plan.timeZone);
  const notes = [
    words.created(moment(createdAt)),
    sentAt === undefined ? [] : words.sentAt(moment(sentAt)),
    cancelled === undefined ? [] : words.cancelledFor(cancelled.reason),
    repeats === undefined ? [] : words.repeats,
  ].flat();
  return (
    <>
      <p>
        {words.kinds[kind] ?? kind} · <span class="state">{words.states[state]}</span>
      </p>
      <p>
        {words.to}: <strong>{to}</strong>
      </p>
      <p class="soft">{notes.join(' · ')}</p>
      {failure === undefined ? null : <p class="wrong-text">{words.failures[failure]}</p>}
      {entryId === undefined ? null : (
        <p>
          <Link href={`/editions/${facts.editionId}/desk/entries/${entryId}`}>{words.entry}</Link>
        </p>
      )}
    </>
  );
}

const repeatable: readonly string[] = ['invitation', 'team-invitation', 'receipt'];

function Resend(props: { readonly editionId: string; readonly kept: KeptMail }) {
  const { editionId, kept } = props;
  const words = useWords(mailWords);
  const queries = useQueryClient();
  const { state, kind, mailId } = kept.mail;
  const resend = useAct(
    async (_: 'resend', idempotencyKey) =>
      await api.call(outboxRoutes.resendMail, { path: { editionId, mailId }, idempotencyKey }),
    async () => await queries.invalidateQueries({ queryKey: ['mails', editionId] }),
  );
  const mayResend = state === 'failed' || (state === 'sent' && repeatable.includes(kind));
  if (!mayResend) return null;
  return (
    <>
      <Refused error={resend.error} names={namesOf()} />
      {resend.isSuccess ? (
        <p class="notice good" role="status">
          {words.resent}
        </p>
      ) : (
        <button
          type="button"
          class="quiet"
          disabled={resend.isPending}
          onClick={() => resend.mutate('resend')}
        >
          {words.resend}
        </button>
      )}
    </>
  );
}
