import type { ProblemError } from '../../../lib/contract/problem-error.ts';
import { useLanguage } from '../language.tsx';
import { messageFor } from '../words/problem-words.ts';
import type { SaveState } from './use-autosave.ts';

/** Whether what stands in the form is on the server; always true to it. */
export function SaveNote(props: {
  readonly state: SaveState;
  readonly error: ProblemError | undefined;
  readonly isPartial: boolean;
  readonly takeTheirs: () => void;
}) {
  const { state, error, isPartial, takeTheirs } = props;
  const { words, language } = useLanguage();
  const isAlarm = state === 'refused' || state === 'elsewhere' || state === 'offline';
  return (
    <div class={isAlarm ? 'save alarm' : 'save'} role="status">
      <p>
        {words.saving[state]}
        {state === 'refused' && error !== undefined
          ? ` ${messageFor(language, error.code, error.problem.requestId)}`
          : ''}
        {state === 'saved' && isPartial ? ` ${words.savedButApplicant}` : ''}
      </p>
      {state === 'elsewhere' ? (
        <button type="button" class="quiet" onClick={takeTheirs}>
          {words.takeTheirs}
        </button>
      ) : null}
    </div>
  );
}
