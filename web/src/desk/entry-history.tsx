import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { listRoutes } from '../../../lib/contract/list-routes.ts';
import type { historyPage } from '../../../lib/contract/list-views.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { dossierWords } from '../words/desk-dossier-words.ts';
import type { EntryPart } from './entry-part.ts';
import { everyPage } from './every-page.ts';

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
              timeZone={facts.edition.plan.timeZone}
            />
          ))}
        </ol>
      </details>
    </section>
  );
}

function Act(props: {
  readonly act: z.output<typeof historyPage>['items'][number];
  /** A name, or the id of somebody who is no official. */
  readonly who: string;
  readonly timeZone: string;
}) {
  const { at, operation, actorId, detail = {} } = props.act;
  const { format } = useLanguage();
  const account = useWords(accountWords);
  const words = useWords(dossierWords);
  const somebody = actorId.startsWith('system:') ? words.system : words.startup;
  const who = props.who === actorId ? somebody : props.who;
  const decision =
    detail.decision === 'eligible' || detail.decision === 'ineligible'
      ? account.states[detail.decision]
      : undefined;
  const said = [
    decision,
    detail.submission === undefined ? undefined : words.time(format.count(detail.submission)),
    detail.message,
    detail.reason,
    detail.note,
    ...(detail.reasons ?? []).map(({ note }) => note),
    detail.documentNumber,
  ].filter((text) => text !== undefined && text !== '');
  return (
    <li>
      <strong>{words.operations[operation] ?? operation}</strong>
      {said.length === 0 ? '' : `: ${said.join(' · ')}`}
      <br />
      <span class="soft">
        {format.moment(at, props.timeZone)} · {who}
      </span>
    </li>
  );
}
