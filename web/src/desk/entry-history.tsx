import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { listRoutes } from '../../../lib/contract/list-routes.ts';
import type { historyPage } from '../../../lib/contract/list-views.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { actWords } from '../words/act-words.ts';
import { dossierWords } from '../words/desk-dossier-words.ts';
import type { EntryPart } from './entry-part.ts';
import { everyPage } from './every-page.ts';
import { useDetailTexts } from './use-detail-texts.ts';

const fewSeconds = 5000;

/** Who did what to the entry, the last act first; read when it is asked for. */
export function EntryHistory({ facts, entry, names }: EntryPart) {
  const words = useWords(dossierWords);
  const [isOpen, open] = useState(false);
  const { editionId, entryId } = entry;
  const history = useQuery({
    queryKey: ['entry-history', entryId],
    enabled: isOpen,
    // The latest act may be missing for a second.
    refetchInterval: fewSeconds,
    queryFn: async () =>
      await everyPage(
        async (query) =>
          (await api.call(listRoutes.getEntryHistory, { path: { editionId, entryId }, query }))
            .body,
      ),
  });
  return (
    <section aria-labelledby="history">
      <h3 id="history">{words.history}</h3>
      <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
        <summary>{words.showHistory}</summary>
        {history.error === null ? null : (
          <Failure error={history.error} retry={() => void history.refetch()} />
        )}
        {isOpen && history.isPending ? <Waiting /> : null}
        <ol class="past">
          {history.data?.toReversed().map((one) => (
            <Act
              key={`${one.at} ${one.operation}`}
              act={one}
              who={names.person(one.actorId)}
              plan={facts.edition.plan}
            />
          ))}
        </ol>
      </details>
    </section>
  );
}

type HistoryRecord = z.output<typeof historyPage>['items'][number];

function Act(props: {
  readonly act: HistoryRecord;
  /** A name, or the id of somebody who is no official. */
  readonly who: string;
  readonly plan: WirePlan;
}) {
  const { act, plan } = props;
  const { format } = useLanguage();
  const words = useWords(dossierWords);
  const acts = useWords(actWords);
  const said = useDetailTexts(act.detail ?? {}, plan);
  const somebody = act.actorId.startsWith('system:') ? words.system : words.startup;
  return (
    <li>
      <strong>{acts[act.operation] ?? act.operation}</strong>
      {said.length === 0 ? '' : `: ${said.join(' · ')}`}
      <br />
      <span class="soft">
        {format.moment(act.at, plan.timeZone)} · {props.who === act.actorId ? somebody : props.who}
      </span>
    </li>
  );
}
