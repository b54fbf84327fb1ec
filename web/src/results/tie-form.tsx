import { useState } from 'preact/hooks';
import { rulingRoutes } from '../../../lib/contract/ruling-routes.ts';
import { api } from '../api.ts';
import { Refused } from '../desk/refused.tsx';
import type { Names } from '../desk/use-names.ts';
import { useWords } from '../language.tsx';
import { ChoiceField, Errors, LongField, TextField } from '../ui/field.tsx';
import { rulingWords } from '../words/ruling-words.ts';
import type { Tie } from './ruled.ts';
import { errorsOf, useOrder } from './use-order.ts';
import type { RoundPath } from './use-outcome.ts';

interface TieDecision {
  readonly order: string[][];
  readonly reason: string;
  readonly documentNumber?: string;
}

/** The order within a tie, as the chair gives it. */
export function TieForm(props: {
  readonly path: RoundPath;
  readonly tie: Tie;
  readonly names: Names;
}) {
  const { path, tie, names } = props;
  const words = useWords(rulingWords);
  const [places, setPlaces] = useState<{ readonly [entryId: string]: string }>({});
  const [reason, setReason] = useState('');
  const [documentNumber, setNumber] = useState('');
  const decide = useOrder(
    path.editionId,
    async (body: TieDecision, idempotencyKey) =>
      await api.call(rulingRoutes.decideTie, { path: { ...path }, body, idempotencyKey }),
  );
  const numbers = tie.entryIds.map((_, at) => String(at + 1));
  const order = numbers
    .map((number) => tie.entryIds.filter((entryId) => places[entryId] === number))
    .filter((group) => group.length > 0);
  const isWhole = order.flat().length === tie.entryIds.length && reason.trim() !== '';
  const decided = documentNumber.trim();
  return (
    <Errors.Provider value={errorsOf(decide.error)}>
      <p class="soft">{words.orderHelp}</p>
      {tie.entryIds.map((entryId) => (
        <ChoiceField
          key={entryId}
          label={words.orderOf(names.entry(entryId))}
          pointer={`/order/${entryId}`}
          value={places[entryId] ?? ''}
          options={numbers.map((id) => ({ id, text: id }))}
          change={(number) => setPlaces({ ...places, [entryId]: number })}
        />
      ))}
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
          disabled={!isWhole || decide.isPending}
          onClick={() =>
            decide.mutate({
              order,
              reason: reason.trim(),
              ...(decided === '' ? {} : { documentNumber: decided }),
            })
          }
        >
          {words.decide}
        </button>
      </p>
    </Errors.Provider>
  );
}
