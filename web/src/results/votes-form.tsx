import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { organisersDecisionRoutes } from '../../../lib/contract/organisers-decision-routes.ts';
import type { decisionList } from '../../../lib/contract/organisers-decision-views.ts';
import { api } from '../api.ts';
import { Refused } from '../desk/refused.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { ChoiceField, Errors, LongField, TextField } from '../ui/field.tsx';
import { givenWords } from '../words/given-words.ts';
import { rulingWords } from '../words/ruling-words.ts';
import { errorsOf, useOrder } from './use-order.ts';
import type { ResultFacts } from './use-outcome.ts';

type Decision = z.output<typeof decisionList>['decisions'][number];

interface Wish {
  readonly prizeId: string;
  readonly counts: readonly { readonly entryId: string; readonly votes: number }[];
  readonly reason: string;
  readonly documentNumber: string;
}

/** The final counts of a vote of the public on a prize, where the contest has one; before, those that stand. */
export function VotesForm(props: {
  readonly facts: ResultFacts;
  readonly decisions: readonly Decision[];
}) {
  const { facts, decisions } = props;
  const { path, names, desk, preview } = facts;
  const { of } = useLanguage();
  const words = useWords(givenWords);
  const ruling = useWords(rulingWords);
  const prizes = desk.edition.plan.prizes.filter(({ given }) => given === 'publicVote');
  const [prizeId, setPrize] = useState(prizes.length === 1 ? (prizes[0]?.id ?? '') : '');
  const [typed, type] = useState<ReadonlyMap<string, string>>(new Map());
  const [reason, setReason] = useState('');
  const [documentNumber, setNumber] = useState('');
  const count = useOrder(
    path.editionId,
    async ({ counts, ...wish }: Wish, idempotencyKey) =>
      (
        await api.call(organisersDecisionRoutes.countVotes, {
          path: { ...path },
          body: { ...wish, counts: [...counts] },
          idempotencyKey,
        })
      ).body,
    () => {
      type(new Map());
      setReason('');
      setNumber('');
    },
  );
  const prize = prizes.find(({ id }) => id === prizeId);
  const entryIds = preview.rankings
    .flatMap(({ entries }) => entries)
    .filter(({ trackId }) => prize?.track === undefined || prize.track === trackId)
    .map(({ entryId }) => entryId);
  const standing = new Map(
    decisions
      .find((one) => one.kind === 'count-votes' && one.isInForce && one.prizeId === prizeId)
      ?.counts?.map(({ entryId, votes }) => [entryId, String(votes)]),
  );
  const texts = entryIds.map((entryId) => ({
    entryId,
    stored: standing.get(entryId),
    text: typed.get(entryId) ?? standing.get(entryId) ?? '',
  }));
  const wrong = texts
    .filter(({ text }) => !/^\d{0,9}$/.test(text))
    .map(({ entryId }) => ({ pointer: entryId, code: 'invalid-score' }));
  const counts = texts
    .filter(({ text }) => text !== '')
    .map(({ entryId, text }) => ({ entryId, votes: Number(text) }));
  const wish = { prizeId, counts, reason: reason.trim(), documentNumber: documentNumber.trim() };
  const isWhole =
    prize !== undefined &&
    counts.length > 0 &&
    wrong.length === 0 &&
    wish.reason !== '' &&
    wish.documentNumber !== '';
  return (
    <Errors.Provider value={[...wrong, ...errorsOf(count.error)]}>
      <p class="soft">
        {words.countVotesHelp} {ruling.voids}
      </p>
      <ChoiceField
        label={words.prize}
        pointer="/prizeId"
        value={prizeId}
        options={prizes.map(({ id, name }) => ({ id, text: of(name) }))}
        change={(id) => {
          setPrize(id);
          type(new Map());
        }}
      />
      {prize === undefined
        ? null
        : texts.map(({ entryId, stored, text }) => (
            <TextField
              key={entryId}
              label={words.votes(names.entry(entryId))}
              pointer={entryId}
              {...(stored === undefined ? {} : { hint: words.stored(stored) })}
              autocomplete="off"
              value={text}
              change={(votes) => type((now) => new Map([...now, [entryId, votes.trim()]]))}
            />
          ))}
      <LongField
        label={ruling.reason}
        pointer="/reason"
        rows={2}
        value={reason}
        change={setReason}
      />
      <TextField
        label={ruling.documentNumber}
        pointer="/documentNumber"
        value={documentNumber}
        change={setNumber}
      />
      <Refused error={count.error} names={names} />
      <div role="status">
        {count.data === undefined ? null : (
          <p>{count.data.approvalVoided ? ruling.voided : ruling.recorded}</p>
        )}
      </div>
      <p class="actions">
        <button
          type="button"
          disabled={!isWhole || count.isPending}
          onClick={() => count.mutate(wish)}
        >
          {words.countVotes}
        </button>
      </p>
    </Errors.Provider>
  );
}
