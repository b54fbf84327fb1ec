import { useQuery, useQueryClient } from '@tanstack/preact-query';
import type * as z from 'zod';
import type { invitationView } from '../../../lib/contract/edition-views.ts';
import { outboxRoutes } from '../../../lib/contract/outbox-routes.ts';
import { peopleRoutes } from '../../../lib/contract/people-routes.ts';
import { api } from '../api.ts';
import { serverNow } from '../clock.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { peopleWords } from '../words/desk-people-words.ts';
import { Confirm } from './confirm.tsx';
import type { DeskFacts } from './desk.tsx';
import { everyPage } from './every-page.ts';
import { Refused } from './refused.tsx';
import { useAct } from './use-act.ts';
import { namesOf } from './use-names.ts';

/** Every role that was offered, and what became of it. */
export function InvitationsPart({ facts }: { readonly facts: DeskFacts }) {
  const words = useWords(peopleWords);
  const invitations = useInvitations(facts.editionId);
  if (invitations.error !== null) {
    return <Failure error={invitations.error} retry={() => void invitations.refetch()} />;
  }
  if (invitations.data === undefined) return <Waiting />;
  return (
    <section>
      <h2>{words.invitations}</h2>
      {invitations.data.length === 0 ? <p>{words.noInvitations}</p> : null}
      <ul class="lines of-two">
        {invitations.data.toReversed().map((one) => (
          <InvitationLine key={one.invitationId} invitation={one} facts={facts} />
        ))}
      </ul>
    </section>
  );
}

/** Who was offered a role, the oldest first. */
export function useInvitations(editionId: string) {
  return useQuery({
    queryKey: ['invitations', editionId],
    queryFn: async () =>
      await everyPage(
        async (query) =>
          (await api.call(peopleRoutes.listInvitations, { path: { editionId }, query })).body,
      ),
  });
}

function InvitationLine(props: {
  readonly invitation: z.output<typeof invitationView>;
  readonly facts: DeskFacts;
}) {
  const { invitation, facts } = props;
  const { format } = useLanguage();
  const account = useWords(accountWords);
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const { editionId, invitationId, name, email, role, state, endsAt } = invitation;
  const { timeZone } = facts.edition.plan;
  const cancel = useAct(
    async (_: 'cancel', idempotencyKey) =>
      await api.call(peopleRoutes.cancelInvitation, {
        path: { editionId, invitationId },
        idempotencyKey,
      }),
    async () => await queries.invalidateQueries({ queryKey: ['invitations', editionId] }),
  );
  const resend = useAct(
    async (mailId: string, idempotencyKey) =>
      await api.call(outboxRoutes.resendMail, { path: { editionId, mailId }, idempotencyKey }),
    async () => await queries.invalidateQueries({ queryKey: ['mails', editionId] }),
  );
  const isOver = serverNow() >= Date.parse(endsAt);
  const isOpen = state === 'pending' && !isOver;
  const how =
    state === 'pending'
      ? isOver
        ? words.expired
        : `${words.states.pending}, ${words.until(format.moment(endsAt, timeZone))}`
      : words.states[state];
  return (
    <li>
      <div>
        <strong>{name}</strong> <span class="soft">{email}</span>
        <p class="soft">
          {account.roles[role]} · {how}
        </p>
        {resend.isSuccess ? <p role="status">{words.resent}</p> : null}
        <Refused error={cancel.error ?? resend.error} names={namesOf()} />
      </div>
      {isOpen && facts.isOrganiser ? (
        <div class="actions">
          <button
            type="button"
            class="quiet"
            disabled={resend.isPending}
            onClick={() => resend.mutate(`invitation-${invitationId}`)}
          >
            {words.resend(name)}
          </button>
          <Confirm
            label={words.cancel(name)}
            question={words.cancelAsk(name)}
            isPending={cancel.isPending}
            act={() => cancel.mutate('cancel')}
          />
        </div>
      ) : null}
    </li>
  );
}
