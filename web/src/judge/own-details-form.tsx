import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { preferences } from '../../../lib/contest/people.ts';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { editionRoutes } from '../../../lib/contract/edition-routes.ts';
import type { ownRecordView } from '../../../lib/contract/edition-views.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { useAct } from '../desk/use-act.ts';
import { useLanguage, useWords } from '../language.tsx';
import { AddressFields } from '../startup/address-fields.tsx';
import { Failure } from '../ui/failure.tsx';
import { ChoiceField, Errors, TextField } from '../ui/field.tsx';
import { judgeWords } from '../words/judge-words.ts';
import { ChangedElsewhere } from './changed-elsewhere.tsx';
import { ownDetailsOf, type TypedDetails, typedDetails } from './own-details.ts';

interface Sent {
  readonly details: TypedDetails;
  readonly etag: string;
}

/** The form of a judge's own details; what is left out is forgotten. */
export function OwnDetailsForm(props: {
  readonly plan: WirePlan;
  readonly record: z.output<typeof ownRecordView>;
  readonly etag: string;
  /** Drops what is typed for what is stored. */
  readonly reload: () => void;
  /** The ETag of what is stored now; what is typed stays. */
  readonly stored: () => Promise<string | undefined>;
}) {
  const { plan, record, etag, reload, stored } = props;
  const { of } = useLanguage();
  const judge = useWords(judgeWords);
  const queries = useQueryClient();
  const [typed, set] = useState(() => typedDetails(record));
  const change = (part: Partial<TypedDetails>) => {
    save.reset();
    set({ ...typed, ...part });
  };
  const { editionId } = record;
  const save = useAct(
    async ({ details, etag: ifMatch }: Sent, idempotencyKey) =>
      await api.call(editionRoutes.saveOwnDetails, {
        path: { editionId },
        body: ownDetailsOf(details),
        ifMatch,
        idempotencyKey,
      }),
    async ({ body, etag: now = '' }) => {
      queries.setQueryData(['own-details', editionId], { record: body, etag: now });
      await queries.invalidateQueries({ queryKey: ['own-record', editionId] });
    },
  );
  const keepMine = useMutation({
    mutationFn: stored,
    onSuccess: (now) => save.mutate({ details: typed, etag: now ?? etag }),
  });
  const refused = save.error instanceof ProblemError ? save.error : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ details: typed, etag });
      }}
    >
      <Errors.Provider value={refused?.problem.errors ?? []}>
        <TextField
          label={judge.phone}
          pointer="/phone"
          type="tel"
          autocomplete="tel"
          value={typed.phone}
          change={(phone) => change({ phone })}
        />
        <TextField
          label={judge.organisation}
          pointer="/organisation"
          autocomplete="organization"
          value={typed.organisation}
          change={(organisation) => change({ organisation })}
        />
        <TextField
          label={judge.taxCode}
          pointer="/taxCode"
          value={typed.taxCode}
          change={(taxCode) => change({ taxCode })}
        />
        <AddressFields draft={typed} pointer="/address" change={change} />
        <TextField
          label={judge.capacity}
          pointer="/capacity"
          type="number"
          value={typed.capacity}
          change={(capacity) => change({ capacity })}
        />
        <fieldset class="field">
          <legend>{judge.fieldsKnown}</legend>
          {plan.fields.map(({ id, name }) => (
            <label key={id} class="tick">
              <input
                type="checkbox"
                checked={typed.expertise.includes(id)}
                onChange={({ currentTarget: { checked } }) =>
                  change({
                    expertise: checked
                      ? [...typed.expertise, id]
                      : typed.expertise.filter((one) => one !== id),
                  })
                }
              />
              <span>{of(name)}</span>
            </label>
          ))}
        </fieldset>
        <fieldset class="field">
          <legend>{judge.fieldsLiked}</legend>
          {plan.fields.map(({ id, name }) => (
            <ChoiceField
              key={id}
              label={of(name)}
              pointer={`/preferences/${id}`}
              none={judge.preferences.can}
              value={typed.preferences[id] ?? ''}
              options={preferences
                .filter((one) => one !== 'can')
                .map((one) => ({ id: one, text: judge.preferences[one] }))}
              change={(one) => change({ preferences: { ...typed.preferences, [id]: one } })}
            />
          ))}
        </fieldset>
      </Errors.Provider>
      {refused?.code === 'precondition-failed' ? (
        <ChangedElsewhere reload={reload} keepMine={() => keepMine.mutate()} />
      ) : save.error === null ? null : (
        <Failure error={save.error} />
      )}
      {keepMine.error === null ? null : <Failure error={keepMine.error} />}
      {save.isSuccess ? (
        <p class="notice good" role="status">
          {judge.detailsSaved}
        </p>
      ) : null}
      <p class="actions">
        <button type="submit" disabled={save.isPending}>
          {judge.save}
        </button>
      </p>
    </form>
  );
}
