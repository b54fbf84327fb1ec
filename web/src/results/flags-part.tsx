import { useQuery } from '@tanstack/preact-query';
import { rulingRoutes } from '../../../lib/contract/ruling-routes.ts';
import { api } from '../api.ts';
import type { Names } from '../desk/use-names.ts';
import { useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { resultsWords } from '../words/results-words.ts';
import { rulingWords } from '../words/ruling-words.ts';
import { FlagForm } from './flag-form.tsx';
import type { Flag } from './ruled.ts';
import type { RoundPath } from './use-outcome.ts';

/** Entries whose judges are far apart, and what became of each. */
export function FlagsPart(props: {
  readonly path: RoundPath;
  readonly names: Names;
  readonly judges: readonly string[];
  readonly isClosed: boolean;
}) {
  const { path, names, judges, isClosed } = props;
  const words = useWords(rulingWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['results', path.editionId, 'flags', path.roundId],
    queryFn: async () => (await api.call(rulingRoutes.listFlags, { path: { ...path } })).body.flags,
  });
  return (
    <section>
      <h2>{words.flags}</h2>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.length === 0 ? <p>{words.noFlags}</p> : null}
      {data?.map((flag) => (
        <article key={flag.entryId} class="panel">
          <FlagFacts flag={flag} names={names} />
          {isClosed && flag.state !== 'confirmed' ? (
            <FlagForm path={path} flag={flag} names={names} judges={judges} />
          ) : null}
        </article>
      ))}
    </section>
  );
}

/** What a flag is about: the totals, whose are far off, what was decided. */
export function FlagFacts({ flag, names }: { readonly flag: Flag; readonly names: Names }) {
  const words = useWords(rulingWords);
  const { decimalMark } = useWords(resultsWords);
  const shown = (printed: string) => printed.replace('.', decimalMark);
  const { totals, spread, mean, divergent, state, waitedFor, ruling } = flag;
  return (
    <>
      <h3>{names.entry(flag.entryId)}</h3>
      <p>
        <span class="state">{words.flagStates[state]}</span>{' '}
        {words.spread(shown(spread.printed), shown(mean.printed))}
      </p>
      <ul>
        {totals.map(({ judgeId, printed }) => (
          <li key={judgeId}>
            {names.person(judgeId)}: {shown(printed)}
            {divergent.includes(judgeId) ? ` (${words.farOff})` : ''}
          </li>
        ))}
      </ul>
      {waitedFor.length === 0 ? null : (
        <p>{words.waitedFor(waitedFor.map(names.person).join(', '))}</p>
      )}
      {ruling === undefined ? null : (
        <p class="soft">
          {words.ruled(
            words.flagDecisions[ruling.decision],
            names.person(ruling.by),
            ruling.reason,
          )}
        </p>
      )}
    </>
  );
}
