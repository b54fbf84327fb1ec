import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { api } from '../api.ts';
import { everyPage } from '../desk/every-page.ts';
import { Refused } from '../desk/refused.tsx';
import { namesOf } from '../desk/use-names.ts';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { whatHinders } from '../queries.ts';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { rulingWords } from '../words/ruling-words.ts';
import { ChairReopen } from './chair-reopen.tsx';
import { FlagsPart } from './flags-part.tsx';
import { TiesPart } from './ties-part.tsx';
import type { RoundPath } from './use-outcome.ts';
import { useRound } from './use-round.ts';
import '../desk/desk.css';
import './results.css';

/** What is left to the chair: sheets to open again while a round is scored; once closed ties, the lot, judges far apart. */
export function ChairPage({ params }: { readonly params: RoundPath }) {
  return (
    <SignedIn>
      <Chair path={params} />
    </SignedIn>
  );
}

function Chair({ path }: { readonly path: RoundPath }) {
  const { of } = useLanguage();
  const words = useWords(rulingWords);
  const account = useWords(accountWords);
  useTitle(words.chairDesk);
  const edition = useEdition(path.editionId);
  const round = useRound(path);
  const tasks = useQuery({
    queryKey: ['own-tasks', path.editionId],
    queryFn: async () =>
      await everyPage(
        async (query) =>
          (
            await api.call(judgingRoutes.listQueue, {
              path: { editionId: path.editionId },
              query,
            })
          ).body,
      ),
  });
  const judges = round.data?.panel?.judges ?? [];
  const people = judges.map((personId, at) => ({ personId, name: words.judgeOf(String(at + 1)) }));
  const names = namesOf(
    people,
    tasks.data?.map(({ entryId, code = '–', title }) => ({ entryId, code, title })),
  );
  const error = whatHinders([edition, round]);
  if (error !== null) return <Refused error={error} names={names} />;
  if (edition.data === undefined || round.data === undefined) return <Waiting />;
  const { plan } = edition.data;
  const isClosed = round.data.state === 'closed';
  const name = of(plan.rounds.find(({ id }) => id === path.roundId)?.name ?? { vi: '', en: '' });
  return (
    <article>
      <p class="eyebrow">{of(plan.name)}</p>
      <h1>{words.chairDesk}</h1>
      <p>{name}</p>
      <p>
        <Link href={`/editions/${path.editionId}/judge`}>{account.judgeDesk}</Link>
      </p>
      {round.data.state === 'scoring' ? (
        <ChairReopen
          path={path}
          names={names}
          judges={judges}
          entryIds={(tasks.data ?? [])
            .filter(
              ({ roundId, declaration }) => roundId === path.roundId && declaration !== 'conflict',
            )
            .map(({ entryId }) => entryId)}
          timeZone={plan.timeZone}
        />
      ) : (
        <>
          <FlagsPart path={path} names={names} judges={judges} isClosed={isClosed} />
          <TiesPart path={path} plan={plan} names={names} isClosed={isClosed} />
        </>
      )}
    </article>
  );
}
