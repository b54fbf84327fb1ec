import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { judgeWords } from '../words/judge-words.ts';
import { stageWords } from '../words/stage-words.ts';
import { Dossier } from './dossier.tsx';
import { SheetDesk } from './sheet-desk.tsx';
import { type TaskPath, useSheet } from './use-sheet.ts';

/** An entry's dossier beside its score sheet. */
export function ScoringPage({ params }: { readonly params: TaskPath }) {
  return (
    <SignedIn>
      <Scoring {...params} />
    </SignedIn>
  );
}

function Scoring({ editionId, roundId, entryId }: TaskPath) {
  const account = useWords(accountWords);
  const judge = useWords(judgeWords);
  const stage = useWords(stageWords);
  const path = { editionId, roundId, entryId };
  const edition = useEdition(editionId);
  const sheet = useSheet(path);
  const judged = useQuery({
    queryKey: ['judged-entry', roundId, entryId],
    queryFn: async () => (await api.call(judgingRoutes.getJudgedEntry, { path })).body,
  });
  useTitle(judged.data?.content.title ?? account.judgeDesk);
  const round = edition.data?.plan.rounds.find(({ id }) => id === roundId);
  const error = judged.error ?? sheet.error ?? edition.error;
  const back = (
    <p>
      {round?.kind === 'pitch' ? (
        <Link href={`/editions/${editionId}/judge/${roundId}/stage`}>← {stage.stage}</Link>
      ) : (
        <Link href={`/editions/${editionId}/judge`}>← {account.judgeDesk}</Link>
      )}
    </p>
  );
  if (error instanceof ProblemError && error.problem.because === 'not-declared') {
    return (
      <article class="narrow">
        <h1>{account.judgeDesk}</h1>
        <p class="notice">{judge.declareFirst}</p>
        {back}
      </article>
    );
  }
  // What was read once stays: a sheet that is being written does not go away with the network.
  const isWhole =
    judged.data !== undefined && sheet.data !== undefined && edition.data !== undefined;
  if (error !== null && !isWhole) {
    return (
      <>
        {back}
        <Failure
          heading={judged.data?.content.title ?? account.judgeDesk}
          error={error}
          retry={() => void Promise.all([judged.refetch(), sheet.refetch(), edition.refetch()])}
        />
      </>
    );
  }
  if (!isWhole) return <Waiting />;
  const { trackId } = judged.data.content;
  const rubric = round?.rubrics.find(
    ({ tracks }) => tracks === undefined || tracks.includes(trackId),
  )?.rubric;
  return (
    <article>
      {back}
      <h1>{judged.data.content.title}</h1>
      <p class="soft">
        {judged.data.code} · {judged.data.applicantName}
      </p>
      <div class="beside">
        <Dossier path={path} entry={judged.data} plan={edition.data.plan} />
        {rubric === undefined ? null : (
          <SheetDesk
            path={path}
            rubric={rubric}
            kept={sheet.data}
            timeZone={edition.data.plan.timeZone}
          />
        )}
      </div>
    </article>
  );
}
