import { useQueries } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { registrationRoutes } from '../../../lib/contract/registration-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { signOut } from '../sign-in-flow.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { Invitations } from './invitations.tsx';
import { SignedIn } from './signed-in.tsx';
import { useAccount } from './use-account.ts';

/** What somebody takes part in: their entries, their roles, what they are invited to. */
export function AccountPage() {
  return (
    <SignedIn>
      <Account />
    </SignedIn>
  );
}

function Account() {
  const { words } = useLanguage();
  const account = useWords(accountWords);
  useTitle(words.mine);
  const { data: me, error, refetch } = useAccount();
  if (me === undefined) {
    return error === null ? (
      <Waiting />
    ) : (
      <Failure heading={words.mine} error={error} retry={() => void refetch()} />
    );
  }
  return (
    <article class="narrow">
      <h1>{words.mine}</h1>
      <p class="soft">{me.email}</p>
      <Invitations me={me} />
      <Desks memberships={me.memberships} />
      {me.administrator ? (
        <p class="actions">
          <Link href="/new-edition" class="button">
            {account.newEdition}
          </Link>
        </p>
      ) : null}
      <Entries entries={me.entries} />
      <p class="actions">
        <button type="button" class="quiet" onClick={() => void signOut()}>
          {account.signOut}
        </button>
      </p>
    </article>
  );
}

const desks = [
  { part: 'desk', word: 'organiserDesk', needs: ['organiser', 'secretary'] },
  { part: 'judge', word: 'judgeDesk', needs: ['judge'] },
] as const;

/** Where somebody who judges or organises goes on. */
function Desks(props: {
  readonly memberships: readonly {
    readonly editionId: string;
    readonly roles: readonly string[];
  }[];
}) {
  const account = useWords(accountWords);
  return (
    <ul class="cards">
      {props.memberships.flatMap(({ editionId, roles }) =>
        desks
          .filter(({ needs }) => needs.some((role) => roles.includes(role)))
          .map(({ part, word }) => (
            <li key={`${editionId} ${part}`}>
              <Link href={`/editions/${editionId}/${part}`} class="card">
                <h2>{account[word]}</h2>
                <p class="soft">{editionId}</p>
              </Link>
            </li>
          )),
      )}
    </ul>
  );
}

interface EntryOfMine {
  readonly editionId: string;
  readonly entryId: string;
}

function Entries({ entries }: { readonly entries: readonly EntryOfMine[] }) {
  const { words } = useLanguage();
  const account = useWords(accountWords);
  const found = useQueries({
    queries: entries.map((path) => ({
      queryKey: ['entry-card', path.entryId],
      queryFn: async () =>
        (
          await api.call(registrationRoutes.getEntry, {
            path: { editionId: path.editionId, entryId: path.entryId },
          })
        ).body,
    })),
  });
  return (
    <section>
      <h2>{account.myEntries}</h2>
      {entries.length === 0 ? (
        <p>
          {account.noEntries} <Link href="/">{words.contests}</Link>
        </p>
      ) : null}
      <ul class="cards">
        {found.map(({ data, error }, at) => (
          <li key={entries[at]?.entryId}>
            {data === undefined ? (
              <NotThere error={error} />
            ) : (
              <Link href={`/editions/${data.editionId}/entries/${data.entryId}`} class="card">
                <h3>{data.content.title}</h3>
                <p>
                  {data.code} · {account.states[data.state]}
                </p>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NotThere({ error }: { readonly error: Error | null }) {
  return error === null ? <Waiting /> : <Failure error={error} />;
}
