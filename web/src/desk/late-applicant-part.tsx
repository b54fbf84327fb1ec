import { useState } from 'preact/hooks';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { screeningRoutes } from '../../../lib/contract/screening-routes.ts';
import { api } from '../api.ts';
import { serverNow } from '../clock.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Errors, TextField } from '../ui/field.tsx';
import { dossierWords } from '../words/desk-dossier-words.ts';
import type { DeskFacts } from './desk.tsx';
import { ExceptionFields, noException } from './exception-fields.tsx';
import { Refused } from './refused.tsx';
import { useAct } from './use-act.ts';
import { namesOf } from './use-names.ts';

/** Somebody who has no draft and may still begin one, by a decision: after the deadline, before judging. */
export function LateApplicantPart({ facts }: { readonly facts: DeskFacts }) {
  const { edition, editionId } = facts;
  const { timeZone } = edition.plan;
  const { format } = useLanguage();
  const words = useWords(dossierWords);
  const [email, setEmail] = useState('');
  const [exception, setException] = useState(noException);
  const admit = useAct(
    async (body: typeof exception & { readonly email: string }, idempotencyKey) =>
      (
        await api.call(screeningRoutes.admitLateApplicant, {
          path: { editionId },
          body,
          idempotencyKey,
        })
      ).body,
    () => {
      setEmail('');
      setException(noException);
    },
  );
  const isTime = edition.phase !== 'judging' && serverNow() >= Date.parse(edition.closesAt);
  if (!facts.isOrganiser || !isTime) return null;
  const refused = admit.error instanceof ProblemError ? admit.error.problem.errors : undefined;
  return (
    <details class="panel">
      <summary>{words.lateApplicant}</summary>
      <p class="soft">{words.lateHelp}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          admit.mutate({ ...exception, email });
        }}
      >
        <Errors.Provider value={refused ?? []}>
          <TextField
            label={words.lateEmail}
            pointer="/email"
            type="email"
            value={email}
            change={setEmail}
          />
          <ExceptionFields exception={exception} change={setException} />
        </Errors.Provider>
        <Refused error={admit.error} names={namesOf()} timeZone={timeZone} />
        {admit.data === undefined ? null : (
          <p class="notice good" role="status">
            {words.lateAdmitted(admit.data.email, format.moment(admit.data.closesAt, timeZone))}
          </p>
        )}
        <button type="submit" disabled={admit.isPending}>
          {words.admit}
        </button>
      </form>
    </details>
  );
}
