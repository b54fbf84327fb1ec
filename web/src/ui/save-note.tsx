import type { ProblemError } from '../../../lib/contract/problem-error.ts';
import { useLanguage, useWords } from '../language.tsx';
import { messageFor } from '../words/problem-words.ts';
import { uiWords } from '../words/ui-words.ts';
import { SignInAgain } from './sign-in-again.tsx';

export type SaveState =
  | 'saved'
  | 'waiting'
  | 'saving'
  | 'offline'
  | 'signed-out'
  | 'refused'
  | 'elsewhere';

/** Whether what stands in the form is on the server; always true to it. */
export function SaveNote(props: {
  readonly state: SaveState;
  readonly error: ProblemError | undefined;
  /** Something that is kept on the page alone. */
  readonly besides?: string | undefined;
  readonly takeTheirs: () => void;
}) {
  const { state, error, besides, takeTheirs } = props;
  const { language } = useLanguage();
  const ui = useWords(uiWords);
  const isAlarm = state !== 'saved' && state !== 'waiting' && state !== 'saving';
  return (
    <div class={isAlarm ? 'save alarm' : 'save'} role="status">
      <p>
        {ui.saving[state]}
        {state === 'refused' && error !== undefined
          ? ` ${messageFor(language, error.code, error.problem.requestId)}`
          : ''}
        {state === 'saved' && besides !== undefined ? ` ${besides}` : ''}
      </p>
      {state === 'signed-out' ? <SignInAgain /> : null}
      {state === 'elsewhere' ? (
        <button type="button" class="quiet" onClick={takeTheirs}>
          {ui.takeTheirs}
        </button>
      ) : null}
    </div>
  );
}
