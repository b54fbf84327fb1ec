import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { teamRoutes } from '../../../lib/contract/team-routes.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { ChoiceField, Errors, TextField } from '../ui/field.tsx';
import { accountWords } from '../words/account-words.ts';
import { startupWords } from '../words/startup-words.ts';
import type { EntryPath } from './use-entry.ts';

/** The accounts that may work on the entry, and inviting another. */
export function TeamPart({ editionId, entryId }: EntryPath) {
  const account = useWords(accountWords);
  const startup = useWords(startupWords);
  const queries = useQueryClient();
  const path = { editionId, entryId };
  const again = async () => await queries.invalidateQueries({ queryKey: ['team', entryId] });
  const team = useQuery({
    queryKey: ['team', entryId],
    queryFn: async () => (await api.call(teamRoutes.listTeam, { path })).body,
  });
  const remove = useMutation({
    mutationFn: async (personId: string) =>
      await api.call(teamRoutes.removeTeammate, { path: { ...path, personId } }),
    onSuccess: again,
  });
  const withdraw = useMutation({
    mutationFn: async (invitationId: string) =>
      await api.call(teamRoutes.withdrawTeamInvitation, { path: { ...path, invitationId } }),
    onSuccess: again,
  });
  const error = team.error ?? remove.error ?? withdraw.error;
  return (
    <section>
      <h2>{startup.accounts}</h2>
      {error === null ? null : <Failure error={error} />}
      <ul class="rows">
        {team.data?.teammates.map(({ personId, name, email, role }) => (
          <li key={personId}>
            <span>
              {name} <span class="soft">{`${email} · ${account.teamRoles[role]}`}</span>
            </span>
            <button type="button" class="quiet" onClick={() => remove.mutate(personId)}>
              {startup.removeMember(name)}
            </button>
          </li>
        ))}
        {team.data?.invitations.map(({ invitationId, name, email, role, state }) => (
          <li key={invitationId}>
            <span>
              {name}{' '}
              <span class="soft">
                {`${email} · ${account.teamRoles[role]} · ${state === 'declined' ? startup.declined : startup.invited}`}
              </span>
            </span>
            {state === 'declined' ? null : (
              <button type="button" class="quiet" onClick={() => withdraw.mutate(invitationId)}>
                {startup.withdrawInvitation(name)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <InviteForm path={path} invited={again} />
    </section>
  );
}

function InviteForm(props: { readonly path: EntryPath; readonly invited: () => Promise<void> }) {
  const account = useWords(accountWords);
  const startup = useWords(startupWords);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<'editor' | 'viewer'>('editor');
  const invite = useMutation({
    mutationFn: async () =>
      await api.call(teamRoutes.inviteTeammate, {
        path: { editionId: props.path.editionId, entryId: props.path.entryId },
        body: { name, email, role },
      }),
    onSuccess: async () => {
      setName('');
      setEmail('');
      await props.invited();
    },
  });
  const refused = invite.error instanceof ProblemError ? invite.error : undefined;
  return (
    <details>
      <summary>{startup.inviteTeammate}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <Errors.Provider value={refused?.problem.errors ?? []}>
          <TextField label={startup.fullName} pointer="/name" value={name} change={setName} />
          <TextField
            label={startup.email}
            pointer="/email"
            type="email"
            value={email}
            change={setEmail}
          />
          <ChoiceField
            label={startup.teamRole}
            pointer="/role"
            value={role}
            options={[
              { id: 'editor', text: account.teamRoles.editor },
              { id: 'viewer', text: account.teamRoles.viewer },
            ]}
            change={(chosen) => setRole(chosen === 'viewer' ? 'viewer' : 'editor')}
          />
        </Errors.Provider>
        {invite.error === null ? null : <Failure error={invite.error} />}
        <button type="submit" disabled={invite.isPending}>
          {startup.sendInvitation}
        </button>
      </form>
    </details>
  );
}
