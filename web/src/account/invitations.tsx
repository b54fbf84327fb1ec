import { useMutation, useQueryClient } from '@tanstack/preact-query';
import type * as z from 'zod';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import type { meView } from '../../../lib/contract/edition-views.ts';
import { peopleRoutes } from '../../../lib/contract/people-routes.ts';
import { teamRoutes } from '../../../lib/contract/team-routes.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { accountWords } from '../words/account-words.ts';

const timeZone = 'Asia/Ho_Chi_Minh';

/** What was offered to the signed-in address: only this button accepts, never a link in a mail. */
export function Invitations({ me }: { readonly me: z.output<typeof meView> }) {
  const account = useWords(accountWords);
  if (me.invitations.length + me.teamInvitations.length === 0) return null;
  return (
    <section>
      <h2>{account.invitations}</h2>
      {me.teamInvitations.map(({ editionId, entryId, invitationId, title, role, endsAt }) => (
        <Invitation
          key={invitationId}
          text={`${title} – ${account.teamRoles[role]}`}
          endsAt={endsAt}
          accept={async () => {
            const path = { editionId, entryId, invitationId };
            await api.call(teamRoutes.acceptTeamInvitation, { path });
          }}
          decline={async () => {
            const path = { editionId, entryId, invitationId };
            await api.call(teamRoutes.declineTeamInvitation, { path });
          }}
        />
      ))}
      {me.invitations.map(({ editionId, invitationId, role, endsAt }) => (
        <Invitation
          key={invitationId}
          text={account.roles[role]}
          endsAt={endsAt}
          accept={async () => {
            await api.call(editionRoutes.acceptInvitation, { path: { editionId, invitationId } });
          }}
          decline={async () => {
            await api.call(peopleRoutes.declineInvitation, { path: { editionId, invitationId } });
          }}
        />
      ))}
    </section>
  );
}

function Invitation(props: {
  readonly text: string;
  readonly endsAt: string;
  readonly accept: () => Promise<void>;
  readonly decline: () => Promise<void>;
}) {
  const { format } = useLanguage();
  const account = useWords(accountWords);
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (answer: () => Promise<void>) => await answer(),
    onSuccess: async () => await client.invalidateQueries({ queryKey: ['me'] }),
  });
  return (
    <div class="notice">
      <p>
        <strong>{props.text}</strong>
        <br />
        <span class="soft">
          {account.until} {format.moment(props.endsAt, timeZone)}
        </span>
      </p>
      {error === null ? null : <Failure error={error} />}
      <div class="actions">
        <button type="button" disabled={isPending} onClick={() => mutate(props.accept)}>
          {account.accept}
        </button>
        <Confirm
          label={account.decline}
          question={account.declineAsk}
          isPending={isPending}
          act={() => mutate(props.decline)}
        />
      </div>
    </div>
  );
}
