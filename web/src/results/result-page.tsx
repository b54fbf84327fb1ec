import { Link } from 'wouter-preact';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { Desk, type DeskFacts } from '../desk/desk.tsx';
import { Refused } from '../desk/refused.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Waiting } from '../ui/waiting.tsx';
import { resultsWords } from '../words/results-words.ts';
import { ApprovePart } from './approve-part.tsx';
import { ChartsPart } from './charts-part.tsx';
import { ConflictEffect } from './conflict-effect.tsx';
import { DecisionsPart } from './decisions-part.tsx';
import { FlagsPart } from './flags-part.tsx';
import { PapersPart } from './papers-part.tsx';
import { RankingPart } from './ranking-part.tsx';
import { TiesPart } from './ties-part.tsx';
import { type RoundPath, useNames, useOutcome } from './use-outcome.ts';
import { useRound } from './use-round.ts';
import './results.css';

/** The result of a closed round before anybody outside may know it: looked at, decided about, approved. */
export function ResultPage({ params }: { readonly params: RoundPath }) {
  const words = useWords(resultsWords);
  return (
    <Desk editionId={params.editionId} title={words.result}>
      {(desk) =>
        desk.isOrganiser ? (
          <Result desk={desk} path={params} />
        ) : (
          <p class="notice alarm">{words.onlyOrganisers}</p>
        )
      }
    </Desk>
  );
}

function Result(props: { readonly desk: DeskFacts; readonly path: RoundPath }) {
  const { desk, path } = props;
  const { of } = useLanguage();
  const words = useWords(resultsWords);
  const names = useNames(path.editionId);
  const outcome = useOutcome(path);
  const { data: preview, refetch } = outcome;
  const error = whatHinders([outcome]);
  const round = useRound(path);
  const { plan } = desk.edition;
  const name = of(plan.rounds.find(({ id }) => id === path.roundId)?.name ?? { vi: '', en: '' });
  const { judges = [], chair } = round.data?.panel ?? {};
  if (error !== null) {
    return (
      <>
        <p>{name}</p>
        <Refused error={error} names={names} retry={() => void refetch()} />
        {isAwaiting(error) ? (
          <FlagsPart path={path} names={names} judges={judges} isClosed />
        ) : null}
      </>
    );
  }
  if (preview === undefined) return <Waiting />;
  const facts = { desk, path, preview, names };
  const isClosed = preview.state === 'closed';
  return (
    <>
      <p>{name}</p>
      <p class="notice alarm">{words.confidential}</p>
      <ApprovePart facts={facts} />
      <RankingPart facts={facts} />
      <FlagsPart path={path} names={names} judges={judges} isClosed={isClosed} />
      <TiesPart
        path={path}
        plan={plan}
        names={names}
        isClosed={isClosed}
        chair={chair === undefined ? words.chair : names.person(chair)}
      />
      <DecisionsPart facts={facts} />
      <ChartsPart facts={facts} />
      <ConflictEffect facts={facts} />
      <section>
        <h2>{words.derivation}</h2>
        <p>{words.derivationHelp}</p>
        <Link
          href={`/editions/${path.editionId}/desk/rounds/${path.roundId}/derivation`}
          class="button quiet"
        >
          {words.derivation}
        </Link>
      </section>
      <PapersPart facts={facts} />
    </>
  );
}

/** Nothing can be worked out before these sheets are there; whose they are is told beside the flags. */
const isAwaiting = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.problem.blockers?.some(({ code }) => code === 'sheets-awaited') === true;
