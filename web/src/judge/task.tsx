import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type * as z from 'zod';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import type { queueEntry } from '../../../lib/contract/judging-views.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { TextField } from '../ui/field.tsx';
import { judgeWords } from '../words/judge-words.ts';

/** One entry to score. A conflict is asked for first, by what is shown here: title, applicant and team, nothing else. */
export function Task(props: {
  readonly task: z.output<typeof queueEntry>;
  readonly editionId: string;
  readonly round: string;
}) {
  const { task, editionId, round } = props;
  const judge = useWords(judgeWords);
  const { roundId, entryId, declaration } = task;
  // Who enters in their own name is not told twice.
  const others = task.members.filter((name) => name !== task.applicantName);
  return (
    <li class="card">
      <h2>{task.title}</h2>
      <p class="soft">
        {round}
        {task.code === undefined ? '' : ` · ${task.code}`} · {judge.sheets[task.sheet]}
      </p>
      <p>
        {task.applicantName}
        {others.length > 0 ? ` (${others.join(', ')})` : ''}
      </p>
      {declaration === 'none' ? (
        <DeclareConflict editionId={editionId} roundId={roundId} entryId={entryId} />
      ) : null}
      {declaration === 'conflict' ? <p>{judge.inConflict}</p> : null}
      {declaration === 'no-conflict' ? (
        <Link href={`/editions/${editionId}/judge/${roundId}/${entryId}`} class="button">
          {task.sheet === 'submitted' ? judge.openSheet : judge.score}
        </Link>
      ) : null}
    </li>
  );
}

function DeclareConflict(path: {
  readonly editionId: string;
  readonly roundId: string;
  readonly entryId: string;
}) {
  const judge = useWords(judgeWords);
  const queries = useQueryClient();
  const [isConflict, setConflict] = useState(false);
  const [reason, setReason] = useState('');
  const declare = useMutation({
    mutationFn: async (conflict: boolean) =>
      await api.call(judgingRoutes.declareConflict, {
        path: { ...path },
        body: { conflict, reason: conflict ? reason : '' },
      }),
    onSuccess: async () => await queries.invalidateQueries({ queryKey: ['queue', path.editionId] }),
  });
  return (
    <div class="declare">
      <p>{judge.declareHelp}</p>
      {isConflict ? (
        <TextField
          label={judge.conflictReason}
          pointer="/reason"
          value={reason}
          change={setReason}
        />
      ) : null}
      {declare.error === null ? null : <Failure error={declare.error} />}
      <p class="actions">
        {isConflict ? (
          <>
            <button
              type="button"
              disabled={declare.isPending || reason.trim() === ''}
              onClick={() => declare.mutate(true)}
            >
              {judge.declareConflict}
            </button>
            <button type="button" class="quiet" onClick={() => setConflict(false)}>
              {judge.back}
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              disabled={declare.isPending}
              onClick={() => declare.mutate(false)}
            >
              {judge.declareNone}
            </button>
            <button type="button" class="quiet" onClick={() => setConflict(true)}>
              {judge.haveConflict}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
