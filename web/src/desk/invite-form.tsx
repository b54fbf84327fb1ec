import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { ChoiceField, Errors, TextField } from '../ui/field.tsx';
import { accountWords } from '../words/account-words.ts';
import { peopleWords } from '../words/desk-people-words.ts';
import type { DeskFacts } from './desk.tsx';
import { Refused } from './refused.tsx';
import { useAct } from './use-act.ts';
import { namesOf } from './use-names.ts';

const roles = ['judge', 'secretary', 'organiser'] as const;

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly role: (typeof roles)[number];
}

/** A role offered to somebody by mail. */
export function InviteForm({ facts }: { readonly facts: DeskFacts }) {
  const { editionId } = facts;
  const account = useWords(accountWords);
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const [invited, setInvited] = useState<Invited>({ name: '', email: '', role: 'judge' });
  const invite = useAct(
    async (body: Invited, idempotencyKey) =>
      (
        await api.call(editionRoutes.invitePerson, {
          path: { editionId },
          body,
          idempotencyKey,
        })
      ).body,
    async () => {
      setInvited({ ...invited, name: '', email: '' });
      await queries.invalidateQueries({ queryKey: ['invitations', editionId] });
    },
  );
  const refused = invite.error instanceof ProblemError ? invite.error.problem.errors : undefined;
  return (
    <form
      class="panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate(invited);
      }}
    >
      <h2>{words.invite}</h2>
      <Errors.Provider value={refused ?? []}>
        <div class="filters">
          <TextField
            label={words.name}
            pointer="/name"
            value={invited.name}
            change={(name) => setInvited({ ...invited, name })}
          />
          <TextField
            label={words.email}
            pointer="/email"
            type="email"
            value={invited.email}
            change={(email) => setInvited({ ...invited, email })}
          />
          <ChoiceField
            label={words.role}
            pointer="/role"
            value={invited.role}
            options={roles.map((role) => ({ id: role, text: account.roles[role] }))}
            change={(chosen) =>
              setInvited({ ...invited, role: roles.find((role) => role === chosen) ?? 'judge' })
            }
          />
        </div>
      </Errors.Provider>
      <Refused error={invite.error} names={namesOf()} />
      {invite.data === undefined ? null : (
        <p class="notice good" role="status">
          {words.sent(invite.data.email)}
        </p>
      )}
      <p class="actions">
        <button type="submit" disabled={invite.isPending}>
          {words.send}
        </button>
      </p>
    </form>
  );
}
