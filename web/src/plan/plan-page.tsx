import { useQueries } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';
import { Desk, type DeskFacts } from '../desk/desk.tsx';
import { useWords } from '../language.tsx';
import { PlanVersions } from '../public/plan-versions.tsx';
import { whatHinders } from '../queries.ts';
import { roundQuery } from '../results/use-round.ts';
import { Failure } from '../ui/failure.tsx';
import { Errors, type PlaceError } from '../ui/field.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { planWords } from '../words/plan-words.ts';
import { ChangeList } from './change-list.tsx';
import { changesOf } from './changes.ts';
import { DownloadPlan } from './download-plan.tsx';
import { frozenIn } from './frozen.ts';
import { PlanForm } from './plan-form.tsx';
import { ProblemList } from './problem-list.tsx';
import { SavePlan } from './save-plan.tsx';
import { usePlanDraft } from './use-plan-draft.ts';
import { idsIn, written } from './writing.ts';
import { type Writing, WritingContext } from './writing-context.ts';
import './plan.css';

/** The plan of an edition: read, changed by a numbered decision, with its versions beside it. */
export function PlanPage({ params }: { readonly params: { readonly editionId: string } }) {
  const words = useWords(planWords);
  return (
    <Desk editionId={params.editionId} title={words.plan}>
      {(facts) =>
        facts.isOrganiser ? <Plan facts={facts} /> : <p class="notice">{words.onlyOrganisers}</p>
      }
    </Desk>
  );
}

function Plan({ facts }: { readonly facts: DeskFacts }) {
  const { editionId, edition } = facts;
  const words = useWords(planWords);
  const draft = usePlanDraft(editionId, edition);
  const [errors, tell] = useState<readonly PlaceError[]>([]);
  const rounds = useQueries({
    queries: edition.plan.rounds.map(({ id: roundId }) => roundQuery({ editionId, roundId })),
  });
  const savedIds = useMemo(() => idsIn(edition.plan), [edition.plan]);
  const changes = useMemo(() => changesOf(edition.plan, draft.plan), [edition.plan, draft.plan]);
  const error = whatHinders(rounds);
  if (error !== null) {
    const again = async () => await Promise.all(rounds.map(async (one) => await one.refetch()));
    return <Failure error={error} retry={() => void again()} />;
  }
  const known = rounds.flatMap(({ data }) => data ?? []);
  if (known.length < rounds.length) return <Waiting />;
  const writing: Writing = {
    plan: draft.plan,
    savedIds,
    hasFixedRounds: true,
    keepsNamed: edition.serverTime >= edition.opensAt,
    frozenAt: frozenIn(edition, known, words),
    change: (path, next) => draft.write(written(draft.plan, path, next, savedIds)),
  };
  const inPlan = errors.filter(({ pointer }) => pointer.startsWith('/plan'));
  return (
    <WritingContext.Provider value={writing}>
      <p>{words.planHelp}</p>
      <p class="actions">
        <span class="soft">{words.version(String(edition.planVersion))}</span>
        <DownloadPlan plan={edition.plan} name={`${editionId}-${edition.planVersion}`} />
      </p>
      <ProblemList hasForm errors={inPlan} />
      <Errors.Provider value={inPlan}>
        <PlanForm />
      </Errors.Provider>
      <section class="card saving">
        {draft.isOvertaken ? (
          <p class="notice alarm" role="alert">
            {words.elsewhere}
          </p>
        ) : null}
        <ChangeList changes={changes} before={edition.plan} />
        <SavePlan
          editionId={editionId}
          version={edition.version}
          plan={draft.plan}
          isChanged={draft.isChanged}
          told={tell}
          saved={draft.discard}
          discard={draft.discard}
        />
      </section>
      <PlanVersions editionId={editionId} timeZone={edition.plan.timeZone} />
    </WritingContext.Provider>
  );
}
