import { useQuery, useQueryClient } from '@tanstack/preact-query';
import type * as z from 'zod';
import { consentRoutes } from '../../../lib/contract/consent-routes.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { useAct } from '../desk/use-act.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { afterWords } from '../words/after-words.ts';
import { ConsentText, opening } from './consent-text.tsx';
import type { Edition, Entry } from './opening.ts';

type Consents = z.output<typeof consentRoutes.listConsents.reply>;

/** What was agreed to and how it stands, at any time; the lead can take each back. */
export function ConsentsLedger(props: {
  readonly edition: Edition;
  readonly entry: Entry;
  /** Whether the signed-in account may take a consent back. */
  readonly isLead: boolean;
  /** Nothing typed would be lost by loading the entry anew. */
  readonly isSaved: boolean;
  readonly changed: () => Promise<void>;
}) {
  const { edition, entry, isLead, isSaved, changed } = props;
  const { editionId, entryId } = entry;
  const { of, format } = useLanguage();
  const after = useWords(afterWords);
  const queries = useQueryClient();
  const { timeZone, consents: asked } = edition.plan;
  const list = useQuery({
    queryKey: ['consents', entryId, entry.version],
    queryFn: async () =>
      (await api.call(consentRoutes.listConsents, { path: { editionId, entryId } })).body,
  });
  const takeBack = useAct(
    async (purpose: string, idempotencyKey) =>
      await api.call(consentRoutes.withdrawConsent, {
        path: { editionId, entryId, purpose },
        idempotencyKey,
      }),
    async () => {
      await changed();
      await queries.invalidateQueries({ queryKey: ['consents', entryId] });
    },
  );
  const textOf = (purpose: string) => {
    const text = asked.find((one) => one.purpose === purpose)?.text;
    return text === undefined ? purpose : of(text);
  };
  return (
    <section>
      <h2>{after.consents}</h2>
      {list.error === null ? null : (
        <Failure error={list.error} retry={() => void list.refetch()} />
      )}
      <ul class="rows consents-given">
        {list.data?.current.map(({ purpose, required, state, at }) => (
          <li key={purpose}>
            <span>
              <ConsentText text={textOf(purpose)} />{' '}
              <strong>
                {after.consentStates[state]}
                {at === undefined ? '' : ` · ${format.moment(at, timeZone)}`}
              </strong>
            </span>
            {state === 'given' && isLead ? (
              <Confirm
                label={after.takeBack}
                question={required ? after.takeBackRequired : after.takeBackAsk}
                isPending={takeBack.isPending}
                isDisabled={!isSaved}
                act={() => takeBack.mutate(purpose)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {takeBack.error === null ? null : <Failure error={takeBack.error} />}
      {isLead ? null : <p class="soft">{after.onlyLead}</p>}
      {list.data === undefined || list.data.records.length === 0 ? null : (
        <ConsentHistory {...{ edition, entry, textOf }} records={list.data.records} />
      )}
    </section>
  );
}

function ConsentHistory(props: {
  readonly edition: Edition;
  readonly entry: Entry;
  readonly records: Consents['records'];
  readonly textOf: (purpose: string) => string;
}) {
  const { edition, entry, records, textOf } = props;
  const { format } = useLanguage();
  const after = useWords(afterWords);
  const memberName = (at: number) => entry.content.members[at]?.name ?? String(at + 1);
  return (
    <details>
      <summary>{after.consentHistory}</summary>
      <ol>
        {records.map(({ purpose, version, act, at, guardianOfMember }) => (
          <li key={`${at} ${purpose} ${act} ${guardianOfMember}`}>
            {format.moment(at, edition.plan.timeZone)}: <strong>{after.acts[act]}</strong>
            {guardianOfMember === undefined
              ? ''
              : ` (${after.byGuardian(memberName(guardianOfMember))})`}
            <br />
            <span class="soft">
              {opening(textOf(purpose))} ({after.textVersion(version)})
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
