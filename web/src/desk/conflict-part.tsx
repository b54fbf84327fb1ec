import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { judgingConflictRoutes } from '../../../lib/contract/judging-conflict-routes.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { errorsOf } from '../results/use-order.ts';
import { ChoiceField, Errors, LongField } from '../ui/field.tsx';
import { remedyWords } from '../words/desk-remedy-words.ts';
import { Confirm } from './confirm.tsx';
import { ConflictForetold } from './conflict-foretold.tsx';
import type { Pair } from './proposal.ts';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf, useRoundChanged } from './round-part.ts';
import { useAct } from './use-act.ts';

/** A conflict of interest that somebody else than the judge told of; what it does is said beside it, once that is known. */
export function ConflictPart(part: RoundPart) {
  const words = useWords(remedyWords);
  const [isOpen, open] = useState(false);
  return (
    <details class="panel" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{words.conflict}</summary>
      <p class="soft">{words.conflictHelp}</p>
      {isOpen ? <ConflictForm part={part} /> : null}
    </details>
  );
}

function ConflictForm({ part }: { readonly part: RoundPart }) {
  const { names, judges, entries } = part;
  const words = useWords(remedyWords);
  const queries = useQueryClient();
  const changed = useRoundChanged(part);
  const { editionId, roundId } = roundPathOf(part);
  const [pair, choose] = useState<Pair>({ entryId: '', judgeId: '' });
  const [reason, setReason] = useState('');
  const record = useAct(
    async ({ why, entryId, judgeId }: Pair & { readonly why: string }, idempotencyKey) =>
      (
        await api.call(judgingConflictRoutes.recordConflict, {
          path: { editionId, roundId, entryId, judgeId },
          body: { reason: why },
          idempotencyKey,
        })
      ).body,
    async () => {
      choose({ entryId: '', judgeId: '' });
      setReason('');
      await changed();
      await queries.invalidateQueries({ queryKey: ['results', editionId] });
      await queries.invalidateQueries({ queryKey: ['judge-sheet', editionId] });
    },
  );
  const isOver = part.kept.round.state !== 'planned' && part.kept.round.state !== 'scoring';
  const isChosen = pair.entryId !== '' && pair.judgeId !== '';
  const isWhole = isChosen && reason.trim() !== '';
  return (
    <Errors.Provider value={errorsOf(record.error)}>
      <div class="filters">
        <ChoiceField
          label={words.ofEntry}
          pointer="/entryId"
          value={pair.entryId}
          options={entries.map(({ entryId, code, title }) => ({
            id: entryId,
            text: `${code} · ${title}`,
          }))}
          change={(entryId) => choose({ ...pair, entryId })}
        />
        <ChoiceField
          label={words.ofJudge}
          pointer="/judgeId"
          value={pair.judgeId}
          options={judges.map(({ personId, name }) => ({ id: personId, text: name }))}
          change={(judgeId) => choose({ ...pair, judgeId })}
        />
      </div>
      <LongField
        label={words.conflictReason}
        pointer="/reason"
        rows={2}
        value={reason}
        change={setReason}
      />
      {isChosen ? <ConflictForetold part={part} pair={pair} /> : null}
      <Refused error={record.error} names={names} />
      <div role="status">
        {record.data === undefined ? null : (
          <p class="notice good">
            {record.data.struck ? words.recordedStruck : words.recorded}{' '}
            {record.data.struck && isOver ? (
              <Link href={`/editions/${editionId}/desk/rounds/${roundId}/result`}>
                {words.seeEffect}
              </Link>
            ) : null}
          </p>
        )}
      </div>
      <Confirm
        label={words.record}
        question={words.recordAsk(names.person(pair.judgeId), names.entry(pair.entryId))}
        isDisabled={!isWhole}
        isReady={isWhole}
        isPending={record.isPending}
        act={() => record.mutate({ ...pair, why: reason.trim() })}
      />
    </Errors.Provider>
  );
}
