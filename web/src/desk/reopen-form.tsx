import { useState } from 'preact/hooks';
import { judgingSheetRoutes } from '../../../lib/contract/judging-sheet-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { errorsOf } from '../results/use-order.ts';
import { Errors, LongField } from '../ui/field.tsx';
import { remedyWords } from '../words/desk-remedy-words.ts';
import { Confirm } from './confirm.tsx';
import type { Pair } from './proposal.ts';
import { Refused } from './refused.tsx';
import { useAct } from './use-act.ts';
import type { Names } from './use-names.ts';

/** A sheet that was handed in is opened again, with the reason that its judge reads. */
export function ReopenForm(props: {
  readonly path: { readonly editionId: string; readonly roundId: string };
  /** Whose sheet on what; without it nothing can be opened yet. */
  readonly sheet: Pair | undefined;
  readonly names: Names;
  readonly timeZone: string;
  readonly done: (sheet: Pair) => unknown;
}) {
  const { path, sheet, names, timeZone, done } = props;
  const { editionId, roundId } = path;
  const words = useWords(remedyWords);
  const [reason, setReason] = useState('');
  const reopen = useAct(
    async ({ reason: why, entryId, judgeId }: Pair & { readonly reason: string }, idempotencyKey) =>
      await api.call(judgingSheetRoutes.reopenSheet, {
        path: { editionId, roundId, entryId, judgeId },
        body: { reason: why },
        idempotencyKey,
      }),
    async (_, { entryId, judgeId }) => {
      setReason('');
      await done({ entryId, judgeId });
    },
  );
  const special = plainWords(reopen.error, words);
  return (
    <Errors.Provider value={errorsOf(reopen.error)}>
      <p class="soft">{words.reopenHelp}</p>
      <LongField
        label={words.reason}
        pointer="/reason"
        rows={2}
        value={reason}
        change={setReason}
      />
      {special === undefined ? (
        <Refused error={reopen.error} names={names} timeZone={timeZone} />
      ) : (
        <p class="notice alarm" role="alert">
          {special}
        </p>
      )}
      <Confirm
        label={words.reopen}
        question={words.reopenAsk(
          names.person(sheet?.judgeId ?? ''),
          names.entry(sheet?.entryId ?? ''),
        )}
        isDisabled={sheet === undefined || reason.trim() === ''}
        isReady={sheet !== undefined && reason.trim() !== ''}
        isPending={reopen.isPending}
        act={() => {
          if (sheet !== undefined) reopen.mutate({ ...sheet, reason: reason.trim() });
        }}
      />
    </Errors.Provider>
  );
}

/** These states are of a sheet, though an entry has states of the same name. */
function plainWords(error: unknown, words: (typeof remedyWords)['vi']): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const { code, problem } = error;
  if (code === 'not-found') return words.notGiven;
  const isOpen = problem.state === 'draft' || problem.state === 'not-started';
  return code === 'state-conflict' && isOpen ? words.notHandedIn : undefined;
}
