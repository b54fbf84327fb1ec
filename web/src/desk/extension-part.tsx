import { useState } from 'preact/hooks';
import { judgingSheetRoutes } from '../../../lib/contract/judging-sheet-routes.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { Errors } from '../ui/field.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { type Exception, ExceptionFields, noException } from './exception-fields.tsx';
import { Refused } from './refused.tsx';
import { type RoundPart, roundPathOf, useRoundChanged } from './round-part.ts';
import { useAct } from './use-act.ts';

/** A later close, by a numbered decision. */
export function ExtensionPart(part: RoundPart) {
  const words = useWords(roundWords);
  const changed = useRoundChanged(part);
  const [exception, setException] = useState(noException);
  const extend = useAct(
    async (body: Exception, idempotencyKey) =>
      await api.call(judgingSheetRoutes.extendRound, {
        path: roundPathOf(part),
        body,
        idempotencyKey,
      }),
    async () => {
      setException(noException);
      await changed();
    },
  );
  const refused = extend.error instanceof ProblemError ? extend.error.problem.errors : undefined;
  // A limit here is an instant, which is shown above as a time of the contest.
  const errors = (refused ?? []).map(({ pointer, code }) => ({ pointer, code }));
  return (
    <details class="panel">
      <summary>{words.extend}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          extend.mutate(exception);
        }}
      >
        <Errors.Provider value={errors}>
          <ExceptionFields exception={exception} change={setException} />
        </Errors.Provider>
        <Refused error={extend.error} names={part.names} />
        <button type="submit" disabled={extend.isPending}>
          {words.extendSend}
        </button>
      </form>
    </details>
  );
}
