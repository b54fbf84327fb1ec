import { useState } from 'preact/hooks';
import { rulingRoutes } from '../../../lib/contract/ruling-routes.ts';
import type { FlagResolution } from '../../../lib/contract/ruling-views.ts';
import { api } from '../api.ts';
import { Refused } from '../desk/refused.tsx';
import { Ticks } from '../desk/ticks.tsx';
import type { Names } from '../desk/use-names.ts';
import { useWords } from '../language.tsx';
import { ChoiceField, Errors, LongField, TextField } from '../ui/field.tsx';
import { rulingWords } from '../words/ruling-words.ts';
import type { Flag } from './ruled.ts';
import { errorsOf, useOrder } from './use-order.ts';
import type { RoundPath } from './use-outcome.ts';

const kinds = ['confirmed', 'rescore', 'extra-judge'] as const;

/** What becomes of an entry whose judges are far apart; no sheet is ever left out. */
export function FlagForm(props: {
  readonly path: RoundPath;
  readonly flag: Flag;
  readonly names: Names;
  readonly judges: readonly string[];
}) {
  const { path, flag, names, judges } = props;
  const words = useWords(rulingWords);
  const [kind, setKind] = useState('');
  const [again, setAgain] = useState<readonly string[]>(flag.divergent);
  const [extra, setExtra] = useState('');
  const [reason, setReason] = useState('');
  const [documentNumber, setNumber] = useState('');
  const decide = useOrder(
    path.editionId,
    async (body: FlagResolution, idempotencyKey) =>
      await api.call(rulingRoutes.resolveFlag, {
        path: { ...path, entryId: flag.entryId },
        body,
        idempotencyKey,
      }),
  );
  const because = {
    reason: reason.trim(),
    ...(documentNumber.trim() === '' ? {} : { documentNumber: documentNumber.trim() }),
  };
  const resolution = (): FlagResolution | undefined => {
    if (reason.trim() === '') return undefined;
    if (kind === 'confirmed') return { decision: kind, ...because };
    if (kind === 'rescore' && again.length > 0) {
      return { decision: kind, judgeIds: [...again], ...because };
    }
    return kind === 'extra-judge' && extra !== ''
      ? { decision: kind, judgeId: extra, ...because }
      : undefined;
  };
  const wanted = resolution();
  const have = flag.totals.map(({ judgeId }) => judgeId);
  return (
    <Errors.Provider value={errorsOf(decide.error)}>
      <ChoiceField
        label={words.flagDecision}
        pointer="/decision"
        value={kind}
        options={kinds.map((id) => ({ id, text: words.flagDecisions[id] }))}
        change={setKind}
      />
      {kind === 'rescore' ? (
        <Ticks
          legend={words.reopenFor}
          options={have.map((id) => ({ id, text: names.person(id) }))}
          chosen={again}
          change={setAgain}
        />
      ) : null}
      {kind === 'extra-judge' ? (
        <ChoiceField
          label={words.extraJudge}
          pointer="/judgeId"
          value={extra}
          options={judges
            .filter((id) => !have.includes(id))
            .map((id) => ({ id, text: names.person(id) }))}
          change={setExtra}
        />
      ) : null}
      <LongField
        label={words.reason}
        pointer="/reason"
        rows={2}
        value={reason}
        change={setReason}
      />
      <TextField
        label={words.documentNumberIfAny}
        pointer="/documentNumber"
        value={documentNumber}
        change={setNumber}
      />
      <Refused error={decide.error} names={names} />
      <p class="actions">
        <button
          type="button"
          disabled={wanted === undefined || decide.isPending}
          onClick={() => wanted !== undefined && decide.mutate(wanted)}
        >
          {words.decide}
        </button>
      </p>
    </Errors.Provider>
  );
}
