import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { planRoutes } from '../../../lib/contract/plan-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { Refused } from '../desk/refused.tsx';
import { useAct } from '../desk/use-act.ts';
import { namesOf } from '../desk/use-names.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Errors, type PlaceError, TextField } from '../ui/field.tsx';
import { planWords } from '../words/plan-words.ts';
import type { Json } from './json.ts';
import { asPlan, errorsIn } from './sent-plan.ts';

/** By which decision the plan is changed, and why; then it is saved as a new version. */
export function SavePlan(props: {
  readonly editionId: string;
  readonly version: number;
  readonly plan: Json;
  readonly isChanged: boolean;
  readonly told: (errors: readonly PlaceError[]) => void;
  readonly saved: () => void;
  readonly discard: () => void;
}) {
  const { editionId, version, plan, isChanged, told, saved, discard } = props;
  const { format } = useLanguage();
  const words = useWords(planWords);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [documentNumber, setNumber] = useState('');
  const reload = async () => {
    await Promise.all(
      [
        ['edition', editionId],
        ['plan-versions', editionId],
      ].map(async (queryKey) => await queries.invalidateQueries({ queryKey })),
    );
  };
  const save = useAct(
    async (wish: { plan: Json; reason: string; documentNumber: string; of: number }, key) => {
      if (!asPlan(wish.plan)) throw new Error('a plan is an object');
      const body = { plan: wish.plan, reason: wish.reason, documentNumber: wish.documentNumber };
      const answer = await api.call(planRoutes.changePlan, {
        path: { editionId },
        body,
        ifMatch: `"${wish.of}"`,
        idempotencyKey: key,
      });
      return answer.body;
    },
    async () => {
      setReason('');
      setNumber('');
      told([]);
      saved();
      await reload();
    },
  );
  const submit = () => {
    save.mutate(
      { plan, reason: reason.trim(), documentNumber: documentNumber.trim(), of: version },
      {
        onError: async (error) => {
          told(errorsIn(error));
          // What somebody else saved is compared with at once.
          if (error instanceof ProblemError && error.code === 'precondition-failed') await reload();
        },
      },
    );
  };
  const isOvertaken =
    save.error instanceof ProblemError && save.error.code === 'precondition-failed';
  return (
    <section>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Errors.Provider value={errorsIn(save.error)}>
          <TextField label={words.reason} pointer="/reason" value={reason} change={setReason} />
          <TextField
            label={words.documentNumber}
            pointer="/documentNumber"
            value={documentNumber}
            change={setNumber}
          />
        </Errors.Provider>
        {isOvertaken ? null : <Refused error={save.error} names={namesOf()} />}
        <div role="status">
          {save.isPending ? <progress aria-label={words.save} /> : null}
          {save.data !== undefined && !isChanged ? (
            <p class="good">{words.saved(format.count(save.data.planVersion))}</p>
          ) : null}
        </div>
        <p class="actions">
          <button
            type="submit"
            disabled={
              !isChanged || save.isPending || reason.trim() === '' || documentNumber.trim() === ''
            }
          >
            {words.save}
          </button>
        </p>
      </form>
      {isChanged ? (
        <>
          <p class="soft">{words.kept}</p>
          <Confirm
            label={words.discard}
            question={words.discardQuestion}
            isPending={false}
            act={() => {
              told([]);
              discard();
            }}
          />
        </>
      ) : null}
    </section>
  );
}
