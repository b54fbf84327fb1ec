import { keepPreviousData, useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import { mailKinds } from '../../../lib/contest/mail-plan.ts';
import { mailStates } from '../../../lib/contest/outbox.ts';
import { outboxRoutes } from '../../../lib/contract/outbox-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { deskEntryWords } from '../words/desk-entry-words.ts';
import { mailWords } from '../words/desk-mail-words.ts';
import { deskWords } from '../words/desk-words.ts';
import { Desk, type DeskFacts } from './desk.tsx';
import { MailLine } from './mail-line.tsx';
import { ReleaseMails } from './release-mails.tsx';

/** The mails of the contest: those held first, to be read and released. */
export function MailsPage({ params }: { readonly params: { readonly editionId: string } }) {
  const desk = useWords(deskWords);
  return (
    <Desk editionId={params.editionId} title={desk.mails}>
      {(facts) => <Mails facts={facts} />}
    </Desk>
  );
}

function Mails({ facts }: { readonly facts: DeskFacts }) {
  const { format } = useLanguage();
  const desk = useWords(deskWords);
  const words = useWords(mailWords);
  const { state, kind } = useMailFilters();
  const list = useMails(facts.editionId, { state, kind });
  const [picked, pick] = useState<readonly string[]>([]);
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const held = all.filter((mail) => mail.state === 'held').map(({ mailId }) => mailId);
  return (
    <>
      <MailFilters />
      {state === 'held' ? <p class="soft">{words.heldHelp}</p> : null}
      <div class="toolbar">
        <p role="status">{list.isPending ? desk.mails : words.shown(format.count(all.length))}</p>
        {held.length === 0 ? null : (
          <button type="button" class="quiet" onClick={() => pick(held)}>
            {words.pickAll}
          </button>
        )}
      </div>
      {picked.length === 0 ? null : (
        <ReleaseMails editionId={facts.editionId} mailIds={picked} done={() => pick([])} />
      )}
      {list.error === null ? null : (
        <Failure error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isPending ? <Waiting /> : null}
      {list.isSuccess && all.length === 0 ? <NoMails state={state} /> : null}
      {all.length === 0 ? null : (
        <ul class="lines">
          {all.map((mail) => (
            <MailLine
              key={mail.mailId}
              mail={mail}
              facts={facts}
              isPicked={picked.includes(mail.mailId)}
              toggle={() =>
                pick(
                  picked.includes(mail.mailId)
                    ? picked.filter((one) => one !== mail.mailId)
                    : [...picked, mail.mailId],
                )
              }
            />
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <button
          type="button"
          class="quiet"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {desk.more}
        </button>
      ) : null}
    </>
  );
}

function NoMails({ state }: Pick<Filters, 'state'>) {
  const words = useWords(mailWords);
  return <p class="notice good">{state === 'held' ? words.noneHeld : words.none}</p>;
}

/** What the address of the page narrows the list to: those held unless told. */
function useMailFilters() {
  const [params] = useSearchParams();
  const wanted = params.get('state') ?? 'held';
  return {
    state: mailStates.find((one) => one === wanted),
    kind: mailKinds.find((one) => one === params.get('kind')),
  };
}

function MailFilters() {
  const words = useWords(mailWords);
  const entries = useWords(deskEntryWords);
  const [, setParams] = useSearchParams();
  const { state, kind } = useMailFilters();
  const set = (name: string, value: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      after.set(name, value);
      return after;
    });
  return (
    <div class="filters">
      <ChoiceField
        label={words.state}
        pointer="/query/state"
        none={entries.any}
        value={state ?? ''}
        options={mailStates.map((id) => ({ id, text: words.states[id] }))}
        change={(value) => set('state', value === '' ? 'all' : value)}
      />
      <ChoiceField
        label={words.kind}
        pointer="/query/kind"
        none={entries.any}
        value={kind ?? ''}
        options={mailKinds.map((id) => ({ id, text: words.kinds[id] ?? id }))}
        change={(value) => set('kind', value)}
      />
    </div>
  );
}

type Filters = ReturnType<typeof useMailFilters>;

/** A page may come empty although more follow: then the next one is asked for at once. */
function useMails(editionId: string, { state, kind }: Filters) {
  return useInfiniteQuery({
    queryKey: ['mails', editionId, state, kind],
    queryFn: async ({ pageParam, signal }) => {
      const read = async (cursor: string) =>
        (
          await api.call(outboxRoutes.listMails, {
            path: { editionId },
            query: {
              limit: '50',
              ...(state === undefined ? {} : { state }),
              ...(kind === undefined ? {} : { kind }),
              ...(cursor === '' ? {} : { cursor }),
            },
            signal,
          })
        ).body;
      let page = await read(pageParam);
      while (page.items.length === 0 && page.next !== undefined) page = await read(page.next);
      return page;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
