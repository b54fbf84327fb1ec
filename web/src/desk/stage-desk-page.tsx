import { Link } from 'wouter-preact';
import { type Stage, type StagePath, useStage } from '../judge/use-stage.ts';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { NotFoundPage } from '../public/not-found-page.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { deskStageWords } from '../words/desk-stage-words.ts';
import { stageWords } from '../words/stage-words.ts';
import { Desk, type DeskFacts } from './desk.tsx';
import { type KeptRound, useKeptRound } from './round-part.ts';
import { StageDraw } from './stage-draw.tsx';
import { StageLead } from './stage-lead.tsx';
import { StageOrder } from './stage-order.tsx';
import { useMove } from './use-move.ts';
import '../judge/stage.css';
import './stage-desk.css';

/** The pitches as an organiser leads them, on a phone in the hall or at a desk: the draw, who speaks, who is next. */
export function StageDeskPage({ params }: { readonly params: StagePath }) {
  const { of } = useLanguage();
  const words = useWords(deskStageWords);
  const { data: edition } = useEdition(params.editionId);
  const planned = edition?.plan.rounds.find(({ id }) => id === params.roundId);
  if (edition !== undefined && planned?.kind !== 'pitch') return <NotFoundPage />;
  return (
    <Desk
      editionId={params.editionId}
      title={`${of(planned?.name ?? { vi: '', en: '' })}: ${words.title}`}
    >
      {(facts) =>
        facts.isOrganiser ? (
          <StageDesk facts={facts} path={params} />
        ) : (
          <p class="soft">{words.onlyOrganisers}</p>
        )
      }
    </Desk>
  );
}

function StageDesk({ facts, path }: { readonly facts: DeskFacts; readonly path: StagePath }) {
  const words = useWords(deskStageWords);
  const judged = useWords(stageWords);
  const round = useKeptRound(path);
  const stage = useStage(path);
  const error = whatHinders([round, stage]);
  const retry = () => void Promise.all([round.refetch(), stage.refetch()]);
  if (error !== null) return <Failure error={error} retry={retry} />;
  if (round.data === undefined || stage.data === undefined) return <Waiting />;
  return (
    <>
      <p>
        <Link href={`/editions/${path.editionId}/desk/rounds/${path.roundId}`}>
          ← {words.toRound}
        </Link>
      </p>
      {stage.error === null ? null : (
        <p class="notice alarm" role="status">
          {judged.stale}
        </p>
      )}
      <Led
        path={path}
        stage={stage.data}
        state={round.data.round.state}
        timeZone={facts.edition.plan.timeZone}
      />
    </>
  );
}

function Led(props: {
  readonly path: StagePath;
  readonly stage: Stage | null;
  readonly state: KeptRound['round']['state'];
  readonly timeZone: string;
}) {
  const { path, stage, state, timeZone } = props;
  const words = useWords(deskStageWords);
  const move = useMove(path);
  const isOpen = state === 'scoring';
  const canDraw = isOpen || state === 'planned';
  const lead =
    stage !== null && isOpen ? <StageLead stage={stage} move={move} timeZone={timeZone} /> : null;
  return (
    <>
      {isOpen ? null : <p class="notice">{canDraw ? words.notOpen : words.over}</p>}
      <div class={lead === null ? undefined : 'beside'}>
        {lead}
        <div key="order">
          {stage === null ? null : <StageOrder stage={stage} move={move} canMove={isOpen} />}
          <StageDraw path={path} stage={stage} canDraw={canDraw} timeZone={timeZone} />
        </div>
      </div>
    </>
  );
}
