import { useQueryClient } from '@tanstack/preact-query';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { peopleWords } from '../words/desk-people-words.ts';
import { Confirm } from './confirm.tsx';
import type { DeskFacts } from './desk.tsx';
import { Refused } from './refused.tsx';
import { useAct } from './use-act.ts';
import { type Member, namesOf, usePeople } from './use-names.ts';

/** Everybody with a role; an organiser may take it. */
export function MembersPart({ facts }: { readonly facts: DeskFacts }) {
  const words = useWords(peopleWords);
  const people = usePeople(facts.editionId);
  if (people.error !== null) {
    return <Failure error={people.error} retry={() => void people.refetch()} />;
  }
  if (people.data === undefined) return <Waiting />;
  const active = people.data.filter((one) => one.active);
  const former = people.data.filter((one) => !one.active);
  return (
    <section>
      <h2>{words.members}</h2>
      {active.length === 0 ? <p>{words.noMembers}</p> : null}
      <ul class="lines of-two">
        {active.map((member) => (
          <MemberLine key={member.personId} member={member} facts={facts} />
        ))}
      </ul>
      {former.length === 0 ? null : (
        <details>
          <summary>{words.former}</summary>
          <ul>
            {former.map(({ personId, name, email }) => (
              <li key={personId}>
                {name} <span class="soft">{email}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function MemberLine({ member, facts }: { readonly member: Member; readonly facts: DeskFacts }) {
  const { format } = useLanguage();
  const account = useWords(accountWords);
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const { editionId, edition } = facts;
  const { plan } = edition;
  const { personId, name, email, roles, capacity, confidentiality } = member;
  const revoke = useAct(
    async (_: 'revoke', idempotencyKey) =>
      await api.call(editionRoutes.revokePerson, {
        path: { editionId, personId },
        idempotencyKey,
      }),
    async () => await queries.invalidateQueries({ queryKey: ['people', editionId] }),
  );
  const mustSign = plan.confidentiality !== undefined && roles.includes('judge');
  const notes = [
    roles.map((role) => account.roles[role]).join(', '),
    personId === facts.personId ? words.you : [],
    capacity === undefined ? [] : words.capacity(format.count(capacity)),
    confidentiality === undefined
      ? mustSign
        ? words.notSigned
        : []
      : words.signed(format.moment(confidentiality.at, plan.timeZone)),
  ].flat();
  return (
    <li>
      <div>
        <strong>{name}</strong> <span class="soft">{email}</span>
        <p class="soft">{notes.join(' · ')}</p>
        <Refused error={revoke.error} names={namesOf([member])} />
      </div>
      {facts.isOrganiser && personId !== facts.personId ? (
        <Confirm
          label={words.revoke(name)}
          question={words.revokeAsk(name)}
          isPending={revoke.isPending}
          act={() => revoke.mutate('revoke')}
        />
      ) : null}
    </li>
  );
}
