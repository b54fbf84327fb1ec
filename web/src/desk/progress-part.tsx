import { useQuery } from '@tanstack/preact-query';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { entryProgressQuery } from './entry-progress.ts';
import { type RoundPart, roundPathOf } from './round-part.ts';

const everyHalfMinute = 30_000;

/** How far the round is, by judge and by entry: sheets, never a point. Looked at anew while the page is open. */
export function ProgressPart(part: RoundPart) {
  const { kept, names } = part;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  const path = roundPathOf(part);
  const { editionId, roundId } = path;
  const refetchInterval = kept.round.state === 'scoring' ? everyHalfMinute : false;
  const progress = useQuery({
    queryKey: ['progress', editionId, roundId],
    refetchInterval,
    queryFn: async () => (await api.call(judgingRoutes.getProgress, { path })).body,
  });
  const entries = useQuery({ ...entryProgressQuery(path), refetchInterval });
  const error = progress.error ?? entries.error;
  const retry = () => void Promise.all([progress.refetch(), entries.refetch()]);
  if (error !== null) return <Failure error={error} retry={retry} />;
  if (!(progress.data && entries.data)) return <Waiting />;
  const { assigned, submitted } = progress.data;
  return (
    <section class="panel" aria-labelledby="progress">
      <h2 id="progress">{words.progress}</h2>
      {assigned === 0 ? (
        <p>{words.noTasks}</p>
      ) : (
        <>
          <p>
            <strong>{words.ofSheets(format.count(submitted), format.count(assigned))}</strong>
            <progress max={assigned} value={submitted} aria-label={words.progress} />
          </p>
          <h3>{words.perJudge}</h3>
          <Bars
            rows={progress.data.judges
              .filter((one) => one.assigned + one.conflicts > 0)
              .map((one) => ({ ...one, key: one.judgeId, name: names.person(one.judgeId) }))}
          />
          <details>
            <summary>{words.perEntry}</summary>
            <Bars
              rows={entries.data.map((one) => ({
                ...one,
                key: one.entryId,
                name: names.entry(one.entryId),
              }))}
            />
          </details>
        </>
      )}
    </section>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly assigned: number;
  readonly submitted: number;
  readonly drafts: number;
  readonly conflicts: number;
  readonly missing?: number;
}

function Bars({ rows }: { readonly rows: readonly Row[] }) {
  const { format } = useLanguage();
  const words = useWords(roundWords);
  return (
    <ul class="bars">
      {rows.map(({ key, name, assigned, submitted, drafts, conflicts, missing = 0 }) => (
        <li key={key} class="bar">
          <p>{name}</p>
          <progress max={Math.max(assigned, 1)} value={submitted} aria-label={name} />
          <p class="soft">
            {[
              words.ofSheets(format.count(submitted), format.count(assigned)),
              drafts > 0 ? words.drafts(format.count(drafts)) : [],
              conflicts > 0 ? words.conflicts(format.count(conflicts)) : [],
              missing > 0 ? words.missing(format.count(missing)) : [],
            ]
              .flat()
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
