import { useState } from 'preact/hooks';
import { organisersDecisionRoutes } from '../../../lib/contract/organisers-decision-routes.ts';
import { api } from '../api.ts';
import { Refused } from '../desk/refused.tsx';
import { useWords } from '../language.tsx';
import { ChoiceField, Errors, LongField, TextField } from '../ui/field.tsx';
import { rulingWords } from '../words/ruling-words.ts';
import { type DecisionDraft, decisionBody, decisionKinds, noDecision } from './decision-draft.ts';
import { DecisionSubject } from './decision-subject.tsx';
import { errorsOf, useOrder } from './use-order.ts';
import type { ResultFacts } from './use-outcome.ts';

/** A decision of the organisers about a closed round, with the paper it stands on. */
export function DecisionForm({ facts }: { readonly facts: ResultFacts }) {
  const { path, names } = facts;
  const words = useWords(rulingWords);
  const [draft, set] = useState<DecisionDraft>(noDecision);
  const change = (part: Partial<DecisionDraft>) => set({ ...draft, ...part });
  const decide = useOrder(
    path.editionId,
    async (body: NonNullable<ReturnType<typeof decisionBody>>, idempotencyKey) =>
      (
        await api.call(organisersDecisionRoutes.recordDecision, {
          path: { ...path },
          body,
          idempotencyKey,
        })
      ).body,
    () => set(noDecision),
  );
  const body = decisionBody(draft);
  return (
    <Errors.Provider value={errorsOf(decide.error)}>
      <p class="soft">{words.voids}</p>
      <ChoiceField
        label={words.kind}
        pointer="/kind"
        value={draft.kind}
        options={decisionKinds.map((id) => ({ id, text: words.kinds[id] }))}
        change={(kind) =>
          set({ ...noDecision, kind: decisionKinds.find((one) => one === kind) ?? '' })
        }
      />
      <DecisionSubject facts={facts} draft={draft} change={change} />
      {draft.kind === '' ? null : (
        <>
          <LongField
            label={words.reason}
            pointer="/reason"
            rows={2}
            value={draft.reason}
            change={(reason) => change({ reason })}
          />
          <TextField
            label={words.documentNumber}
            pointer="/documentNumber"
            value={draft.documentNumber}
            change={(documentNumber) => change({ documentNumber })}
          />
        </>
      )}
      <Refused error={decide.error} names={names} />
      <div role="status">
        {decide.data === undefined ? null : (
          <p>{decide.data.approvalVoided ? words.voided : words.recorded}</p>
        )}
      </div>
      <p class="actions">
        <button
          type="button"
          disabled={body === undefined || decide.isPending}
          onClick={() => body !== undefined && decide.mutate(body)}
        >
          {words.decide}
        </button>
      </p>
    </Errors.Provider>
  );
}
