import { useQuery } from '@tanstack/preact-query';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { rulingRoutes } from '../../../lib/contract/ruling-routes.ts';
import { api } from '../api.ts';
import type { Names } from '../desk/use-names.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { rulingWords } from '../words/ruling-words.ts';
import { DrawPart } from './draw-part.tsx';
import type { Tie } from './ruled.ts';
import { TieForm } from './tie-form.tsx';
import type { RoundPath } from './use-outcome.ts';

/** The ties that the rules leave to the chair or to the lot; only the chair, whom `chair` names to others, does something about them. */
export function TiesPart(props: {
  readonly path: RoundPath;
  readonly plan: WirePlan;
  readonly names: Names;
  readonly isClosed: boolean;
  readonly chair?: string;
}) {
  const { path, plan, names, isClosed, chair } = props;
  const mayDecide = isClosed && chair === undefined;
  const { of, format } = useLanguage();
  const words = useWords(rulingWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['results', path.editionId, 'ties', path.roundId],
    queryFn: async () => (await api.call(rulingRoutes.listTies, { path: { ...path } })).body.ties,
  });
  const whereOf = (trackId: string | undefined) =>
    trackId === undefined
      ? words.ofAll
      : of(plan.tracks.find(({ id }) => id === trackId)?.name ?? { vi: trackId, en: trackId });
  const keyOf = ({ trackId = '', rank, entryIds }: Tie) => `${trackId} ${rank} ${entryIds.join()}`;
  return (
    <section>
      <h2>{words.ties}</h2>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.length === 0 ? <p>{words.noTies}</p> : null}
      {isClosed && chair !== undefined && data?.some(({ isDecided }) => !isDecided) === true ? (
        <p>{words.chairDoes(chair)}</p>
      ) : null}
      {data?.map((tie) => (
        <article key={keyOf(tie)} class="panel">
          <h3>{words.tieOf(format.count(tie.rank), whereOf(tie.trackId))}</h3>
          <p>
            <span class="state">{tie.isDecided ? words.decided : words.leftTo[tie.leftTo]}</span>
          </p>
          {tie.isDecided ? null : <p>{tie.isNeeded ? words.needed : words.notNeeded}</p>}
          <ul>
            {tie.entryIds.map((entryId) => (
              <li key={entryId}>{names.entry(entryId)}</li>
            ))}
          </ul>
          {tie.leftTo === 'chair' && mayDecide ? (
            <details open={tie.isNeeded && !tie.isDecided}>
              <summary>{words.decide}</summary>
              <TieForm path={path} tie={tie} names={names} />
            </details>
          ) : null}
        </article>
      ))}
      {data?.some(({ leftTo }) => leftTo === 'lot') === true ? (
        <DrawPart
          path={path}
          names={names}
          isOpen={mayDecide && data.some((tie) => tie.leftTo === 'lot' && !tie.isDecided)}
        />
      ) : null}
    </section>
  );
}
